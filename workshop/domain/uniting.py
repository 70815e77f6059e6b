"""Networks that were begun on two computers and are one: pure, and in whichever order.

That two are one is a record like any other. Of all that are one, the smallest id stands for them,
so that every computer comes to the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from workshop.domain.contact import Contact
from workshop.domain.parcel import Parcel
from workshop.domain.record import NetworkUnited, Record

Edge = tuple[str, str]
# When they were found to be one means nothing, and must not differ from computer to computer.
ALWAYS = "2000-01-01T00:00:00+00:00"


def united(other: str) -> Record:
    """The record of it, the same on every computer."""
    event = NetworkUnited(other=other)
    return Record(id=f"{event.kind}-{other}", at=ALWAYS, event=event)


def edges(records: Mapping[str, Iterable[Record]]) -> set[Edge]:
    """Which networks are said to be one, in pairs."""
    return {
        (network, record.event.other)
        for network, found in records.items()
        for record in found
        if isinstance(record.event, NetworkUnited)
    }


def standing_for(pairs: Iterable[Edge]) -> dict[str, str]:
    """The id that stands for each network that is named here; its own for that one itself."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups |= dict.fromkeys(joined, joined)
    return {network: min(group) for network, group in groups.items()}


def moved(parcel: Parcel, stands: Mapping[str, str]) -> Parcel:
    """The parcel with each network under the id that stands for it."""
    records: dict[str, dict[str, Record]] = defaultdict(dict)
    contacts: dict[str, dict[str, Contact]] = defaultdict(dict)
    for network, found in parcel.records.items():
        records[stands.get(network, network)] |= {record.id: record for record in found}
    for network, reached in parcel.contacts.items():
        contacts[stands.get(network, network)] |= {one.person: one for one in reached}
    return Parcel(
        logs=tuple(
            replace(log, network=stands.get(log.network, log.network)) for log in parcel.logs
        ),
        records={network: tuple(found.values()) for network, found in records.items()},
        contacts={network: tuple(found.values()) for network, found in contacts.items()},
    )
