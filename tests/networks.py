"""Logs and records of a network, built without a program around them."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from itertools import count

from workshop.domain.carrying import carried
from workshop.domain.event import Entry, Event, Put, Started
from workshop.domain.fact import Source
from workshop.domain.network import Network, network
from workshop.domain.noted import Noted
from workshop.domain.record import NetworkEvent, Record
from workshop.domain.register import register
from workshop.domain.words import LANGUAGES, Language, Texts

TITLE = Texts(sv="Möte", nb="Møte", nn="Møte", en="Meeting")
NAMES: dict[Language, str] = dict.fromkeys(LANGUAGES, "?")
NUMBERS = count(1)
START = datetime(2026, 3, 5, 9, 0, tzinfo=timezone(timedelta(hours=1)))


def at(day: int, second: int = 0) -> str:
    """A moment so many days after the first meeting began."""
    return (START + timedelta(days=day, seconds=second)).isoformat(timespec="seconds")


def record(id_: str, day: int, event: NetworkEvent) -> Record:
    return Record(id=id_, at=at(day), event=event)


def after(begun: Sequence[NetworkEvent], *noted: Noted) -> Network:
    """The network that these facts make, and what was noted after them."""
    events = (*begun, *(event for one in noted for event in one.events))
    return network("abc", [record(f"r{n:03}", n, event) for n, event in enumerate(events)])


def new_id() -> str:
    return f"{next(NUMBERS):012x}"


def source(
    meeting: str,
    day: int,
    *facts: Event,
    before: Sequence[Source] = (),
    records: Sequence[Record] = (),
) -> Source:
    """A meeting so many days after the first, carrying on what these earlier ones left."""
    started = Started(
        title=TITLE,
        points=(),
        network="North",
        network_id="abc",
        date=at(day)[:10],
        starts=540,
        carried=carried(register(before, records)),
    )
    entries = [
        Entry(number=number, at=at(day, number), by="", first=number, event=event)
        for number, event in enumerate((started, *facts), 1)
    ]
    return Source(meeting=meeting, entries=entries)


def measure(card: str, text: str = "Meet monthly", **values: object) -> Put:
    """A new measure."""
    return Put.model_validate(
        {"card": card, "deck": "measures", "step": "measures", "values": {"text": text, **values}}
    )
