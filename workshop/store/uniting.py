"""Makes one network of several in SQLite, as records say that they are one."""

import json
from collections.abc import Mapping

from sqlite_utils import Database

from workshop.domain.uniting import Edge, standing_for, united
from workshop.store.database import table
from workshop.store.records import add_records, keep_contact, read_contacts, read_records


def read_edges(db: Database) -> set[Edge]:
    """Which networks are said here to be one, in pairs."""
    found = db.query(UNITED)
    return {(str(row["network"]), str(json.loads(str(row["event"]))["other"])) for row in found}


def unite(db: Database, stands: Mapping[str, str] | None = None) -> set[str]:
    """Moves what is kept of each network to the one that stands for it; returns these, changed."""
    ids = standing_for(read_edges(db)) if stands is None else stands
    known = {str(row["id"]) for row in table(db, "networks").rows}
    moved = {old: new for old, new in ids.items() if old != new}
    for old, new in moved.items():
        add_records(db, new, [united(old)])
        if old in known:
            _move(db, old, new)
    return {new for old, new in moved.items() if old in known}


def _move(db: Database, old: str, new: str) -> None:
    add_records(db, new, read_records(db, old))
    reached = read_contacts(db, new)
    for person, contact in read_contacts(db, old).items():
        if person not in reached:
            keep_contact(db, new, contact)
    for name in ("records", "contacts"):
        table(db, name).delete_where("network = ?", [old])
    table(db, "networks").delete(old)
    db.execute("update papers set source = ? where source = ?", [new, old])
    db.execute(MEETINGS, [new, new, old])


UNITED = """
select network, event from records where event like '{"kind":"network_united"%'
"""
MEETINGS = """
update meetings set network_id = ?, network = (select name from networks where id = ?)
where network_id = ?
"""
