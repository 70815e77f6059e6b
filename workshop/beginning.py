"""A meeting begins: what it is made from, what its network gives it, and its first entries."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from pydantic import JsonValue

from workshop.clock import local_now, stamp
from workshop.domain.agenda import Agenda, joined_title
from workshop.domain.carrying import carried, parties
from workshop.domain.event import Entered, Entry, Named, Point, Started
from workshop.domain.example import bank
from workshop.domain.keeping import people_in
from workshop.domain.network import Network
from workshop.domain.retention import proposed
from workshop.domain.text import one_line
from workshop.domain.words import Language
from workshop.steps.bank import Bank
from workshop.steps.combine import combine
from workshop.store.shelf import Kept
from workshop.store.store import Store


@dataclass(frozen=True, kw_only=True)
class NewMeeting:
    """What a new meeting is made from; `starts` is minutes after midnight."""

    agendas: tuple[Agenda, ...]
    network: str = ""
    region: str = ""
    sector: str = ""
    place: str = ""
    language: Language = "en"
    starts: int | None = None
    port: int = 0


def create(
    store: Store, new: NewMeeting, now: datetime | None = None, chance: Random | None = None
) -> str:
    """Writes a new meeting at its first step into the store; returns its id."""
    at, draw = now or local_now(), chance or Random(secrets.randbits(64))
    id_, name = f"{draw.getrandbits(40):010x}", one_line(new.network)
    network = store.networks.named(name) or _new_network(name, id_, new)
    started = _started(store, new, network, at)
    kept = Kept(
        id=id_,
        network=network.name,
        title=started.title,
        date=started.date,
        port=new.port,
        secret=f"{draw.getrandbits(80):020x}",
        network_id=network.id,
        keep_until=proposed(at.date()).isoformat(),
    )
    store.create(kept, [*_first(started, at), *_known(store, network, started)])
    return id_


def _new_network(name: str, meeting: str, new: NewMeeting) -> Network:
    """A network that begins with this meeting; without a name there is none, and nothing kept."""
    # Drawn from the meeting's id, which is drawn by chance itself.
    id_ = f"{Random(meeting).getrandbits(48):012x}" if name else ""
    return Network(id=id_, name=name, region=one_line(new.region), language=new.language)


def _started(store: Store, new: NewMeeting, network: Network, at: datetime) -> Started:
    register = store.networks.register(network.id)
    network = network.with_areas(kept.measure.plan_area for kept in register.measures)
    region, sector = one_line(new.region) or network.region, one_line(new.sector)
    return Started(
        title=joined_title(new.agendas),
        points=combine(new.agendas, {"region": region, "sector": sector}),
        network=network.name,
        network_id=network.id,
        region=region,
        sector=sector,
        place=one_line(new.place),
        language=new.language,
        date=at.date().isoformat(),
        starts=at.hour * 60 + at.minute if new.starts is None else new.starts,
        carried=(*carried(register), *_bank(store, new, network)),
        kinds=network.kinds,
        parties=parties(network, register),
        plan_areas=network.own_areas,
        earlier=store.networks.earlier(network.id),
    )


def _bank(store: Store, new: NewMeeting, network: Network) -> tuple[Mapping[str, JsonValue], ...]:
    """Good examples of other regions, where the agenda has a place for them."""
    if not any(isinstance(step, Bank) for one in new.agendas for step in one.steps):
        return ()
    return bank(store.examples.all(besides=network.id))


def _first(started: Started, at: datetime) -> tuple[Entry, ...]:
    """One command of two facts: a meeting that stands nowhere cannot be led."""
    entered = Entered(step=_first_held(started.points).id)
    return (
        Entry(number=1, at=stamp(at), by="", first=1, event=started),
        Entry(number=2, at=stamp(at), by="", first=1, event=entered),
    )


def _first_held(points: tuple[Point, ...]) -> Point:
    return next((point for point in points if not point.skipped), points[0])


def _known(store: Store, network: Network, started: Started) -> list[Named]:
    """The names of those who answer for something that was carried in."""
    names = store.networks.people(network.id)
    named = sorted(people_in(started.carried) & names.keys())
    return [Named(person=person, name=names[person]) for person in named]
