"""Meetings of one network after one another: what one keeps, skips or takes up again late."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count, pairwise
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.meetings import BEGIN, Gathering, agenda, gathering, listed, step
from tests.networks import measure, source
from workshop.beginning import NewMeeting, create
from workshop.domain.event import Event, Patched, Undone
from workshop.domain.measure import measures
from workshop.domain.register import Kept, register
from workshop.room import Room
from workshop.steps.statuses import Statuses

TELLS = step("statuses")


def first(meeting: Gathering) -> str:
    """One measure, written and given a deadline; its id."""
    (card,) = meeting.write("", "measures", "Visit sites")
    meeting.go("responsibility")
    meeting.lead("assign", measure=card, responsible="NAV", deadline="2026-05-01")
    return card


def promising(folder: Path) -> Any:
    new = step("collect", "new", prompts=[{"deck": "measures", "label": TELLS.title.plain}])
    return gathering(folder, new, step("responsibility"))


@contextmanager
def later(meeting: Gathering, days: int, *steps: Any) -> Iterator[Room]:
    """The network's meeting so many days after the first, in the same file."""
    begin, seconds = BEGIN + timedelta(days=days), count(1)
    new = NewMeeting(agendas=(agenda(*(steps or (TELLS,))),), network="North")
    second = create(meeting.store, new, begin, Random(days))
    room = Room(meeting.store, second, lambda: begin + timedelta(seconds=next(seconds)))
    yield room
    meeting.run(room.close())


def lead(meeting: Gathering, room: Room, name: str, **answers: str) -> None:
    meeting.run(room.lead(name, listed(answers)))


def tells(meeting: Gathering, room: Room, card: str, status: str, note: str = "") -> None:
    told = {"measure": card, "status": status, "note": note, "deadline": "2026-05-01"}
    lead(meeting, room, "status", **told)


def kept(meeting: Gathering) -> Kept:
    networks = meeting.store.networks
    (one,) = networks.register(networks.find("North").id).measures
    return one


def test_a_measure_keeps_its_id_over_meetings_that_say_nothing_of_it(tmp_path: Path) -> None:
    with promising(tmp_path) as meeting:
        card = first(meeting)
        meeting.lead("end")
        skipped = Statuses.model_validate({**TELLS.model_dump(), "skipped": True})
        with later(meeting, 60, skipped, step("followup")) as room:
            assert [one.id for one in measures(room.meeting)] == [card]
            lead(meeting, room, "end")
        with later(meeting, 120) as room:
            (carried,) = measures(room.meeting)
            assert carried.id == card and carried.status == "not_started"
            assert carried.origin_date == "2026-03-05"
        assert len(kept(meeting).history) == 1, "only who and by when"


def test_what_was_said_last_counts_whichever_meeting_it_was_said_in(tmp_path: Path) -> None:
    with promising(tmp_path) as meeting:
        card = first(meeting)
        meeting.lead("end")
        with later(meeting, 60) as room:
            tells(meeting, room, card, "under_way", "Half of them")
            # The first meeting is taken up again: its clock still shows the day it was held.
            meeting.lead("undo")
            meeting.lead("assign", measure=card, responsible="Tax", deadline="2026-06-01")
            one = kept(meeting)
            assert one.measure.status == "under_way" and one.measure.note == "Half of them"
            assert one.measure.responsible is not None
            assert one.measure.responsible.organisation == "Tax", "nobody else said who"
            lead(meeting, room, "end")
        with later(meeting, 120) as room:
            (carried,) = measures(room.meeting)
            assert (carried.id, carried.status) == (card, "under_way")
            assert carried.deadline is not None and carried.deadline.isoformat() == "2026-06-01"


def test_a_meeting_taken_up_again_after_the_next_one_tells_the_newest(tmp_path: Path) -> None:
    with promising(tmp_path) as meeting:
        card = first(meeting)
        meeting.lead("end")
        with later(meeting, 60) as second:
            tells(meeting, second, card, "under_way")
            with later(meeting, 120) as third:
                tells(meeting, third, card, "done", "All of them")
                assert kept(meeting).measure.status == "done"
                lead(meeting, third, "end")
            again = Room(meeting.store, second.meeting.id, lambda: BEGIN + timedelta(days=121))
            tells(meeting, again, card, "blocked", "It was too early")
            meeting.run(again.close())
        one = kept(meeting)
        assert one.measure.status == "blocked"
        told = [change.status for change in one.history if change.status != change.status_before]
        assert told == ["under_way", "done", "blocked"]


STATUSES = st.sampled_from(["not_started", "under_way", "done", "blocked", "dropped"])


@given(st.lists(st.one_of(STATUSES, st.just("undo"), st.just("redo")), max_size=12))
def test_nothing_is_doubled_by_undo_and_redo(doings: list[str]) -> None:
    before = source("m1", 0, measure("a", status="not_started"))
    said: list[tuple[int, str]] = []
    facts: list[Event] = []
    undone: list[tuple[int, int, str]] = []
    number = 1  # the meeting's first entry is its beginning
    for doing in doings:
        number += 1
        if doing == "undo" and said:
            entry, status = said.pop()
            facts.append(Undone(number=entry))
            undone.append((number, entry, status))
        elif doing == "redo" and undone:
            undoing, entry, status = undone.pop()
            facts.append(Undone(number=undoing))
            said.append((entry, status))
        elif doing not in ("undo", "redo"):
            facts.append(Patched(card="a", values={"status": doing}))
            said.append((number, doing))
            undone.clear()
        else:
            number -= 1
    second = source("m2", 30, *facts, before=[before])
    told = register([before, second])

    expected = ["not_started"]
    expected += [status for _, status in sorted(said)]
    (one,) = told.measures
    assert one.measure.status == expected[-1]
    turns = [b for a, b in pairwise(expected) if a != b]
    assert [change.status for change in one.history] == turns
