"""The log in SQLite: entries are added, never changed, but for a text removed for good."""

from collections.abc import Collection, Iterator, Sequence
from functools import reduce

from sqlite_utils import Database

from workshop.domain.event import EVENT, Entry
from workshop.domain.fact import Source
from workshop.domain.redaction import blanked, unsaid
from workshop.store.database import table

Row = dict[str, str | int]


def read_log(db: Database, meeting: str) -> list[Entry]:
    """All entries of a meeting, in order."""
    return [_entry(row) for row in _rows(db, meeting)]


def read_sources(db: Database, meetings: Sequence[str]) -> list[Source]:
    """The logs of these meetings, as a register reads them."""
    return [Source(meeting=meeting, entries=read_log(db, meeting)) for meeting in meetings]


def append(db: Database, meeting: str, entries: Sequence[Entry]) -> None:
    """Adds entries; the key refuses a number that another writer took."""
    table(db, "log").insert_all(_row(meeting, entry) for entry in entries)


def unwrite(
    db: Database, meeting: str, cards: Collection[str], texts: Collection[str] = ()
) -> None:
    """Takes what was written on these cards out of a meeting's log, for good.

    `texts` are taken out of other cards too, where they once stood.
    """
    # A card's id is long and drawn by chance: where it does not stand, nothing of the card does.
    ours = [
        one
        for one in _rows(db, meeting)
        if texts or any(card in str(one["event"]) for card in cards)
    ]
    for row in ours:
        entry = _entry(row)
        without = unsaid(reduce(blanked, cards, entry), texts)
        if without is not entry:
            changed = {"event": without.event.model_dump_json()}
            table(db, "log").update((meeting, entry.number), changed)


def _rows(db: Database, meeting: str) -> Iterator[dict[str, object]]:
    return db.query("select * from log where meeting = ? order by number", [meeting])


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
    event = EVENT.validate_json(str(row["event"]))
    # Not checked once more: a network's register reads ten thousands of them.
    return Entry.model_construct(
        number=int(str(row["number"])),
        at=str(row["at"]),
        by=str(row["by"]),
        first=int(str(row["first"])),
        event=event,
    )
