"""What is handed over in one piece: meetings and what their networks recorded in between."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pydantic import JsonValue

from workshop.domain.contact import Contact
from workshop.domain.event import Entry, Patched, Put
from workshop.domain.fact import Source
from workshop.domain.record import NetworkDescribed, Record
from workshop.domain.redaction import blanked
from workshop.domain.retention import ABSENT


@dataclass(frozen=True, kw_only=True)
class Log:
    """One meeting whole. `network` is an id, "" for none; `names` are the names of people by id.

    The days (ISO, or "") are until when it is kept, and when its texts and names were erased.
    """

    meeting: str
    network: str
    entries: tuple[Entry, ...]
    keep_until: str = ""
    texts_erased: str = ""
    names_erased: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def source(self) -> Source:
        return Source(meeting=self.meeting, entries=self.entries)


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """`records` and `contacts` by the id of their network."""

    logs: tuple[Log, ...] = ()
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    contacts: Mapping[str, tuple[Contact, ...]] = field(default_factory=dict)


def nameless(parcel: Parcel) -> Parcel:
    """The same without the names of people, and without what is there to hold them."""
    records = {
        network: tuple(_without_reach(record) for record in found)
        for network, found in parcel.records.items()
    }
    logs = tuple(
        replace(log, names={}, entries=tuple(_nameless(log.entries))) for log in parcel.logs
    )
    return Parcel(logs=logs, records=records)


def _nameless(entries: Iterable[Entry]) -> Iterable[Entry]:
    """Who was absent is written down by name."""
    gone: set[str] = set()
    for entry in entries:
        event = entry.event
        if isinstance(event, Put) and event.deck == ABSENT:
            gone.add(event.card)
        if isinstance(event, Put | Patched) and event.card in gone:
            yield blanked(entry, event.card)
        else:
            yield _without_contact(entry)


def _without_contact(entry: Entry) -> Entry:
    event = entry.event
    if not isinstance(event, Put | Patched) or not _reaches(event.values):
        return entry
    values = {**event.values, "contact": ""}
    return entry.model_copy(update={"event": event.model_copy(update={"values": values})})


def _reaches(values: Mapping[str, JsonValue]) -> bool:
    """Whether it says in words whom to call; a party is told by its organisation and an id."""
    return isinstance(values.get("contact"), str)


def _without_reach(record: Record) -> Record:
    event = record.event
    if not isinstance(event, NetworkDescribed):
        return record
    silent = event.model_copy(update={"contact_point": ""})
    return record.model_copy(update={"event": silent})
