"""The records, contacts and list of networks in SQLite."""

import json
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from workshop.domain.contact import Contact
from workshop.domain.network import Network, network
from workshop.domain.record import NetworkDescribed, Record
from workshop.store.database import table


def read_records(db: Database, network_id: str) -> list[Record]:
    """All records of a network."""
    rows = db.query("select id, at, event from records where network = ?", [network_id])
    return [Record.model_validate({**row, "event": json.loads(str(row["event"]))}) for row in rows]


def add_records(db: Database, network_id: str, records: Sequence[Record]) -> None:
    """Adds records; those known already stay as they are. The list of networks follows."""
    for record in records:
        row = {"network": network_id, "id": record.id, "at": record.at}
        table(db, "records").insert({**row, "event": record.event.model_dump_json()}, ignore=True)
    if any(isinstance(record.event, NetworkDescribed) for record in records):
        name = read_network(db, network_id).name
        table(db, "networks").upsert({"id": network_id, "name": name}, pk="id")
        db.execute("update meetings set network = ? where network_id = ?", [name, network_id])


def rewrite_records(db: Database, network_id: str, records: Iterable[Record]) -> None:
    """Puts other content in records that are there: only for what is removed for good."""
    for record in records:
        event = {"event": record.event.model_dump_json()}
        table(db, "records").update((network_id, record.id), event)


def read_network(db: Database, network_id: str) -> Network:
    return network(network_id, read_records(db, network_id))


def read_contacts(db: Database, network_id: str) -> dict[str, Contact]:
    """The people a network can reach, by id."""
    rows = table(db, "contacts").rows_where("network = ?", [network_id])
    found = (Contact(str(r["person"]), str(r["name"]), str(r["reach"])) for r in rows)
    return {contact.person: contact for contact in found}


def keep_contact(db: Database, network_id: str, contact: Contact) -> None:
    row = {"network": network_id, "person": contact.person, "name": contact.name}
    table(db, "contacts").upsert({**row, "reach": contact.reach}, pk=("network", "person"))


def meetings_of(db: Database, network_id: str) -> list[str]:
    """The ids of a network's meetings, oldest first; none for "", which is no network."""
    if not network_id:
        return []
    query = "select id from meetings where network_id = ? order by date, rowid"
    return [str(row["id"]) for row in db.query(query, [network_id])]


def network_of(db: Database, meeting: str) -> str:
    """The id of a meeting's network; "" when it belongs to none."""
    rows = db.query("select network_id from meetings where id = ?", [meeting])
    return next((str(row["network_id"]) for row in rows), "")
