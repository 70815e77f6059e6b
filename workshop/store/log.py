"""The log in SQLite: entries are added, never changed, but for a text removed for good."""

import json
from collections.abc import Sequence

from sqlite_utils import Database

from workshop.domain.event import EVENT, Entry, Redacted
from workshop.domain.redaction import blanked
from workshop.store.database import table

Row = dict[str, str | int]


def read_log(db: Database, meeting: str) -> list[Entry]:
    """All entries of a meeting, in order."""
    rows = db.query("select * from log where meeting = ? order by number", [meeting])
    return [_entry(row) for row in rows]


def append(db: Database, meeting: str, entries: Sequence[Entry]) -> None:
    """Adds entries; the key refuses a number that another writer took."""
    table(db, "log").insert_all(_row(meeting, entry) for entry in entries)
    for entry in entries:
        if isinstance(entry.event, Redacted):
            _redact(db, meeting, entry.event.card)


def _redact(db: Database, meeting: str, card: str) -> None:
    for entry in read_log(db, meeting):
        without = blanked(entry, card)
        if without is not entry:
            changed = {"event": without.event.model_dump_json()}
            table(db, "log").update((meeting, entry.number), changed)


def _row(meeting: str, entry: Entry) -> Row:
    return {
        "meeting": meeting,
        "number": entry.number,
        "at": entry.at,
        "by": entry.by,
        "first": entry.first,
        "event": entry.event.model_dump_json(),
    }


def _entry(row: dict[str, object]) -> Entry:
    event = EVENT.validate_python(json.loads(str(row["event"])))
    return Entry(
        number=int(str(row["number"])),
        at=str(row["at"]),
        by=str(row["by"]),
        first=int(str(row["first"])),
        event=event,
    )
