"""The only writer of a meeting: what many ask for at once is decided in turn and written as one."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from random import Random
from typing import NamedTuple

from workshop.clock import Clock, stamp
from workshop.domain.event import Entry, Event
from workshop.domain.example import Cards, bank
from workshop.domain.fold import apply_all, beside
from workshop.domain.keeping import BANK, keep_measures
from workshop.domain.meeting import Meeting
from workshop.domain.refused import MovedOn
from workshop.domain.step import Moment
from workshop.domain.words import Say
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


class Writer:
    """Groups the commands that wait into one transaction. `meeting` is always durable.

    A fault, or a refusal, of one command reaches only whoever asked for it.
    """

    def __init__(self, store: Store, meeting: str, clock: Clock, chance: Random) -> None:
        self.meeting = store.load(meeting)
        self._store = store
        self._clock, self._chance = clock, chance
        self._waiting: deque[Wish] = deque()
        self._listeners: list[Listener] = []
        self._writing: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop
        self._closed = False
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="disk")

    def do(self, decide: Decide, by: str) -> "asyncio.Future[None]":
        """Is done when the facts of a command are on disk; raises what `decide` raises."""
        if self._closed:
            raise MovedOn(CLOSING)
        if self._writing is None:
            # Asked once for all that wait: the question costs more than the future does.
            self._loop = asyncio.get_running_loop()
            self._writing = self._loop.create_task(self._write())
        answer: asyncio.Future[None] = self._loop.create_future()
        self._waiting.append(Wish(decide, by, answer))
        return answer

    async def remember(self, papers: Sequence[Paper]) -> None:
        """Keeps where documents were written, beside the log."""
        if not self._closed:
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._disk, self._store.papers.add, papers)

    async def examples(self) -> Cards:
        """Good examples of other regions, for whoever adds an item about them."""
        if self._closed or self.meeting.deck(BANK):
            return ()
        loop, besides = asyncio.get_running_loop(), self.meeting.network_id
        return bank(await loop.run_in_executor(self._disk, self._store.examples.all, besides))

    def hear(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` on the running loop after each change; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def close(self) -> None:
        """Waits for what is being written; nothing is taken in after this."""
        self._closed = True
        while self._writing is not None:
            await asyncio.shield(self._writing)
        self._disk.shutdown()

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


def _noted(
    meeting: Meeting, events: Sequence[Event], moment: Moment, by: str
) -> tuple[Meeting, list[Entry | Beside]]:
    """The meeting after what one command did, and what of it goes to disk."""
    aside = [event for event in events if isinstance(event, Beside)]
    if len(aside) < len(events):
        logged = [event for event in events if not isinstance(event, Beside)]
        entries = _entries(meeting, logged, moment, by)
        return reduce(beside, aside, apply_all(meeting, entries)), [*entries, *aside]
    # A ballot, most often: a whole room votes within seconds.
    return reduce(beside, aside, meeting), list(aside)


def _entries(meeting: Meeting, logged: Sequence[Event], moment: Moment, by: str) -> list[Entry]:
    first = len(meeting.entries) + 1
    return [
        Entry(number=number, at=stamp(moment.now), by=by, first=first, event=event)
        for number, event in enumerate(logged, first)
    ]


def _answer(wish: Wish, problem: Exception | None) -> None:
    # Whoever asked may have gone away meanwhile: a phone that lost its network, a cancelled page.
    if wish.answer.done():
        return
    if problem is None:
        wish.answer.set_result(None)
    else:
        wish.answer.set_exception(problem)
