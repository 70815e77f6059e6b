"""The list of meetings, read with nothing that the first screen would have to wait for."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.words import Texts

VERSION = 4  # of the tables, as the file tells it
PATIENCE = 0.5  # seconds, when another program is writing
COLUMNS = "id, network, title, date, port, secret, ended, network_id, keep_until"
NEWEST_FIRST = f"select {COLUMNS} from meetings order by date desc, rowid desc"


@dataclass(frozen=True)
class Kept:
    """One meeting in the list of meetings; `port` and `secret` make its addresses.

    `keep_until` is the day (ISO) after which erasing its names and raw texts is proposed.
    """

    id: str
    network: str
    title: Texts
    date: str
    port: int
    secret: str
    ended: bool = False
    network_id: str = ""
    keep_until: str = ""


def glance(file: Path) -> list[Kept] | None:
    """All meetings, newest first; None for a file that has to be opened with more care."""
    if not file.is_file():
        return []
    try:
        with _reading(file) as connection:
            if connection.execute("PRAGMA user_version").fetchone() != (VERSION,):
                return None
            return list(kept(connection))
    except (sqlite3.Error, ValueError, TypeError):
        return None


def kept(connection: sqlite3.Connection) -> Iterator[Kept]:
    """All meetings of an open file, newest first."""
    for id_, network, title, date, port, secret, ended, *more in connection.execute(NEWEST_FIRST):
        texts = Texts(**json.loads(title))
        yield Kept(id_, network, texts, date, port, secret, bool(ended), *more)


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    # "rw", not "ro": a journal that a killed program left may have to be read, too.
    address = f"{file.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE)) as connection:
        yield connection
