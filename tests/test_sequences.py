"""Any sequence of calls on a real room: reopened equals running, and nothing ever falls over."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from tests.meetings import NAMES, Gathering, gathering, plausible
from workshop.domain.fold import fold
from workshop.domain.history import history
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused
from workshop.domain.step import Who

DOINGS = (
    *("join", "leave", "answer", "answer", "answer"),
    *("act", "act", "act", "act", "act", "act"),
    *("undo", "redo", "history", "vote", "redact", "reopen", "garbage"),
)
PLACES = ("collect", "groups", "clean", "vote", "vote", "result", "measures", "responsibility")
Doing = tuple[str, int]
doings = st.lists(
    st.tuples(st.sampled_from(DOINGS), st.integers(0, 9_999)), min_size=10, max_size=60
)


def begun(meeting: Gathering, place: str) -> None:
    """Four people, five areas, a vote where the place lies behind one."""
    meeting.join("anna", "bo", "cecilia", "dag")
    meeting.go("expectations").write("anna", "expectations", "Hope", "Wish")
    meeting.go("groups").lead("mix")
    meeting.write("anna", "areas", "A", "B", "C")
    meeting.write("bo", "areas", "D", "E")
    if place in ("result", "measures", "responsibility"):
        meeting.go("vote").lead("open").vote("anna", "A", "B").vote("bo", "A", "C")
        meeting.lead("close").lead("reveal")
    if place == "responsibility":
        meeting.go("measures").write("bo", meeting.card("A"), "Measure one", "Measure two")
    meeting.go("expectations" if place == "collect" else place)


def do(meeting: Gathering, doing: str, number: int) -> None:
    """One thing, by somebody, with answers that could be meant."""
    chance = Random(number)
    with suppress(Refused):
        _do(meeting, doing, chance)


def _do(meeting: Gathering, doing: str, chance: Random) -> None:
    person = chance.choice(NAMES[:6])
    match doing:
        case "join":
            meeting.join(person)
        case "answer":
            here = meeting.room.step()
            form = here.form(meeting.meeting, Who(person, "sv")) if here else None
            meeting.send(person, plausible(form, chance) if form else {})
        case "garbage":
            meeting.send(person, {"ballot": ["x"], "stamp": [meeting.stamp()], "areas.1": [""]})
        case "act" | "history" | "redact" | "leave":
            _act(meeting, doing, chance)
        case "vote":
            meeting.lead("open")
        case "undo" | "redo":
            meeting.lead(doing)
        case _:
            meeting.reopen()


def _act(meeting: Gathering, doing: str, chance: Random) -> None:
    actions = meeting.room.actions()
    if doing in ("history", "redact", "leave"):
        actions = tuple(action for action in actions if action.name == doing)
    if not actions:
        return
    action = chance.choice(actions)
    meeting.lead(action.name, **(plausible(action.form, chance) if action.form else {}))


def same(one: Meeting, two: Meeting) -> None:
    """Equal, and in the same order wherever order is shown."""
    assert one == two
    assert list(one.cards) == list(two.cards)
    assert list(one.people) == list(two.people)
    assert list(one.rounds) == list(two.rounds)


# Somebody's own words were changed, and that was taken back, before the text was removed.
TAKEN_BACK: list[Doing] = [
    *[("join", 0), ("join", 0), ("join", 0), ("join", 5), ("act", 2), ("answer", 0)],
    *[("answer", 1), ("act", 5367), ("history", 14), ("act", 2042)],
]


@given(st.sampled_from(PLACES), doings)
@example("collect", TAKEN_BACK)
def test_reopened_equals_running(place: str, told: list[Doing]) -> None:
    with TemporaryDirectory() as folder, gathering(Path(folder)) as meeting:
        begun(meeting, place)
        for doing, number in told:
            before = meeting.meeting
            do(meeting, doing, number)
            after = meeting.meeting
            assert after.entries[0] == before.entries[0]
            assert len(after.entries) >= len(before.entries), "going back deletes nothing"
            _keeps_promises(before, after)
        same(meeting.loaded(), meeting.meeting)
        whole = fold(meeting.id, meeting.meeting.entries)
        same(replace(whole, names=meeting.meeting.names, box=meeting.meeting.box), meeting.meeting)


def _keeps_promises(before: Meeting, after: Meeting) -> None:
    """What no command may break."""
    assert after.current, "a meeting is always at some point"
    for id_, round_ in before.rounds.items():
        now = after.rounds[id_]
        assert now.items == round_.items
        if round_.counted:
            assert now.counted
            assert (now.ballots, now.counts, now.present) == (
                round_.ballots,
                round_.counts,
                round_.present,
            )
        if round_.state != "cancelled":
            assert all(
                item in after.cards and after.cards[item].under is None for item in round_.items
            )
    open_rounds = [round_ for round_ in after.rounds.values() if round_.state == "open"]
    assert len(open_rounds) <= 1
    for round_ in open_rounds:
        assert after.current == round_.step and not after.ended
    assert set(after.box) <= {round_.id for round_ in open_rounds}
    everybody = [card.under for card in after.cards.values() if card.under]
    assert all(after.cards[heading].heading for heading in everybody)


@given(st.sampled_from(PLACES), doings, st.integers(0, 9_999))
@example("collect", TAKEN_BACK, 1)
def test_undo_then_redo_restores_an_equal_meeting(place: str, told: list[Doing], pick: int) -> None:
    with TemporaryDirectory() as folder, gathering(Path(folder)) as meeting:
        begun(meeting, place)
        for doing, number in told:
            do(meeting, doing, number)
        past = [one for one in history(meeting.meeting, 500) if one.counts]
        if not past:
            return
        chosen = str(past[pick % len(past)].first)
        before = meeting.meeting
        try:
            meeting.lead("history", past=chosen)
        except Refused:
            assert meeting.meeting == before
            return
        same(meeting.loaded(), meeting.meeting)
        meeting.lead("history", past=chosen)
        same(replace(meeting.meeting, entries=before.entries), before)
