"""The one writer: groups of commands in one transaction, and trouble that stays with its asker."""

import asyncio
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.meetings import AREAS, BEGIN, VOTE, agenda
from workshop.beginning import NewMeeting, create
from workshop.domain.action import Action
from workshop.domain.event import Event
from workshop.domain.form import Answers
from workshop.domain.meeting import Meeting
from workshop.domain.refused import NotSaved, Refused
from workshop.domain.step import Moment, Who
from workshop.room import Room
from workshop.store.store import Batch, Store

FORM = {"party": ["union"], "organisation": ["Org"], "name": [""]}


class Counting(Store):
    """A store that remembers how much it wrote at a time, and can say that the disk is full."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.batches: list[int] = []
        self.trouble: Exception | None = None

    def keep(self, meeting: str, batch: Batch) -> None:
        if self.trouble:
            raise self.trouble
        self.batches.append(len(batch.facts))
        super().keep(meeting, batch)


@pytest.fixture
def store(tmp_path: Path) -> Counting:
    return Counting(tmp_path / "workshop.db")


@pytest.fixture
async def room(store: Counting) -> Room:
    return Room(store, create(store, NewMeeting(agendas=(agenda(AREAS, VOTE),)), BEGIN))


async def ask(room: Room, *people: str) -> list[BaseException | None]:
    asked = (room.join(person, FORM, "sv") for person in people)
    return list(await asyncio.gather(*asked, return_exceptions=True))


async def test_what_waits_is_written_in_few_transactions(room: Room, store: Counting) -> None:
    people = [f"person{n}" for n in range(500)]
    assert await ask(room, *people) == [None] * 500
    assert len(store.batches) <= 3
    assert sum(store.batches) == 500
    assert list(room.meeting.people) == people
    assert store.load(room.meeting.id) == room.meeting


async def test_each_contribution_is_there_once(room: Room, store: Counting) -> None:
    await ask(room, *(f"p{n}" for n in range(40)))
    lines = [(f"p{n % 40}", f"areas.{n:012x}", f"Text {n}") for n in range(200)]
    sent = [
        room.contribute("areas", Who(person), {line: [text]})
        for person, line, text in (*lines, *lines)
    ]
    assert await asyncio.gather(*sent) == [None] * 400
    assert sorted(card.text for card in room.meeting.deck("areas")) == sorted(
        text for _, _, text in lines
    )
    assert len(store.batches) < 10


async def test_a_refusal_does_not_disturb_the_others(room: Room) -> None:
    answers = await asyncio.gather(
        room.join("anna", FORM, "sv"),
        room.join("bo", {"party": ["king"]}, "sv"),
        room.lead("no such thing"),
        room.join("cecilia", FORM, "sv"),
        return_exceptions=True,
    )
    assert [isinstance(answer, Refused) for answer in answers] == [False, True, True, False]
    assert list(room.meeting.people) == ["anna", "cecilia"]


async def test_a_full_disk_changes_nothing_and_everybody_hears_of_it(
    room: Room, store: Counting
) -> None:
    store.trouble = NotSaved("full")
    before = room.meeting
    answers = await ask(room, "anna", "bo", "cecilia")
    assert all(isinstance(answer, NotSaved) for answer in answers)
    assert room.meeting is before
    store.trouble = None
    assert await ask(room, "anna") == [None]
    assert store.load(room.meeting.id) == room.meeting


@pytest.mark.parametrize("trouble", [ValueError("a fault"), sqlite3.ProgrammingError("closed")])
async def test_a_fault_while_writing_reaches_everybody_who_waits(
    room: Room, store: Counting, trouble: Exception
) -> None:
    store.trouble = trouble
    before = room.meeting
    async with asyncio.timeout(5):
        first = asyncio.gather(ask(room, "anna", "bo"))
        await asyncio.sleep(0)
        second = await ask(room, "cecilia")
        answers = [*(await first)[0], *second]
    assert len(answers) == 3 and all(isinstance(answer, Exception) for answer in answers)
    assert room.meeting is before
    store.trouble = None
    assert await ask(room, "dag") == [None]


async def test_a_fault_in_one_step_reaches_only_its_asker(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ask(room, "anna", "bo")

    def check(
        self: object, meeting: Meeting, who: Who, answers: Answers, moment: Moment
    ) -> list[Event]:
        raise ZeroDivisionError

    monkeypatch.setattr(type(AREAS), "check", check)
    answers = await asyncio.gather(
        room.contribute("areas", Who("anna"), {}),
        room.join("cecilia", FORM, "sv"),
        return_exceptions=True,
    )
    assert isinstance(answers[0], ZeroDivisionError) and answers[1] is None
    assert "cecilia" in room.meeting.people


async def test_a_fact_that_cannot_be_noted_reaches_only_its_asker(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act(
        self: object, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> Sequence[object]:
        return ["not a fact"]

    await ask(room, "anna")
    await room.contribute("areas", Who("anna"), {"areas.0000000000aa": ["A"]})
    monkeypatch.setattr(type(AREAS), "act", act)
    async with asyncio.timeout(5):
        answers = await asyncio.gather(
            room.lead("edit"), room.join("bo", FORM, "sv"), return_exceptions=True
        )
    assert isinstance(answers[0], Exception) and answers[1] is None


async def test_a_listener_that_fails_does_not_stop_the_writer(room: Room) -> None:
    heard: list[int] = []
    failed: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, told: failed.append(told))

    def falls(meeting: Meeting) -> None:
        raise RuntimeError("a widget's bug")

    room.hear(falls)
    room.hear(lambda meeting: heard.append(len(meeting.people)))
    async with asyncio.timeout(5):
        assert await ask(room, "anna") == [None]
        assert await ask(room, "bo") == [None]
    assert heard == [1, 2] and len(failed) == 2


async def test_listeners_hear_of_each_change_and_stop_when_told(room: Room) -> None:
    heard: list[Meeting] = []
    stop = room.hear(heard.append)
    await ask(room, "anna")
    assert heard == [room.meeting]
    await asyncio.gather(room.lead("nothing"), return_exceptions=True)
    assert len(heard) == 1
    stop()
    await ask(room, "bo")
    assert len(heard) == 1


async def test_somebody_who_stops_waiting_takes_nobody_along(room: Room, store: Counting) -> None:
    gone = asyncio.ensure_future(room.join("anna", FORM, "sv"))
    await asyncio.sleep(0)
    gone.cancel()
    assert await ask(room, "bo") == [None]
    assert store.load(room.meeting.id) == room.meeting
    assert "bo" in room.meeting.people


async def test_closing_waits_for_what_is_being_written(room: Room, store: Counting) -> None:
    waiting = asyncio.gather(*(room.join(f"p{n}", FORM, "sv") for n in range(20)))
    await asyncio.sleep(0)
    await room.close()
    assert await waiting == [None] * 20
    assert len(store.load(room.meeting.id).people) == 20


async def test_nothing_is_taken_in_once_closed(room: Room) -> None:
    await room.close()
    async with asyncio.timeout(5):
        (answer,) = await ask(room, "anna")
    assert isinstance(answer, Refused)
    assert not room.meeting.people


async def test_joining_again_the_same_way_says_nothing_new(room: Room) -> None:
    await ask(room, "anna", "anna")
    before = room.meeting
    await ask(room, "anna")
    assert room.meeting == before
