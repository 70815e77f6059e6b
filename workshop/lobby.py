"""What can be begun or continued: agendas, meetings and networks of one database file."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from workshop import beginning, exporting, forgetting, handing, host, rollups, upkeep
from workshop.clock import local_now
from workshop.domain.words import Language, Words
from workshop.store import library, store
from workshop.store.shelf import Kept, glance
from workshop.tui import door


@dataclass(frozen=True)
class Network:
    """Where the meeting is served and documents are written: what the command line was told."""

    bind: str = "0.0.0.0"
    port: int = 0
    public_url: str = ""
    documents: Path | None = None

    def folder(self, file: Path) -> Path:
        """Where documents go that belong to a database file."""
        return self.documents or file.parent / "documents"


@dataclass
class Lobby:
    """The way into meetings; opens the file anew each time, so that it is never held for long."""

    file: Path
    network: Network = field(default_factory=Network)

    @property
    def library(self) -> library.Library:
        """The agendas themselves."""
        return library.Library(self.file)

    def agendas(self) -> list[door.AgendaInfo]:
        mine = {file.stem for file in self.library.own()}
        return [
            door.AgendaInfo(one.id, one.title, one.minutes, len(one.steps), one.id in mine)
            for one in self.library.usable()
        ]

    def broken(self) -> list[door.BrokenAgenda]:
        """Agenda files of one's own that cannot be used, and why."""
        found = []
        for file, unfit in self.library.broken():
            first = max(unfit.problems, key=lambda problem: bool(problem.line))
            more = len(unfit.problems) - 1
            found.append(door.BrokenAgenda(file.name, first.line, first.words, more))
        return found

    def meetings(self) -> list[door.MeetingInfo]:
        return [
            door.MeetingInfo(
                one.id, one.title, one.network, one.date, "ended" if one.ended else "running"
            )
            for one in self.kept()
        ]

    def networks(self) -> list[str]:
        with closing(store.Store(self.file)) as opened:
            return opened.networks.names()

    @property
    def keeping(self) -> upkeep.Upkeep:
        """The networks themselves, and what is recorded of them between meetings."""
        return upkeep.Upkeep(self.file, local_now)

    def writer(self, standing: upkeep.Standing) -> exporting.StandingWriter:
        """What writes a network's plan and the documents that go with it."""
        return exporting.StandingWriter(self.file, standing, self.network.folder(self.file))

    @property
    def forgetting(self) -> forgetting.Forgetting:
        """What erases for good, and what writes documents anew without it."""
        return forgetting.Forgetting(self.file, local_now)

    def hand_over(self, network: str, names: bool) -> Path:
        """Writes a network into one file among the documents; raises `Refused`."""
        folder = self.network.folder(self.file)
        folder.mkdir(parents=True, exist_ok=True)
        return handing.hand_over(self.file, network, folder, local_now().date(), names)

    def take_in(self, file: Path) -> list[Words]:
        """Takes in a file that was handed over, or a folder of them; tells what came of it.

        Raises `Refused`; of several files, one that cannot be taken in does not keep the others.
        """
        return handing.take_all_in(self.file, file)

    def roll_up(self, folder: Path, language: Language) -> list[Words]:
        """All regions of a folder of handed-over files in one report; raises `Refused`."""
        to = self.network.documents or self.file.parent / "documents"
        return rollups.rolled_up(folder, to, language, local_now().date())

    def kept(self) -> list[Kept]:
        """All meetings of the file, newest first."""
        glanced = glance(self.file)
        if glanced is not None:
            return glanced
        with closing(store.Store(self.file)) as opened:
            return opened.meetings()

    def start(self, new: door.NewMeeting) -> host.Host:
        """A new meeting, open and served; raises `Refused`."""
        return self.reopen(
            self.create(
                beginning.NewMeeting(
                    agendas=tuple(self.library.named(name) for name in new.agendas),
                    network=new.network,
                    region=new.region,
                    sector=new.sector,
                    place=new.place,
                    language=new.language,
                    starts=new.starts,
                )
            )
        )

    def create(self, new: beginning.NewMeeting) -> str:
        """A new meeting in the file; its id."""
        with closing(store.Store(self.file)) as opened:
            return beginning.create(opened, new)

    def reopen(self, meeting: str, waits: bool = False) -> host.Host:
        """A meeting that exists, open and served where it was; raises `Refused`.

        With `waits` phones come in after `admit`.
        """
        return host.Host(
            self.file,
            meeting,
            bind=self.network.bind,
            port=self.network.port,
            public_url=self.network.public_url,
            documents=self.network.folder(self.file),
            waits=waits,
        )
