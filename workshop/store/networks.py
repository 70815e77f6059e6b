"""The networks of a file: what each one is, its register, and what is recorded between meetings."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from sqlite_utils import Database

from workshop.clock import stamp
from workshop.domain.carrying import standing
from workshop.domain.contact import Contact
from workshop.domain.counting import of_sources
from workshop.domain.fact import Source
from workshop.domain.figures import Figures
from workshop.domain.meeting import Meeting
from workshop.domain.network import Network
from workshop.domain.record import NetworkEvent, Record
from workshop.domain.refused import Refused
from workshop.domain.register import Register, register
from workshop.domain.uniting import united
from workshop.domain.words import Own, Say, said
from workshop.steps.going_on import going_on
from workshop.store.database import saving, scrub, table
from workshop.store.erasing import enforce
from workshop.store.lock import none_open
from workshop.store.log import read_sources
from workshop.store.records import (
    add_records,
    keep_contact,
    meetings_of,
    read_contacts,
    read_network,
    read_records,
)
from workshop.store.uniting import unite


class Networks:
    """What the file knows of networks. Raises `Refused` for one that it does not know."""

    def __init__(self, db: Database, file: Path) -> None:
        self._db = db
        self._file = file

    def names(self) -> list[str]:
        """The names of all networks, in alphabetical order."""
        return sorted(str(row["name"]) for row in table(self._db, "networks").rows)

    def all(self) -> list[Network]:
        """All networks, by name."""
        ids = [str(row["id"]) for row in table(self._db, "networks").rows_where(order_by="name")]
        return [read_network(self._db, network_id) for network_id in ids]

    def get(self, network_id: str) -> Network:
        return read_network(self._db, network_id)

    def named(self, name: str) -> Network | None:
        """The network of this name, upper and lower case alike; None when there is none."""
        same = name.casefold()
        return next((one for one in self.all() if one.name.casefold() == same), None)

    def find(self, text: str) -> Network:
        """The network meant by a name, an id, or a beginning that no other has."""
        same, known = text.casefold(), self.all()
        exact = [one for one in known if same in (one.id, one.name.casefold())]
        near = [one for one in known if text and one.name.casefold().startswith(same)]
        found = exact or near
        if len({one.name.casefold() for one in found}) == 1 < len(found):
            ids = ", ".join(one.id for one in found)
            raise Refused(said(SEVERAL.text, name=Own(found[0].name), ids=ids))
        if not known:
            raise Refused(NONE_YET)
        if len(found) != 1:
            names = ", ".join(one.name for one in known)
            raise Refused(said(UNKNOWN.text, name=Own(text), known=Own(names)))
        return found[0]

    def called(self, name: str) -> list[Network]:
        """The networks of this name: perhaps the same one, begun on two computers."""
        same = name.casefold()
        return [one for one in self.all() if one.name.casefold() == same]

    def unite(self, one: str, other: str) -> str:
        """Makes one network of two, for good; returns the id that stands for both.

        Raises `Occupied` while a meeting of either is open.
        """
        stays, goes = sorted((one, other))
        meetings = [m for network in (stays, goes) for m in meetings_of(self._db, network)]
        with none_open(self._file, meetings):
            with saving(), self._db.atomic():
                add_records(self._db, stays, [united(goes)])
                unite(self._db)
                enforce(self._db, stays)
            scrub(self._db)
        return stays

    def records(self, network_id: str) -> list[Record]:
        return read_records(self._db, network_id)

    def sources(self, network_id: str) -> list[Source]:
        """The logs of a network's meetings, oldest first; no other network's are read."""
        return read_sources(self._db, meetings_of(self._db, network_id))

    def register(self, network_id: str) -> Register:
        """Everything the network keeps, from its meetings and from in between."""
        return register(self.sources(network_id), self.records(network_id))

    def standing(self, network_id: str, today: date) -> Meeting:
        """The network as one meeting, for whatever writes documents of a meeting."""
        sources = self.sources(network_id)
        found = register(sources, self.records(network_id))
        areas = (kept.measure.plan_area for kept in found.measures)
        names, network = self.people(network_id), self.get(network_id).with_areas(areas)
        agreed = going_on(sources, network, today)
        return standing(network, found, today, names, of_sources(sources), agreed)

    def earlier(self, network_id: str) -> tuple[Figures, ...]:
        """The figures of the network's meetings, oldest first."""
        return of_sources(self.sources(network_id))

    def people(self, network_id: str) -> dict[str, str]:
        """The names of everybody known in the network's meetings or as a contact, by id."""
        rows = self._db.query(NAMES, [network_id])
        found = {str(row["person"]): str(row["name"]) for row in rows}
        contacts = self.contacts(network_id).values()
        return found | {one.person: one.name for one in contacts if one.name}

    def contacts(self, network_id: str) -> dict[str, Contact]:
        return read_contacts(self._db, network_id)

    def record(
        self,
        network_id: str,
        events: Sequence[NetworkEvent],
        at: datetime,
        contacts: Sequence[Contact] = (),
    ) -> None:
        """Writes what was recorded between meetings, and the names that belong to it.

        Raises `Occupied` while a meeting of the network is open: it is recorded there.
        """
        now = stamp(at)
        records = [Record(id=secrets.token_hex(8), at=now, event=event) for event in events]
        with none_open(self._file, self._running(network_id)), saving(), self._db.atomic():
            add_records(self._db, network_id, records)
            for contact in contacts:
                keep_contact(self._db, network_id, contact)

    def _running(self, network_id: str) -> list[str]:
        query = "select id from meetings where network_id = ? and ended = 0"
        return [str(row["id"]) for row in self._db.query(query, [network_id])]


NAMES = """
select person, name from people join meetings on meetings.id = people.meeting
where network_id = ? and name != '' order by date, people.rowid
"""
SEVERAL = Say(
    "There are several networks called “%(name)s”: %(ids)s. Name the one you mean by its id; if "
    "they are one, make one of them with: workshop unite"
)
NONE_YET = Say("There are no networks yet. The first begins with its first meeting.")
UNKNOWN = Say("There is no network “%(name)s”. There are: %(known)s.")
