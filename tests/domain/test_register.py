"""The register: one answer, in whichever order meetings, records and files came in."""

from datetime import date
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.networks import at, measure, record, source
from workshop.domain.carrying import carried
from workshop.domain.event import (
    Dropped,
    Event,
    Held,
    Joined,
    Merged,
    Patched,
    Put,
    Redacted,
    Undone,
    Unmerged,
)
from workshop.domain.fact import Source
from workshop.domain.party import Party
from workshop.domain.record import CardGone, CardKept, CardRedacted, Record
from workshop.domain.register import register

NAV = Party(organisation="NAV").model_dump()


def status(card: str, status: str, **values: object) -> Patched:
    return Patched.model_validate({"card": card, "values": {"status": status, **values}})


def test_keeps_every_earlier_deadline_with_why_it_was_changed() -> None:
    first = source("m1", 0, measure("a", deadline="2026-05-01"))
    moved = status("a", "under_way", deadline="2026-06-01", deadline_reason="Ill", note="Begun")
    again = CardKept(
        card="a",
        deck="measures",
        values={"deadline": "2026-07-01", "deadline_reason": "Holidays"},
    )
    second = source("m2", 30, moved, before=[first])
    kept = register([first, second], [record("r", 60, again)]).kept["a"]
    days = [(c.deadline_before.day, c.deadline.day, c.reason) for c in kept.history]
    assert days == [
        (date(2026, 5, 1), date(2026, 6, 1), "Ill"),
        (date(2026, 6, 1), date(2026, 7, 1), "Holidays"),
    ]
    assert [change.meeting for change in kept.history] == ["m2", ""]
    assert kept.history[0].note == "Begun"
    assert (kept.measure.deadline, kept.measure.status) == (date(2026, 7, 1), "under_way")


def test_keeps_who_it_went_from_and_to() -> None:
    first = source("m1", 0, measure("a"))
    given_ = Patched(card="a", values={"responsible": NAV, "accepted": True})
    second = source("m2", 9, given_, before=[first])
    (change,) = register([first, second]).kept["a"].history
    assert change.responsible_before is None
    assert change.responsible == Party(organisation="NAV")
    assert (change.accepted_before, change.accepted) == (False, True)


def test_says_where_a_measure_comes_from() -> None:
    area = Put(card="z", deck="areas", step="areas", values={"text": "Controls"})
    first = source("m1", 0, area, measure("a", area="z"))
    second = source("m2", 30, before=[first])
    for sources in ([first, second], [second]):
        found = register(sources).kept["a"].measure
        assert found.area_text == "Controls"
        assert (found.origin_meeting, found.origin_date) == ("m1", "2026-03-05")


def test_leaves_out_what_was_undone_taken_away_or_waits() -> None:
    undone = source("m1", 0, measure("a"), Undone(number=2))
    dropped = source("m2", 1, measure("b"), Dropped(card="b"))
    held = source("m3", 2, measure("c"), Held(card="c"))
    assert register([undone, dropped, held]).measures == []


def test_a_heading_stands_for_what_it_gathers_until_it_is_dissolved() -> None:
    merged = Merged(heading="h", text="Both", cards=("a", "b"), step="clean")
    one = source("m1", 0, measure("a"), measure("b"), merged)
    assert [kept.card.text for kept in register([one]).measures] == ["Both"]
    two = source("m1", 0, measure("a"), measure("b"), merged, Unmerged(heading="h"))
    assert [kept.card.id for kept in register([two]).measures] == ["a", "b"]


def test_a_card_taken_out_of_the_plan_is_gone_but_known() -> None:
    goal = Put(card="g", deck="goal", step="goal", values={"text": "No cheating"})
    first = source("m1", 0, goal)
    second = source("m2", 5, Dropped(card="g"), before=[first])
    assert register([first, second]).deck("goal") == []
    assert register([first], [record("r", 3, CardGone(card="g"))]).deck("goal") == []
    assert register([first, second]).kept["g"].gone


def test_a_removed_text_is_nowhere_whoever_removed_it() -> None:
    first = source("m1", 0, measure("a", "Secret", note="Secret too"))
    second = source("m2", 5, status("a", "blocked", note="Secret three"), before=[first])
    later = source("m3", 9, Redacted(card="a"), before=[first, second])
    told = [record("r", 9, CardRedacted(card="a"))]
    for found in (register([first, second, later]), register([first, second], told)):
        assert "Secret" not in repr(found)
        assert found.kept["a"].card.redacted
        assert found.kept["a"].measure.status == "blocked"


def test_the_words_of_a_removed_area_go_from_its_measures() -> None:
    area = Put(card="z", deck="areas", step="areas", values={"text": "Secret"})
    first = source("m1", 0, area, measure("a", area="z"))
    second = source("m2", 5, before=[first])
    assert "Secret" not in repr(register([first, second], [record("r", 6, CardRedacted(card="z"))]))


def test_a_change_unknown_when_the_next_meeting_began_is_not_lost() -> None:
    """Recorded elsewhere before the meeting, handed over after it."""
    first = source("m1", 0, measure("a"))
    blocked = CardKept(card="a", deck="measures", values={"status": "blocked"})
    second = source("m2", 30, before=[first])
    late = register([first, second], [record("r", 20, blocked)])
    assert late.kept["a"].measure.status == "blocked"


def test_a_copy_tells_what_the_missing_meeting_said() -> None:
    first = source("m1", 0, measure("a"))
    second = source("m2", 30, status("a", "under_way"), before=[first])
    third = source("m3", 60, before=[first, second])
    assert register([first, third]).kept["a"].measure.status == "under_way"
    assert len(register([first, second, third]).kept["a"].history) == 1


def test_knows_the_organisations_that_were_there() -> None:
    joined = [
        Joined(person="p", party="union", organisation="LO"),
        Joined(person="q", party="other", organisation="nav"),
    ]
    again = Joined(person="q", party="authority", organisation="NAV")
    seen = register([source("m2", 2, again), source("m1", 0, *joined)]).seen
    assert [(p.organisation, p.kind, p.expected) for p in seen] == [
        ("LO", "union", False),
        ("NAV", "authority", False),
    ]


CARDS = ("a", "b", "c")
PATCHES = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["under_way", "done", "blocked", "dropped"]),
        "deadline": st.sampled_from(["", "2026-05-01", "2026-06-01"]),
        "deadline_reason": st.just("Ill"),
        "note": st.sampled_from(["", "Begun"]),
        "responsible": st.sampled_from([None, NAV]),
    },
)
FACTS = st.one_of(
    st.sampled_from(CARDS).map(measure),
    st.builds(Patched, card=st.sampled_from(CARDS), values=PATCHES),
    st.builds(Dropped, card=st.sampled_from(CARDS)),
    st.builds(Redacted, card=st.sampled_from(CARDS)),
    st.builds(Undone, number=st.integers(2, 6)),
    st.just(Merged(heading="h", text="Both", cards=("a", "b"), step="s")),
    st.just(Unmerged(heading="h")),
)
KEPT = st.one_of(
    st.builds(CardKept, card=st.sampled_from(CARDS), deck=st.just("measures"), values=PATCHES),
    st.builds(CardGone, card=st.sampled_from(CARDS)),
)


@st.composite
def years(draw: st.DrawFn) -> tuple[list[Source], list[Record]]:
    """Meetings that each carry on what some of the earlier ones left, and records in between."""
    made: list[Source] = []
    records = [
        record(f"r{number}", draw(st.integers(0, 50)), event)
        for number, event in enumerate(draw(st.lists(KEPT, max_size=4)))
    ]
    for number in range(draw(st.integers(1, 4))):
        facts: list[Event] = draw(st.lists(FACTS, max_size=6))
        known = [one for one in made if draw(st.booleans())]
        day = draw(st.integers(0, 50))
        made.append(source(f"m{number}", day, *facts, before=known, records=records[:2]))
    return made, records


@given(years(), st.integers())
def test_the_order_of_what_comes_in_does_not_matter(
    year: tuple[list[Source], list[Record]], seed: int
) -> None:
    sources, records = year
    once = register(sources, records)
    chance = Random(seed)
    part = Source(meeting=sources[0].meeting, entries=sources[0].entries[:1])
    mixed, noted = [*sources, sources[-1], part], [*records, *records[:1]]
    chance.shuffle(mixed)
    chance.shuffle(noted)
    assert register(mixed, noted) == once
    assert list(register(mixed, noted).kept) == list(once.kept)


@given(years())
def test_carrying_over_changes_nothing(year: tuple[list[Source], list[Record]]) -> None:
    """A meeting that only opens says nothing new about what it took over."""
    sources, records = year
    before = register(sources, records)
    opened = source("new", 99, before=sources, records=records)
    after = register([*sources, opened], records)
    assert {id_: kept.card for id_, kept in after.kept.items()} == {
        id_: kept.card for id_, kept in before.kept.items()
    }
    assert carried(after) == carried(before)


@given(years())
def test_history_links_up(year: tuple[list[Source], list[Record]]) -> None:
    for kept in register(*year).measures:
        told = kept.history
        for earlier, later in pairwise(told):
            assert earlier.status == later.status_before
            assert earlier.deadline == later.deadline_before
            assert earlier.responsible == later.responsible_before
        if told:
            assert told[-1].status == kept.measure.status


def test_the_same_second_has_an_order_too() -> None:
    first = source("m1", 0, measure("a"))
    events = [CardKept(card="a", deck="measures", values={"note": note}) for note in "xyz"]
    records = [Record(id=f"r{n}", at=at(1), event=event) for n, event in enumerate(events)]
    assert register([first], records) == register([first], records[::-1])
