"""Opens the database file: safe settings, the tables, and clear words when it cannot be used."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

from workshop.domain.network import old_id
from workshop.domain.record import NetworkDescribed
from workshop.domain.refused import NotSaved, Refused
from workshop.domain.retention import proposed
from workshop.domain.trouble import why
from workshop.domain.words import Say, said
from workshop.store.shelf import VERSION

# Milliseconds to wait for another program: to write, and to empty the journal.
PATIENCE = 5_000
CLEANING = 1_000
migrations = Migrations("workshop")


@migrations()
def first_tables(db: Database) -> None:
    """The log, the people, the ballot box, and what meetings and networks there are."""
    table(db, "networks").create({"name": str, "region": str, "language": str}, pk="name")
    table(db, "meetings").create(
        {
            "id": str,
            "network": str,
            "title": str,
            "date": str,
            "ended": int,
            "port": int,
            "secret": str,
        },
        pk="id",
    )
    table(db, "log").create(
        {"meeting": str, "number": int, "at": str, "by": str, "first": int, "event": str},
        pk=("meeting", "number"),
    )
    table(db, "people").create(
        {"meeting": str, "person": str, "name": str}, pk=("meeting", "person")
    )
    table(db, "phones").create(
        {"meeting": str, "phone": str, "person": str}, pk=("meeting", "phone")
    )
    table(db, "ballots").create(
        {"meeting": str, "round": str, "voter": str, "points": str, "by_hand": int},
        pk=("meeting", "round", "voter"),
    )


@migrations()
def networks_with_ids(db: Database) -> None:
    """Networks get an id, records of their own and contacts; meetings a day to be kept until."""
    before = list(table(db, "networks").rows)
    table(db, "networks").drop()
    table(db, "networks").create({"id": str, "name": str}, pk="id")
    table(db, "records").create(
        {"network": str, "id": str, "at": str, "event": str}, pk=("network", "id")
    )
    table(db, "contacts").create(
        {"network": str, "person": str, "name": str, "reach": str}, pk=("network", "person")
    )
    for column in ("network_id", "keep_until", "texts_erased"):
        table(db, "meetings").add_column(column, str, not_null_default="")
    for row in before:
        _with_id(db, NetworkDescribed.model_validate(row))
    for meeting in list(table(db, "meetings").rows):
        told = {"network_id": old_id(meeting["network"]) if meeting["network"] else ""}
        told["keep_until"] = proposed(date.fromisoformat(meeting["date"][:10])).isoformat()
        table(db, "meetings").update(meeting["id"], told)


@migrations()
def names_erased(db: Database) -> None:
    """Meetings remember when their names were erased, so that they do not come back."""
    table(db, "meetings").add_column("names_erased", str, not_null_default="")


@migrations()
def documents_known(db: Database) -> None:
    """Where documents were written."""
    row = {"file": str, "source": str, "kind": str, "language": str, "final": int, "options": str}
    table(db, "papers").create(row, pk="file")


def _with_id(db: Database, described: NetworkDescribed) -> None:
    """The same id and the same record on every computer that knew the network by its name."""
    id_, event = old_id(described.name), described.model_dump_json()
    table(db, "networks").insert({"id": id_, "name": described.name})
    record = {"network": id_, "id": old_id(event), "at": BEFORE_RECORDS, "event": event}
    table(db, "records").insert(record)


# When what was known before there were records is taken to have been recorded.
BEFORE_RECORDS = "2000-01-01T00:00:00+00:00"


def table(db: Database, name: str) -> Table:
    """A table, never a view."""
    return db.table(name)


def open_database(file: Path) -> Database:
    """The database, ready to use; raises `Refused` with what happened and what to do."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _opened(file)
    except OSError as problem:
        raise NotSaved(said(UNWRITABLE.text, file=str(file), problem=why(problem))) from problem
    except sqlite3.OperationalError as problem:
        raise NotSaved(said(UNWRITABLE.text, file=str(file), problem=str(problem))) from problem
    except sqlite3.DatabaseError as problem:
        raise Refused(said(DAMAGED.text, file=str(file))) from problem


UNWRITABLE = Say(
    "The file %(file)s cannot be opened for writing (%(problem)s). Nothing was changed. Choose "
    "another folder with --data, or free some space."
)
DAMAGED = Say(
    "The file %(file)s is damaged or is not a workshop file. It was left as it is. Put a backup in "
    "its place, or choose another folder with --data."
)
NEWER = Say(
    "The file %(file)s was made by a newer version of workshop. It was left as it is. Update "
    "workshop, or choose another folder with --data."
)


def _opened(file: Path) -> Database:
    # The room hands its writes to a thread of their own; never two threads at the same time.
    connection = sqlite3.connect(
        file, check_same_thread=False, timeout=PATIENCE / 1_000, isolation_level=None
    )
    with ExitStack() as unless_checked:
        unless_checked.callback(connection.close)
        db = _checked(connection, file)
        unless_checked.pop_all()
    return db


def _checked(connection: sqlite3.Connection, file: Path) -> Database:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise Refused(said(NEWER.text, file=str(file)))
    if version == 0 and _is_of_another_program(connection):
        raise sqlite3.DatabaseError("not a workshop file")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("quick_check")
    connection.execute("PRAGMA journal_mode = WAL")
    # Every acknowledged answer survives a power cut; deleted ballots are overwritten, not unlinked.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    db = Database(connection)
    migrations.apply(db)
    if version != VERSION:
        connection.execute(f"PRAGMA user_version = {VERSION}")
    # What a program that was killed left in the journal.
    scrub(db, wait=0)
    return db


def _is_of_another_program(connection: sqlite3.Connection) -> bool:
    rows = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
    names = {str(name) for (name,) in rows}
    return bool(names) and migrations.migrations_table not in names


def scrub(db: Database, wait: int = CLEANING) -> bool:
    """Writes what waits in the journal into the file and empties the journal for real.

    False when somebody who is reading kept it from that for `wait` milliseconds, or the disk did:
    it has to be done again later. What was written before is kept in any case.
    """
    db.execute(f"PRAGMA busy_timeout = {wait}").fetchall()
    try:
        busy, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        return False
    finally:
        db.execute(f"PRAGMA busy_timeout = {PATIENCE}").fetchall()
    return not busy


def leave_out_ballots(copy: sqlite3.Connection) -> None:
    """Empties the ballot box of a copy, for real: it would outlive the round."""
    copy.execute("PRAGMA secure_delete = ON")
    copy.execute("DELETE FROM ballots")
    copy.commit()


@contextmanager
def saving() -> Iterator[None]:
    """Turns what a full or read-only disk says into words; a lost connection loses nothing."""
    try:
        yield
    except (sqlite3.Error, OSError) as problem:
        raise NotSaved(said(FULL.text, problem=str(problem))) from problem


FULL = Say(
    "The disk did not take it in (%(problem)s). Everything from before is kept; this last thing is "
    "not. Free some space, then do it again."
)
