"""All agendas there are: those that come with the program, and one's own beside a database file."""

from collections.abc import Iterator
from pathlib import Path

from workshop.domain.agenda import Agenda
from workshop.store.agendas import Unfit, find, read_agenda, shipped
from workshop.store.own import own_folder, owned, save_own


class Library:
    """Reads the files anew each time: somebody may be writing in one of them."""

    def __init__(self, database: Path) -> None:
        self._folder = own_folder(database)

    def own(self) -> list[Path]:
        """The agenda files of one's own."""
        return owned(self._folder)

    def usable(self) -> Iterator[Agenda]:
        """All agendas; one that somebody has just broken does not hide the others."""
        for file in (*shipped(), *self.own()):
            try:
                yield read_agenda(file)
            except Unfit:
                continue

    def broken(self) -> Iterator[tuple[Path, Unfit]]:
        """Agenda files of one's own that cannot be used, and why."""
        for file in self.own():
            try:
                read_agenda(file)
            except Unfit as unfit:
                yield file, unfit

    def named(self, name: str) -> Agenda:
        """An agenda by its name, or in a file; raises `Refused`."""
        return read_agenda(find(name, self.own()))

    def save(self, agenda: Agenda, name: str, before: str = "") -> Path:
        """Keeps an agenda of one's own; raises `Refused`. `before` names the one it replaces."""
        return save_own(agenda, name, self._folder, before)
