"""What the computer says: the user's language, and where meetings and the log file are kept."""

import os
import sys
from pathlib import Path
from typing import Final

from platformdirs import user_data_path, user_documents_path, user_log_path

from workshop.computer import system_language
from workshop.domain.refused import Refused
from workshop.domain.words import Say
from workshop.lobby import Lobby, Network
from workshop.public import public_address

DATA: Final = "WORKSHOP_DATA"


def folder() -> Path | None:
    """The folder that the environment names for meetings."""
    return Path(named) if (named := os.environ.get(DATA)) else None


def file_of(data: Path | None) -> Path:
    return (data or user_data_path("workshop", appauthor=False)) / "workshop.db"


def lobby_of(data: Path | None, network: Network | None = None) -> Lobby:
    documents = data / "documents" if data else user_documents_path() / "Workshop"
    found = network or Network()
    url = public_address(found.public_url)
    return Lobby(file_of(data), Network(found.bind, found.port, url, documents))


def check_terminal() -> None:
    """Refuses to draw where nobody would see it."""
    # The picture is drawn on the error stream, so that must be the window too.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Refused(
            Say("This needs a terminal window. Without one, lead from a web page: workshop serve")
        )


LANGUAGE = system_language()
LOG = user_log_path("workshop", appauthor=False) / "workshop.log"
