"""What the terminal needs of the program around it, and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

from workshop import room as rooms
from workshop import upkeep
from workshop.domain import edition, form, loss
from workshop.domain.words import Language, Texts, Words
from workshop.store import erasing, finding, library
from workshop.store.shelf import Kept

State = Literal["running", "ended"]


@dataclass(frozen=True)
class AgendaInfo:
    """An agenda that a meeting can be made from."""

    id: str
    title: Texts
    minutes: int
    points: int
    own: bool = False


@dataclass(frozen=True)
class BrokenAgenda:
    """An agenda file of one's own that cannot be used, and the first thing wrong with it."""

    name: str
    line: int
    words: Words
    more: int = 0


@dataclass(frozen=True)
class MeetingInfo:
    """A meeting that exists already; `date` is ISO."""

    id: str
    title: Texts
    network: str
    date: str
    state: State


@dataclass(frozen=True, kw_only=True)
class NewMeeting:
    """What a meeting is made from: ids of agendas in order, `starts` in minutes after midnight."""

    agendas: tuple[str, ...]
    network: str
    region: str
    sector: str
    place: str
    language: Language
    starts: int


class Places(Protocol):
    """The computer's network addresses."""

    def all(self) -> list[str]:
        """Best guess first."""

    def choose(self, place: str) -> None:
        """Which of them phones are told."""


class Host(Protocol):
    """A running meeting. Room and server live on a loop of their own, in another thread."""

    @property
    def room(self) -> rooms.Room: ...

    @property
    def address(self) -> str:
        """Where phones join, such as "http://192.168.1.20:8080"."""

    @property
    def desk(self) -> str:
        """The facilitator's secret address."""

    @property
    def notice(self) -> Words:
        """Something to tell at the start; "" when there is nothing."""

    @property
    def reached(self) -> int:
        """How many phones have opened the page for testing."""

    @property
    def places(self) -> Places: ...

    def lead(self, name: str, answers: form.Answers) -> Future[None]: ...

    def write_documents(
        self, edition: edition.Edition, told: edition.Told
    ) -> Future[edition.Written]:
        """Minutes and plan come first; `told` hears of the progress on another thread."""

    def save_agenda(self, name: str) -> Future[Path]:
        """Keeps the agenda as it stands now, to be held again."""

    def admit(self) -> None:
        """Lets the phones in, if they had to wait for the first picture."""

    def open_folder(self) -> None:
        """Shows the folder they lie in, in the computer's own file window."""

    def close(self) -> None: ...


class Writer(Protocol):
    """Something that documents can be written of."""

    def write_documents(
        self, edition: edition.Edition, told: edition.Told
    ) -> Future[edition.Written]: ...

    def open_folder(self) -> None: ...


class Losses(Protocol):
    """What erasing would take away and leave."""

    def names(self, kept: Kept) -> loss.Loss: ...

    def texts(self, kept: Kept) -> loss.Loss: ...

    def person(self, people: Sequence[finding.Person]) -> loss.Loss: ...

    def text(self, text: finding.Written) -> loss.Loss: ...


class Forgetting(Protocol):
    """Erases for good, and writes anew the drafts that held it. Each may raise `Refused`."""

    @property
    def losses(self) -> Losses: ...

    def held(self) -> list[tuple[Kept, erasing.Due]]:
        """The meetings that hold names or raw texts, by the day they are kept until."""

    def names(self) -> list[str]:
        """Everybody whose name is known."""

    def people(self, name: str) -> list[finding.Person]: ...

    def texts(self, sought: str) -> list[finding.Written]:
        """The texts meant by an id or by words in them."""

    def keep_until(self, meeting: str, day: date | None) -> None: ...

    def erase_names(self, meeting: Kept) -> loss.Renewed: ...

    def erase_texts(self, meeting: Kept) -> loss.Renewed: ...

    def erase_person(self, people: Sequence[finding.Person]) -> loss.Renewed: ...

    def erase_text(self, text: finding.Written) -> loss.Renewed: ...


class Lobby(Protocol):
    """What can be begun or continued. `start` and `reopen` may take a while, or raise `Refused`."""

    @property
    def library(self) -> library.Library:
        """The agendas themselves, to look at and to change."""

    def agendas(self) -> list[AgendaInfo]: ...

    def broken(self) -> list[BrokenAgenda]:
        """Agenda files of one's own that cannot be used yet."""

    def meetings(self) -> list[MeetingInfo]: ...

    def networks(self) -> list[str]: ...

    @property
    def keeping(self) -> upkeep.Upkeep:
        """The networks themselves, and what is recorded of them between meetings."""

    def writer(self, standing: upkeep.Standing) -> Writer:
        """What writes a network's plan and the documents that go with it."""

    @property
    def forgetting(self) -> Forgetting: ...

    def hand_over(self, network: str, names: bool) -> Path:
        """Writes a network (its id) into one file, for another computer."""

    def take_in(self, file: Path) -> list[Words]:
        """Takes in such a file, or a folder of them; what came of it, a line each."""

    def roll_up(self, folder: Path, language: Language) -> list[Words]:
        """All regions of a folder of such files in one report; what came of it, a line each."""

    def start(self, new: NewMeeting) -> Host: ...

    def reopen(self, meeting: str) -> Host: ...


Practice = Callable[[Language], Host]
"""Opens a meeting whose phones are simulated, to practise in; it may take a while."""
