"""Takes in what was handed over on another computer: what is new is added, and the rest stays."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from workshop.clock import local_now, stamp
from workshop.domain.contact import Contact
from workshop.domain.continuing import added, removed
from workshop.domain.event import Started
from workshop.domain.fold import fold
from workshop.domain.parcel import Log, Parcel
from workshop.domain.record import CardRedacted, Record
from workshop.domain.uniting import standing_for
from workshop.domain.words import Texts
from workshop.store.database import table
from workshop.store.erasing import enforce, redact
from workshop.store.log import append, read_log, unwrite
from workshop.store.meetings import meeting_row, named_after, take_in_meeting
from workshop.store.records import (
    add_records,
    keep_contact,
    read_contacts,
    read_network,
    read_records,
)
from workshop.store.sound import check
from workshop.store.uniting import read_edges


@dataclass(frozen=True)
class Told:
    """A meeting as people know it; `date` is ISO."""

    id: str
    title: Texts
    network: str
    date: str


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What was new: meetings, meetings that went on elsewhere, records and names.

    In `conflicts` are meetings that went on differently here and there: they stay as they are here.
    `namesakes` are networks that share their name with another one here, `united` those that are
    one with another one since this was taken in.
    """

    new: tuple[Told, ...] = ()
    longer: tuple[Told, ...] = ()
    conflicts: tuple[Told, ...] = ()
    records: int = 0
    names: int = 0
    namesakes: tuple[str, ...] = ()
    united: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.new or self.longer or self.records or self.names or self.united)


class Taking:
    """Takes one parcel in, inside a transaction. `united` are networks that have become one."""

    def __init__(self, db: Database, united: Collection[str] = ()) -> None:
        self._db = db
        self._united = united
        self._now = stamp(local_now())

    def take(self, parcel: Parcel) -> Taken:
        """Adds what is new; raises one of `portable.FAULTS` where something does not fit."""
        records = sum(self._records(network, parcel.records[network]) for network in parcel.records)
        new, longer, conflicts = list[Told](), list[Told](), list[Told]()
        stands = standing_for(read_edges(self._db))
        for log in parcel.logs:
            _check_place(log, parcel.records, stands)
            known = table(self._db, "meetings").count_where("id = ?", [log.meeting])
            (self._known(log, longer, conflicts) if known else self._new(log, new))
        accepted = [log for log in parcel.logs if log.meeting not in {c.id for c in conflicts}]
        people = {person for log in accepted for person in self._names(log)}
        reached = {p for one, found in parcel.contacts.items() for p in self._contacts(one, found)}
        names = len(people | reached)
        changed = {told.id for told in (*new, *longer)}
        concerned = {*parcel.records, *(log.network for log in parcel.logs), *self._united}
        for network in concerned - {""}:
            if records or names or changed or self._united:
                self._settle(network)
        check(self._db, sorted(changed), [*parcel.records])
        return Taken(
            new=tuple(new),
            longer=tuple(longer),
            conflicts=tuple(conflicts),
            records=records,
            names=names,
            namesakes=self._namesakes(parcel.records),
        )

    def _records(self, network: str, records: Sequence[Record]) -> int:
        """How many of these records are new."""
        known = {record.id for record in read_records(self._db, network)}
        fresh = [record for record in records if record.id not in known]
        add_records(self._db, network, fresh)
        return len({record.id for record in fresh})

    def _new(self, log: Log, new: list[Told]) -> None:
        meeting = fold(log.meeting, log.entries)
        take_in_meeting(self._db, log, meeting, read_network(self._db, log.network).name)
        append(self._db, log.meeting, log.entries)
        unwrite(self._db, log.meeting, removed(log.entries))
        new.append(_told(self._db, log))

    def _known(self, log: Log, longer: list[Told], conflicts: list[Told]) -> None:
        row = meeting_row(self._db, log.meeting)
        more = added(read_log(self._db, log.meeting), log.entries)
        if more is None or row["network_id"] != log.network:
            conflicts.append(_told(self._db, log))
        elif more:
            append(self._db, log.meeting, more)
            unwrite(self._db, log.meeting, removed(more))
            named_after(self._db, log, fold(log.meeting, read_log(self._db, log.meeting)))
            longer.append(_told(self._db, log))

    def _names(self, log: Log) -> Collection[str]:
        """Fills in names that are missing; none where they were erased, here or there."""
        if meeting_row(self._db, log.meeting)["names_erased"] or log.names_erased:
            table(self._db, "people").delete_where("meeting = ?", [log.meeting])
            return ()
        query = "select person from people where meeting = ? and name != ''"
        known = {row["person"] for row in self._db.query(query, [log.meeting])}
        fresh = {person: name for person, name in log.names.items() if person not in known and name}
        rows = [{"meeting": log.meeting, "person": p, "name": name} for p, name in fresh.items()]
        table(self._db, "people").upsert_all(rows, pk=("meeting", "person"))
        return fresh.keys()

    def _contacts(self, network: str, contacts: Iterable[Contact]) -> Collection[str]:
        known = read_contacts(self._db, network)
        fresh = [one for one in contacts if one.person not in known]
        for one in fresh:
            keep_contact(self._db, network, one)
        return {one.person for one in fresh}

    def _settle(self, network: str) -> None:
        """What was removed here or there is removed from what came in, too."""
        events = [record.event for record in read_records(self._db, network)]
        if cards := {event.card for event in events if isinstance(event, CardRedacted)}:
            redact(self._db, network, self._now, cards)
        enforce(self._db, network)

    def _namesakes(self, networks: Collection[str]) -> tuple[str, ...]:
        names = [str(row["name"]) for row in table(self._db, "networks").rows]
        alike = Counter(name.casefold() for name in names)
        came = {read_network(self._db, one).name for one in networks}
        return tuple(sorted(name for name in came if alike[name.casefold()] > 1))


def _check_place(log: Log, networks: Collection[str], stands: Mapping[str, str]) -> None:
    """The log says itself which network it belongs to, and that network says what it is."""
    started = log.entries[0].event
    if not isinstance(started, Started):
        raise ValueError("a log begins with something else")
    own = fold(log.meeting, log.entries[:1]).network_id
    if log.network and (log.network not in networks or stands.get(own, own) != log.network):
        raise ValueError("a meeting of another network")
    if not log.network and started.network_id:
        raise ValueError("a meeting without its network")


def _told(db: Database, log: Log) -> Told:
    meeting, row = fold(log.meeting, log.entries), meeting_row(db, log.meeting)
    return Told(log.meeting, meeting.title, row["network"], meeting.date)
