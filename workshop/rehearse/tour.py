"""A small meeting to practise in: one leads it oneself, and its phones are pretended."""

import asyncio
import shutil
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import httpx

from workshop.domain.agenda import Agenda
from workshop.domain.words import Language
from workshop.host import Host
from workshop.rehearse.author import Author, cast
from workshop.rehearse.memory import Memory
from workshop.rehearse.page import Asked
from workshop.rehearse.pen import topic
from workshop.rehearse.phone import Phone
from workshop.rehearse.play import FILE, begun
from workshop.rehearse.talk import own_words
from workshop.steps.clean import Clean
from workshop.steps.groups import Groups
from workshop.steps.introductions import Introductions
from workshop.steps.measures import Measures
from workshop.steps.responsibility import Responsibility
from workshop.steps.vote import Vote
from workshop.store.agendas import find, read_agenda

PHONES = 7
MANY = 20  # as if the room were larger: then each phone brings fewer measures
KINDS = (Introductions, Groups, Clean, Vote, Measures, Responsibility)
PAUSE = 0.5  # seconds between two phones, so that one sees texts and ballots come
LOOK = 0.4


class Practice(Host):
    """A meeting like any other, except that its phones are pretended and it is thrown away.

    With `out` it is kept there, with its documents.
    """

    def __init__(self, language: Language, out: Path | None = None) -> None:
        self._folder = out or Path(tempfile.mkdtemp(prefix="workshop-"))
        self._thrown_away = out is None
        file = self._folder / FILE
        super().__init__(
            file,
            begun(file, [tour(language)], language),
            bind="127.0.0.1",
            documents=self._folder / "documents",
        )
        self._guests = Guests(self, language)
        self._guests.start()

    def close(self) -> None:
        self._guests.stop()
        super().close()
        if self._thrown_away:
            shutil.rmtree(self._folder, ignore_errors=True)


def tour(language: Language) -> Agenda:
    """The shortest meeting in which all that matters comes up once."""
    day, theme = (read_agenda(find(name)) for name in ("introduction", "theme-1"))
    steps = tuple(step for step in (*day.steps, *theme.steps) if isinstance(step, KINDS))
    return theme.model_copy(update={"id": "tour", "steps": steps})


class Guests(threading.Thread):
    """The phones of the room: they join, and answer whatever the meeting asks, one by one."""

    def __init__(self, host: Host, language: Language) -> None:
        super().__init__(name="guests", daemon=True)
        self._host = host
        self._language = language
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()
        if self.is_alive():
            self.join(5)

    def run(self) -> None:
        with suppress(httpx.TransportError):  # the meeting was left
            asyncio.run(self._come())

    async def _come(self) -> None:
        address = f"http://127.0.0.1:{self._host.port}"
        people = cast(PHONES, 0, self._language, 3)
        phones = [Phone(author, address, Memory()) for author in people]
        try:
            for phone in phones:
                if await self._wait(PAUSE):
                    return
                await phone.join()
            await self._answer(phones)
        finally:
            await asyncio.gather(*(phone.close() for phone in phones))

    async def _answer(self, phones: list[Phone]) -> None:
        """Once at each point, and again when it asks something new."""
        answered: object = None
        while not await self._wait(LOOK):
            asked = self._asked()
            if asked == answered:
                continue
            answered = asked
            for phone in phones:
                if await self._wait(PAUSE):
                    return
                await phone.answer(partial(_texts, phone.author))

    def _asked(self) -> object:
        meeting = self._host.room.meeting
        rounds = [(one.id, one.state) for one in meeting.rounds.values()]
        return meeting.current, rounds, list(meeting.seating), meeting.ended

    async def _wait(self, seconds: float) -> bool:
        """Whether the meeting was left meanwhile."""
        await asyncio.sleep(seconds)
        return self._stopped.is_set()


def _texts(author: Author, asked: Asked) -> Sequence[str]:
    """Areas are dealt out, so that some of them mean the same."""
    if topic(asked) == "areas":
        return author.samples.all_areas()[author.number :: PHONES][:2]
    return own_words(author, MANY)(asked)
