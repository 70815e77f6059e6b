"""Opens the first screen, with nothing loaded that it does not show."""

from pathlib import Path

from workshop.commands.home import check_terminal, lobby_of
from workshop.domain.words import Language
from workshop.rehearse import tour
from workshop.tui.app import WorkshopApp
from workshop.tui.door import Host


def first_screen(data: Path | None, language: Language) -> WorkshopApp:
    """The terminal app at its first screen."""
    return WorkshopApp(lobby_of(data), language, practice=practice)


def practice(language: Language) -> Host:
    """A meeting to practise in, thrown away afterwards."""
    return tour.Practice(language)


def welcome(data: Path | None, language: Language) -> None:
    """Shows it until the user leaves; raises `Refused` without a terminal or a usable file."""
    check_terminal()
    lobby_of(data).kept()
    first_screen(data, language).run()
