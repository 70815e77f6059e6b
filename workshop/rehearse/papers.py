"""What lies on the disk after a rehearsal: the database, and the Word files."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from workshop.domain.meeting import Meeting
from workshop.domain.words import Say
from workshop.rehearse.check import Check, same
from workshop.rehearse.memory import Memory
from workshop.steps.voters import voter
from workshop.store.store import Store


def kept(file: Path, meeting: Meeting) -> Iterator[Check]:
    """The file holds the very same meeting, and no ballot that could be somebody's."""
    with closing(Store(file)) as store:
        again = store.load(meeting.id)
    equal = Say("Opened again, the meeting is the same")
    yield Check(equal, len(meeting.entries), len(again.entries), again == meeting)
    left = sum(len(box) for box in again.box.values())
    yield same(Say("Ballots left in the ballot box"), 0, left)
    yield same(Say("Traces of voters in the files"), 0, _traces(file, meeting))


def _traces(file: Path, meeting: Meeting) -> int:
    """How many pseudonyms of closed rounds can still be found in the bytes of the files."""
    files = [file.with_name(file.name + ending) for ending in ("", "-wal", "-journal")]
    held = b"".join(path.read_bytes() for path in files if path.exists())
    voters = {
        voter(meeting, round_, person).encode()
        for round_ in meeting.rounds.values()
        if round_.counted
        for person in meeting.people
    }
    return sum(one in held for one in {*voters, b"hand-"})


def documents(files: Sequence[Path], memory: Memory, meeting: Meeting) -> Iterator[Check]:
    """Two files that open; the first holds every ranked list with the right numbers."""
    opened = [rows for file in files if (rows := _rows(file)) is not None]
    yield same(Say("Word files that open"), 2, len(opened))
    expected = [
        (meeting.cards[item].text, votes)
        for round_ in memory.rounds.values()
        for item, votes in round_.votes().items()
        if item in meeting.cards
    ]
    rows = opened[0] if opened else []
    found = [pair for pair in expected if _stands(rows, *pair)]
    yield same(Say("Areas with their votes in the notes"), len(expected), len(found))


def _rows(file: Path) -> list[list[str]] | None:
    """The cells of every table row, tables within tables aside; None if it does not open."""
    try:
        document = Document(str(file))
    except (OSError, BadZipFile, PackageNotFoundError, KeyError):
        return None
    return [_cells(row) for table in document.tables for row in _table_rows(table)]


def _table_rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def _cells(row: list[str]) -> list[str]:
    return [" ".join(cell.split()) for cell in row]


def _stands(rows: list[list[str]], text: str, votes: int) -> bool:
    """A row names the area and holds the number of votes in a cell of its own."""
    return any(any(cell.startswith(text) for cell in row) and str(votes) in row for row in rows)
