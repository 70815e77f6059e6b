"""What a key means for a point, before any screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.meetings import BEGIN, step
from tests.tui.stand import stand
from workshop.domain.refused import Refused
from workshop.domain.words import Say
from workshop.tui.planner import Running
from workshop.tui.wishes import CENTRAL, CURRENT, STAYS, Wish, Wishes

DAY = (
    step("text", "first", minutes=10),
    step("text", "central", minutes=20, locked=True),
    step("text", "last", minutes=1),
)


@pytest.fixture
def wishes(tmp_path: Path) -> Iterator[Wishes]:
    with stand(tmp_path, *DAY) as host:
        yield Wishes(Running(host, lambda: BEGIN))


def test_a_point_moves_over_its_neighbour_and_not_beyond_the_ends(wishes: Wishes) -> None:
    assert wishes.moved("last", -1) == ("plan_move", {"item": "last", "after": "first"})
    assert wishes.moved("last", 1) is None
    assert wishes.moved("first", -1) is None


def test_minutes_never_become_fewer_than_none(wishes: Wishes) -> None:
    def minutes(by: int) -> str:
        return wishes.timed("last", by)[1]["minutes"]

    assert [minutes(by) for by in (1, -1, -2)] == ["2", "0", "0"]


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (lambda wishes: wishes.moved("central", 1), CENTRAL),
        (lambda wishes: wishes.timed("central", 1), CENTRAL),
        (lambda wishes: wishes.skipped("central"), CENTRAL),
        (lambda wishes: wishes.skipped("first"), CURRENT),
        (lambda wishes: wishes.removed("central"), STAYS),
        (lambda wishes: wishes.removed("first"), STAYS),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    wishes: Wishes, wish: Callable[[Wishes], Wish | None], why: Say
) -> None:
    with pytest.raises(Refused) as refused:
        wish(wishes)
    assert refused.value.words == why


def test_what_can_be_names_the_action_and_the_point(wishes: Wishes) -> None:
    assert wishes.skipped("last") == ("plan_skip", {"items": "last"})
    assert wishes.removed("last") == ("plan_remove", {"item": "last"})
    assert wishes.repeated("last") == ("plan_repeat", {"item": "last", "after": "last"})
