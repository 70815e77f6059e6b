"""What a network keeps: its own decks, and measures that nobody takes away."""

import pytest

from tests.networks import measure, source
from workshop.domain.event import Dropped, Event, Merged, Patched
from workshop.domain.fold import fold
from workshop.domain.keeping import is_kept, keep_measures, people_in
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused


def meeting() -> Meeting:
    """The second meeting, with a measure of the first and one of its own."""
    first = source("m1", 0, measure("a"))
    second = source("m2", 9, measure("b"), before=[first])
    return fold("m2", second.entries)


@pytest.mark.parametrize(
    "event",
    [Dropped(card="a"), Merged(heading="h", text="Both", cards=("b", "a"), step="s")],
)
def test_a_measure_of_an_earlier_meeting_stays(event: Event) -> None:
    with pytest.raises(Refused):
        keep_measures(meeting(), [Patched(card="b", values={}), event])


def test_a_measure_of_this_meeting_may_go() -> None:
    keep_measures(meeting(), [Dropped(card="b"), Dropped(card="unknown")])


def test_what_is_put_off_is_kept_whatever_its_deck() -> None:
    assert is_kept("goal", {})
    assert not is_kept("expectations", {"mark": "parked"})
    assert is_kept("expectations", {"outcome": "next"})


def test_people_are_found_wherever_a_card_names_them() -> None:
    kari = {"organisation": "NAV", "person": "k"}
    ola = {"organisation": "", "person": "o"}
    cards = [{"responsible": kari, "together": [ola, {"organisation": "LO", "person": None}]}]
    assert people_in(cards) == {"k", "o"}
