"""Looks through what was taken in as the program will: what would break later is refused now."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlite_utils import Database

from workshop.domain.carrying import carried, standing
from workshop.domain.event import Cast, Entry, Named, Put, Recognised, Started, TakenBack
from workshop.domain.fact import Source
from workshop.domain.fold import fold
from workshop.domain.keeping import is_kept
from workshop.domain.meeting import Meeting
from workshop.domain.record import instant
from workshop.domain.register import register
from workshop.domain.step import Who
from workshop.steps import step_of
from workshop.store.log import read_log, read_sources
from workshop.store.records import meetings_of, read_network, read_records

_BESIDE = (Cast, Named, Recognised, TakenBack)  # never in a log
_HAND = Who("", by_hand=True)


def check(db: Database, meetings: Iterable[str], networks: Iterable[str]) -> None:
    """Raises one of `portable.FAULTS` where a meeting or a register cannot be worked with."""
    for meeting in meetings:
        entries = read_log(db, meeting)
        _check_log(entries)
        _check_meeting(fold(meeting, entries))
    for network in networks:
        _check_network(db, network)


def _check_log(entries: Sequence[Entry]) -> None:
    for number, entry in enumerate(entries, start=1):
        instant(entry.at)
        if entry.number != number or not 1 <= entry.first <= number:
            raise ValueError("a log with gaps")
        if isinstance(entry.event, _BESIDE) or isinstance(entry.event, Started) != (number == 1):
            raise ValueError("an entry that belongs elsewhere")


def _check_meeting(meeting: Meeting) -> None:
    """Everything that a surface will ask of it."""
    date.fromisoformat(meeting.date)
    if not meeting.points:
        raise ValueError("a meeting without an agenda")
    for point in meeting.points:
        step = step_of(point)
        step.form(meeting, _HAND)
        for told in (step.stage(meeting), step.record(meeting), step.actions(meeting)):
            list(told)


def _check_network(db: Database, network_id: str) -> None:
    network = read_network(db, network_id)
    if not network.name:
        raise ValueError("a network that does not say what it is")
    for day in filter(None, (network.plan_from, network.plan_to)):
        date.fromisoformat(day)
    sources = read_sources(db, meetings_of(db, network_id))
    _check_makers(sources)
    found = register(sources, read_records(db, network_id))
    for kept in found.measures:
        _ = kept.measure
    _ = carried(found)
    standing(network, found, date.min)


def _check_makers(sources: Iterable[Source]) -> None:
    """A card of the network is made once: nobody writes over what another meeting promised."""
    makers: dict[str, str] = {}
    for source in sources:
        for card in _made(source):
            if makers.setdefault(card, source.meeting) != source.meeting:
                raise ValueError("a card that another meeting made")


def _made(source: Source) -> Iterator[str]:
    for entry in source.entries:
        event = entry.event
        if isinstance(event, Put) and is_kept(event.deck, event.values):
            yield event.card
