"""The running meeting: the only writer, and the one door that terminal, phones and desk use."""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from random import Random
from typing import NamedTuple

from workshop.clock import Clock, local_now
from workshop.domain.action import Action
from workshop.domain.code import personal_code, plain_code
from workshop.domain.event import Entry, Event, Recognised
from workshop.domain.final import Document, finalised
from workshop.domain.fold import apply_all, beside
from workshop.domain.form import Answers
from workshop.domain.joining import join
from workshop.domain.keeping import keep_measures
from workshop.domain.meeting import Meeting
from workshop.domain.refused import MovedOn, Refused
from workshop.domain.step import Moment, Who
from workshop.domain.words import Language, Say
from workshop.leading import acting
from workshop.steps import AnyStep, step_of
from workshop.store.beside import Beside
from workshop.store.papers import Paper
from workshop.store.store import Batch, Store

Decide = Callable[[Meeting, Moment], list[Event]]
Listener = Callable[[Meeting], None]


class Wish(NamedTuple):
    """A command that waits for the writer: what decides its facts, by whom, and who waits."""

    decide: Decide
    by: str
    answer: asyncio.Future[None]


class Room:
    """One running meeting. `meeting` is always durable; commands are written in groups.

    `contribute`, `lead` and `join` return when what they did is on disk, and raise `Refused` with
    words for a person when it was not done.
    """

    def __init__(
        self, store: Store, meeting: str, clock: Clock = local_now, chance: Random | None = None
    ) -> None:
        kept = store.meeting(meeting)
        self.meeting = store.load(kept.id)
        self.secret = kept.secret
        self.port = kept.port
        self._store = store
        self._clock = clock
        self._chance = chance or Random(secrets.randbits(64))
        self._waiting: deque[Wish] = deque()
        self._listeners: list[Listener] = []
        self._writing: asyncio.Task[None] | None = None
        self._closed = False
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="disk")

    def step(self) -> AnyStep | None:
        """The step the meeting is at."""
        return acting.current(self.meeting)

    def actions(self) -> tuple[Action, ...]:
        """What the facilitator can do now, the step's own actions first."""
        return acting.actions(self.meeting)

    async def contribute(self, step: str, who: Who, answers: Answers) -> None:
        """What a participant answers to a step."""

        def decide(meeting: Meeting, moment: Moment) -> list[Event]:
            point = next((one for one in meeting.points if one.id == step), None)
            if point is None or meeting.current != step or meeting.ended:
                raise MovedOn(MOVED_ON)
            if not who.by_hand and who.id not in meeting.people:
                raise Refused(Say("Say who you represent first, then answer."))
            return step_of(point).check(meeting, who, answers, moment)

        await self._do(decide, who.id)

    async def lead(self, name: str, answers: Answers | None = None) -> None:
        """What the facilitator does: an action by its name."""
        await self._do(lambda meeting, moment: acting.act(meeting, name, answers or {}, moment), "")

    async def join(
        self, person: str, answers: Answers, language: Language | None, phone: bool = True
    ) -> None:
        """Somebody takes part, or corrects who they are."""
        await self._do(lambda m, _: join(m, person, answers, language, phone), person)

    def code(self, person: str) -> str:
        """The short code with which somebody goes on from another phone."""
        return personal_code(self.secret, person)

    async def recognise(self, phone: str, code: str) -> None:
        """Another phone of somebody who takes part already, by the personal code."""

        def decide(meeting: Meeting, moment: Moment) -> list[Event]:
            wanted = plain_code(code)
            found = next((p for p in meeting.people if self.code(p) == wanted), None)
            if found is None:
                raise Refused(Say("Nobody in this meeting has this code. Is it typed right?"))
            return [Recognised(phone=phone, person=found)]

        await self._do(decide, phone)

    async def finalise(self, documents: Sequence[Document], override: str = "") -> None:
        """Records that documents go out as final; refused while a measure lacks something."""
        await self._do(lambda meeting, _: finalised(meeting, documents, override), "")

    async def remember(self, papers: Sequence[Paper]) -> None:
        """Keeps where documents were written, beside the log."""
        if not self._closed:
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._disk, self._store.papers.add, papers)

    def hear(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` on the room's loop after each change; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def close(self) -> None:
        """Waits for what is being written; nothing is taken in after this."""
        self._closed = True
        while self._writing is not None:
            await asyncio.shield(self._writing)
        self._disk.shutdown()

    async def _do(self, decide: Decide, by: str) -> None:
        if self._closed:
            raise MovedOn(CLOSING)
        answer: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(Wish(decide, by, answer))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        await answer

    async def _write(self) -> None:
        """Takes everything that waits, writes it in one transaction, then answers all of it."""
        try:
            while self._waiting:
                wishes = list(self._waiting)
                self._waiting.clear()
                await self._write_group(wishes)
        finally:
            self._writing = None

    async def _write_group(self, wishes: Sequence[Wish]) -> None:
        draft, facts, granted = self._drafted(wishes)
        try:
            if facts:
                batch = Batch(tuple(facts), draft.ended)
                loop = asyncio.get_running_loop()
                await loop.run_in_executor(self._disk, self._store.keep, draft.id, batch)
        except Exception as problem:  # noqa: BLE001
            # A full disk, or a fault while writing: nothing of this group was taken in, and
            # everybody who waits for it has to hear so.
            for wish in granted:
                _answer(wish, problem)
            return
        self.meeting = draft
        if facts:
            self._tell()
        for wish in granted:
            _answer(wish, None)

    def _drafted(self, wishes: Sequence[Wish]) -> tuple[Meeting, list[Entry | Beside], list[Wish]]:
        draft, facts, granted = self.meeting, list[Entry | Beside](), list[Wish]()
        moment = Moment(self._clock(), self._chance)
        for wish in wishes:
            try:
                decided = wish.decide(draft, moment)
                keep_measures(draft, decided)
                draft, noted = _noted(draft, decided, moment, wish.by)
            except Exception as problem:  # noqa: BLE001
                # A refusal, or a fault in one step: it goes to whoever asked, and must not take
                # the answers of everybody else who waits in this group with it.
                _answer(wish, problem)
                continue
            granted.append(wish)
            facts += noted
        return draft, facts, granted

    def _tell(self) -> None:
        # Called by the loop, so that a listener's fault is the loop's to report, not the writer's.
        loop = asyncio.get_running_loop()
        for listener in tuple(self._listeners):
            loop.call_soon(listener, self.meeting)


CLOSING = Say("The program is being closed, so this was not received.")
MOVED_ON = Say(
    "The meeting has moved on, so this was not received. What you wrote is still here below."
)


def _noted(
    meeting: Meeting, events: Sequence[Event], moment: Moment, by: str
) -> tuple[Meeting, list[Entry | Beside]]:
    """The meeting after what one command did, and what of it goes to disk."""
    aside = [event for event in events if isinstance(event, Beside)]
    logged = [event for event in events if not isinstance(event, Beside)]
    entries = _entries(meeting, logged, moment, by) if logged else []
    return reduce(beside, aside, apply_all(meeting, entries)), [*entries, *aside]


def _entries(meeting: Meeting, logged: Sequence[Event], moment: Moment, by: str) -> list[Entry]:
    first = len(meeting.entries) + 1
    return [
        Entry(number=number, at=_stamp(moment), by=by, first=first, event=event)
        for number, event in enumerate(logged, first)
    ]


def _stamp(moment: Moment) -> str:
    return moment.now.isoformat(timespec="seconds")


def _answer(wish: Wish, problem: Exception | None) -> None:
    # Whoever asked may have gone away meanwhile: a phone that lost its network, a cancelled page.
    if wish.answer.done():
        return
    if problem is None:
        wish.answer.set_result(None)
    else:
        wish.answer.set_exception(problem)
