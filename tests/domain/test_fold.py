"""The fold: total, the same entry by entry as all at once, merging undone exactly."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.meetings import day, log, step, told
from workshop.domain import event as ev
from workshop.domain.fold import apply, begin, beside, fold
from workshop.domain.meeting import Meeting
from workshop.domain.round import Ballot
from workshop.steps import point_of

IDS = st.sampled_from(["a", "b", "c", "d"])
STEPS = st.sampled_from([step.id for step in day()] + ["gone"])
PEOPLE = st.sampled_from(["anna", "bo"])
ROUNDS = st.sampled_from(["r1", "r2", "r3"])
POINTS = st.dictionaries(IDS, st.integers(0, 3), max_size=3)

POINTS_OF = [point_of(one) for one in (*day()[:3], step("text", "extra"))]

facts = st.one_of(
    st.builds(ev.Entered, step=STEPS),
    st.builds(
        ev.Replanned,
        points=st.lists(st.sampled_from(POINTS_OF), unique=True, max_size=4).map(tuple),
    ),
    st.builds(ev.BellSet, on=st.booleans()),
    st.builds(ev.Shut, step=STEPS),
    st.builds(ev.Unshut, step=STEPS),
    st.builds(ev.Stretched, step=STEPS, minutes=st.integers(-5, 5)),
    st.builds(ev.Turned, step=STEPS, page=st.integers(-2, 9)),
    st.just(ev.Ended()),
    st.builds(ev.Joined, person=PEOPLE, party=st.just("union"), organisation=st.just("Org")),
    st.builds(ev.Left, person=PEOPLE),
    st.builds(ev.Presented, person=PEOPLE, done=st.booleans()),
    st.builds(
        ev.Put,
        card=IDS,
        deck=st.just("areas"),
        step=STEPS,
        values=st.fixed_dictionaries({"text": st.sampled_from(["one", "two"])}),
    ),
    st.builds(ev.Patched, card=IDS, values=st.just({"text": "three"})),
    st.builds(ev.Dropped, card=IDS),
    st.builds(ev.Redacted, card=IDS),
    st.builds(ev.Held, card=IDS),
    st.builds(ev.Approved, card=IDS),
    st.builds(
        ev.Merged,
        heading=st.sampled_from(["h1", "h2"]),
        text=st.just("Heading"),
        cards=st.lists(st.sampled_from(["a", "b", "c", "h1", "h2"]), max_size=3).map(tuple),
        step=STEPS,
    ),
    st.builds(ev.Unmerged, heading=st.sampled_from(["h1", "h2", "a"])),
    st.builds(ev.Seated, step=STEPS, groups=st.just((("anna",), ("bo",))), seed=st.just(1)),
    st.builds(ev.Moved, step=STEPS, person=PEOPLE, group=st.integers(-1, 3)),
    st.builds(ev.Locked, step=STEPS, person=PEOPLE, done=st.booleans()),
    st.builds(
        ev.VoteOpened,
        step=STEPS,
        round=ROUNDS,
        items=st.just(("a", "b")),
        votes=st.just(3),
        fills=st.just(1),
        runoff_of=st.none() | ROUNDS,
    ),
    st.builds(ev.VoteCancelled, round=ROUNDS),
    st.builds(ev.Counted, round=ROUNDS, way=st.just("hands"), points=POINTS, people=st.just(3)),
    st.builds(
        ev.VoteClosed,
        round=ROUNDS,
        present=st.integers(0, 5),
        ballots=st.lists(POINTS, max_size=3).map(tuple),
    ),
    st.builds(ev.Revealed, round=ROUNDS),
    st.builds(ev.Settled, round=ROUNDS, way=st.just("all"), items=st.just(("a",))),
    st.builds(ev.Undone, number=st.integers(0, 30)),
)
entries = st.lists(facts, max_size=25).map(lambda found: log(*found))


@given(entries)
def test_any_log_folds_and_entry_by_entry_gives_the_same(found: list[ev.Entry]) -> None:
    meeting = begin("m", found[0])
    for entry in found[1:]:
        meeting = apply(meeting, entry)
    kept = fold("m", meeting.entries)
    assert kept == meeting
    assert list(kept.cards) == list(meeting.cards)


@given(entries)
def test_the_agenda_keeps_what_was_held_and_each_point_once(found: list[ev.Entry]) -> None:
    meeting = fold("m", found)
    ids = [point.id for point in meeting.points]
    assert ids and len(ids) == len(set(ids))
    assert {step for step, _ in meeting.visits} <= set(ids)
    assert not meeting.current or meeting.point(meeting.current)


@given(entries)
def test_an_entry_survives_being_written_and_read(found: list[ev.Entry]) -> None:
    for entry in found:
        assert ev.Entry.model_validate_json(entry.model_dump_json()) == entry


@given(entries)
def test_undoing_twice_is_not_undoing(found: list[ev.Entry]) -> None:
    meeting = fold("m", found)
    number = len(found) + 1
    undone = _then(meeting, number, ev.Undone(number=len(found)))
    again = _then(undone, number + 1, ev.Undone(number=number))
    if len(found) > 1:
        assert replace(again, entries=()) == replace(meeting, entries=())


def _then(meeting: Meeting, number: int, fact: ev.Event) -> Meeting:
    return apply(meeting, ev.Entry(number=number, at="", by="", first=number, event=fact))


CARDS = tuple(
    ev.Put(card=card, deck="areas", step="areas", values={"text": card}) for card in "abcde"
)


@given(st.sets(st.sampled_from("abcde"), min_size=1), st.sets(st.sampled_from("abcdeh")))
def test_unmerging_restores_exactly_what_was_there(inside: set[str], more: set[str]) -> None:
    before = told(*CARDS)
    first = ev.Merged(heading="h", text="H", cards=tuple(sorted(inside)), step="clean")
    merged = told(*CARDS, first)
    assert [card.id for card in merged.beneath("h")] == sorted(inside)
    back = told(*CARDS, first, ev.Unmerged(heading="h"))
    assert back.cards == before.cards and list(back.cards) == list(before.cards)
    outer = {one for one in more if one == "h" or one not in inside}
    if outer:
        second = ev.Merged(heading="g", text="G", cards=tuple(sorted(outer)), step="clean")
        again = told(*CARDS, first, second, ev.Unmerged(heading="g"))
        assert again.cards == merged.cards and list(again.cards) == list(merged.cards)


def test_a_heading_stands_where_its_first_text_stood() -> None:
    merged = told(*CARDS, ev.Merged(heading="h", text="H", cards=("d", "b"), step="clean"))
    assert [card.id for card in merged.deck("areas")] == ["a", "h", "c", "e"]


def test_the_originals_lie_under_a_heading_of_headings_too() -> None:
    first = ev.Merged(heading="h", text="H", cards=("a", "b"), step="clean")
    second = ev.Merged(heading="g", text="G", cards=("h", "c"), step="clean")
    assert {card.id for card in told(*CARDS, first, second).beneath("g")} == {"a", "b", "c"}


def test_an_empty_box_is_no_box() -> None:
    opened = ev.VoteOpened(step="vote", round="r", items=("a",), votes=1, fills=1)
    meeting = beside(told(*CARDS, opened), ev.Cast(round="r", voter="v", points={"a": 1}))
    assert meeting.box == {"r": {"v": Ballot({"a": 1})}}
    assert beside(meeting, ev.TakenBack(round="r", voter="v")).box == {}
    assert beside(meeting, ev.TakenBack(round="r", voter="w")) == meeting
    assert beside(meeting, ev.TakenBack(round="s", voter="v")) == meeting


def test_a_cancelled_run_off_opens_its_tie_again() -> None:
    opened = ev.VoteOpened(step="vote", round="r", items=("a", "b"), votes=1, fills=1)
    closed = ev.VoteClosed(round="r", present=2, ballots=({"a": 1}, {"b": 1}))
    settled = ev.Settled(round="r", way="runoff")
    again = ev.VoteOpened(step="vote", round="s", items=("a", "b"), votes=1, fills=1, runoff_of="r")
    facts = (*CARDS, opened, closed, ev.Revealed(round="r"), settled, again)
    assert told(*facts).rounds["r"].settled is not None
    assert told(*facts, ev.VoteCancelled(round="s")).rounds["r"].settled is None


def test_a_meeting_that_has_only_begun_stands_nowhere() -> None:
    assert told().current == ""
