"""A meeting that runs as it does for real, its room on a thread of its own, without a network."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, TypeVar
from zlib import crc32

from tests.meetings import BEGIN, agenda, listed
from workshop.beginning import NewMeeting, create
from workshop.domain.agenda import Agenda
from workshop.domain.edition import Edition, Told, Written
from workshop.domain.form import Answers
from workshop.domain.meeting import Meeting
from workshop.domain.step import Who
from workshop.domain.words import Language, Texts, Words
from workshop.exporting import StandingWriter, publish
from workshop.forgetting import Forgetting
from workshop.handing import hand_over, take_all_in
from workshop.leading.planning import agenda_of
from workshop.places import Places
from workshop.rollups import rolled_up
from workshop.room import Room
from workshop.steps import AnyStep
from workshop.store.library import Library
from workshop.store.store import Store
from workshop.tui import door
from workshop.upkeep import Standing, Upkeep

T = TypeVar("T")


class Stand:
    """A host for tests: the room is real, the file is real, only the network is not there."""

    desk = "http://192.168.1.20:8080/desk/0123456789"
    notice: Words = ""
    reached = 0

    def __init__(
        self, folder: Path, agendas: Sequence[Agenda], language: Language = "en", seed: int = 1
    ) -> None:
        self.folder = folder
        self.now = BEGIN
        self.fault: Exception | None = None
        self.folder_shown = False
        self.admitted = False
        self.found = ["192.168.1.20", "10.0.0.7"]
        self.places = Places("", lambda: list(self.found), count(step=10).__next__)
        self._seconds = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._store = Store(folder / "workshop.db")
        chance = Random(seed)
        new = NewMeeting(
            agendas=tuple(agendas),
            network="Nätverket Väst",
            region="Västra Götaland",
            sector="byggbranschen",
            place="Göteborg",
            language=language,
        )
        id_ = create(self._store, new, BEGIN, chance)
        self.room = Room(self._store, id_, self._clock, chance)

    @property
    def address(self) -> str:
        return f"http://{self.places.current()}:8080"

    @property
    def meeting(self) -> Meeting:
        return self.room.meeting

    def lead(self, name: str, answers: Answers) -> "Future[None]":
        return self._soon(self._led(name, answers))

    def write_documents(self, edition: Edition, told: Told) -> "Future[Written]":
        return self._soon(publish(self.room, self.folder / "documents", edition, told))

    def save_agenda(self, name: str) -> "Future[Path]":
        return self._soon(self._saved(name))

    def admit(self) -> None:
        self.admitted = True

    def open_folder(self) -> None:
        self.folder_shown = True

    def close(self) -> None:
        if self._thread.is_alive():
            self.wait(self.room.close())
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()
            self._store.close()

    def do(self, name: str, **answers: Any) -> None:
        """What the facilitator does, at once."""
        self.wait(self.room.lead(name, listed(answers)))

    def join(self, person: str, party: str, organisation: str, name: str = "") -> None:
        told = {"party": party, "organisation": organisation, "name": name}
        self.wait(self.room.join(person, listed(told), "sv"))

    def send(self, person: str, **answers: Any) -> None:
        """What a phone sends to the current step."""
        who = Who(person, "sv")
        step = self.room.step()
        form = step.form(self.meeting, who) if step else None
        sent = listed(answers) | {"stamp": [form.stamp if form else ""]}
        self.wait(self.room.contribute(self.meeting.current, who, sent))

    def write(self, person: str, deck: str, *lines: str) -> None:
        """New texts from a phone; `person` "" types them in."""
        sent = {f"{deck}.{crc32(f'{person} {deck} {line}'.encode()):012x}": line for line in lines}
        if person:
            self.send(person, **sent)
        else:
            self.do("type", **sent)

    def pass_time(self, **length: float) -> None:
        self.now += timedelta(**length)

    def wait(self, doing: Coroutine[Any, Any, T]) -> T:
        return self._soon(doing).result(10)

    def _soon(self, doing: Coroutine[Any, Any, T]) -> "Future[T]":
        return asyncio.run_coroutine_threadsafe(doing, self._loop)

    async def _led(self, name: str, answers: Answers) -> None:
        if self.fault is not None:
            raise self.fault
        await self.room.lead(name, answers)

    async def _saved(self, name: str) -> Path:
        return Library(self.folder / "workshop.db").save(agenda_of(self.meeting), name)

    def _clock(self) -> datetime:
        self._seconds += 1
        return self.now + timedelta(seconds=self._seconds / 1000)


class Foyer:
    """A lobby with one agenda, and whatever meetings a test puts there."""

    def __init__(self, host: Stand) -> None:
        self.host = host
        self.listed: list[door.MeetingInfo] = []
        self.unfit: list[door.BrokenAgenda] = []
        self.started: list[door.NewMeeting] = []
        self.problem: Exception | None = None

    @property
    def library(self) -> Library:
        return Library(self.host.folder / "workshop.db")

    def agendas(self) -> list[door.AgendaInfo]:
        def texts(words: str) -> Texts:
            return Texts(sv=words, nb=words, nn=words, en=words)

        return [
            door.AgendaInfo("introduction", texts("Introduction"), 35, 3),
            door.AgendaInfo("theme-1", texts("Theme 1: Risks in our region"), 148, 9),
        ]

    def broken(self) -> list[door.BrokenAgenda]:
        return self.unfit

    def meetings(self) -> list[door.MeetingInfo]:
        return self.listed

    def networks(self) -> list[str]:
        return ["Nätverket Väst", "Nettverket Vestland"]

    @property
    def keeping(self) -> Upkeep:
        return Upkeep(self.host.folder / "workshop.db", lambda: self.host.now)

    def writer(self, standing: Standing) -> door.Writer:
        folder = self.host.folder
        return StandingWriter(folder / "workshop.db", standing, folder / "documents")

    @property
    def forgetting(self) -> Forgetting:
        return Forgetting(self.host.folder / "workshop.db", lambda: self.host.now)

    def hand_over(self, network: str, names: bool) -> Path:
        folder = self.host.folder
        return hand_over(folder / "workshop.db", network, folder, self.host.now.date(), names)

    def take_in(self, file: Path) -> list[Words]:
        return take_all_in(self.host.folder / "workshop.db", file)

    def roll_up(self, folder: Path, language: Language) -> list[Words]:
        return rolled_up(folder, self.host.folder, language, self.host.now.date())

    def start(self, new: door.NewMeeting) -> door.Host:
        self._check()
        self.started.append(new)
        return self.host

    def reopen(self, meeting: str) -> door.Host:
        self._check()
        return self.host

    def _check(self) -> None:
        if self.problem is not None:
            raise self.problem


@contextmanager
def stand(folder: Path, *steps: AnyStep, language: Language = "en") -> Iterator[Stand]:
    """A running meeting of these steps."""
    host = Stand(folder, [agenda(*steps)], language)
    try:
        yield host
    finally:
        host.close()
