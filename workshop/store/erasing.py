"""Removing for good: a text everywhere, a person everywhere, what a meeting no longer needs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlite_utils import Database

from workshop.clock import stamp
from workshop.domain.event import Entry
from workshop.domain.fold import fold
from workshop.domain.record import CardRedacted, PersonErased, Record
from workshop.domain.redaction import copies, without_cards
from workshop.domain.retention import absent, raw_texts, removing
from workshop.store.database import saving, scrub, table
from workshop.store.lock import none_open
from workshop.store.log import append, read_log, read_sources, unwrite
from workshop.store.records import (
    add_records,
    meetings_of,
    network_of,
    read_records,
    rewrite_records,
)


@dataclass(frozen=True)
class Due:
    """What a meeting holds that may be erased: how many names, and whether its raw texts stand.

    `keep_until` is the day (ISO) after which that is proposed, "" for never.
    """

    meeting: str
    keep_until: str
    names: int
    texts: bool

    def is_due(self, today: date) -> bool:
        """Whether its day has come."""
        return bool(self.keep_until) and self.keep_until <= today.isoformat()


class Erasing:
    """Each method is one step, gone from the disk when it returns.

    Raises `Occupied` while a program has a meeting open that holds what is to be erased.
    """

    def __init__(self, db: Database, file: Path) -> None:
        self._db = db
        self._file = file

    def text(self, network_id: str, card: str, at: datetime, meeting: str = "") -> None:
        """Takes a text out of every meeting and record of a network, wherever it was copied.

        A `meeting` of no network is the only place to take it out of.
        """
        with self._alone(meetings_of(self._db, network_id) or list(filter(None, [meeting]))):
            if network_id:
                redact(self._db, network_id, stamp(at), [card])
            else:
                self._remove(meeting, at, [card])

    def person(self, person: str, at: datetime) -> None:
        """Takes a person's name out of every meeting and every list of contacts."""
        rows = self._db.query("select meeting from people where person = ?", [person])
        with self._alone([str(row["meeting"]) for row in rows]):
            erase_person(self._db, person, stamp(at))

    def names(self, meeting: str, at: datetime) -> None:
        """Takes all names out of one meeting, also of those who were noted as absent."""
        with self._alone([meeting]):
            for name in ("people", "phones"):
                table(self._db, name).delete_where("meeting = ?", [meeting])
            self._remove(meeting, at, absent(fold(meeting, read_log(self._db, meeting))))
            erased = {"names_erased": at.date().isoformat()}
            table(self._db, "meetings").update(meeting, erased)

    def texts(self, meeting: str, at: datetime) -> None:
        """Takes out what people wrote; measures, plan, agreements and chosen headings stay."""
        with self._alone([meeting]):
            self._remove(meeting, at, raw_texts(fold(meeting, read_log(self._db, meeting))))
            erased = {"texts_erased": at.date().isoformat()}
            table(self._db, "meetings").update(meeting, erased)

    def keep_until(self, meeting: str, day: date | None) -> None:
        """The day after which erasing is proposed; None for never."""
        with saving():
            until = {"keep_until": day.isoformat() if day else ""}
            table(self._db, "meetings").update(meeting, until)

    def held(self) -> list[Due]:
        """The meetings that still hold names or raw texts, by the day they are kept until."""
        rows = self._db.query(HELD)
        found = [
            Due(row["id"], row["keep_until"], row["names"], not row["texts_erased"]) for row in rows
        ]
        return [one for one in found if one.names or one.texts]

    def due(self, today: date) -> list[Due]:
        """Those whose day has come, oldest first."""
        return [one for one in self.held() if one.is_due(today)]

    def _remove(self, meeting: str, at: datetime, cards: Sequence[str]) -> None:
        """Entries say that the texts of these cards are gone; the log no longer holds them."""
        first = len(read_log(self._db, meeting)) + 1
        entries = [
            Entry(number=number, at=stamp(at), by="", first=first, event=event)
            for number, event in enumerate(removing(cards), first)
        ]
        append(self._db, meeting, entries)
        unwrite(self._db, meeting, cards)

    @contextmanager
    def _alone(self, meetings: Sequence[str]) -> Iterator[None]:
        with none_open(self._file, meetings):
            with saving(), self._db.atomic():
                yield
            scrub(self._db)


def redact(db: Database, network_id: str, at: str, cards: Collection[str]) -> None:
    """Takes these cards' texts, and copies of them, out of a network; remembers that they are."""
    meetings = meetings_of(db, network_id)
    sources = read_sources(db, meetings)
    alike = copies([source.entries for source in sources], cards)
    for meeting in meetings:
        unwrite(db, meeting, alike, {text for text in alike.values() if text})
    for meeting in _brought_along(db, alike):
        unwrite(db, meeting, alike)
    records = [(one, without_cards(one, alike)) for one in read_records(db, network_id)]
    rewrite_records(db, network_id, [new for old, new in records if new is not old])
    remember(db, network_id, at, [CardRedacted(card=card) for card in sorted(alike)])


def _brought_along(db: Database, cards: Iterable[str]) -> set[str]:
    """The meetings, also of other networks, that one of these cards was brought along to."""
    query = f"select meeting from log where {BROUGHT} and instr(event, ?)"
    return {str(row["meeting"]) for card in cards for row in db.query(query, [f'"id":"{card}"'])}


def redact_from(db: Database, meeting: str, at: str, cards: Collection[str]) -> None:
    """Takes texts of a meeting out of it, and out of all that its network keeps."""
    network_id = network_of(db, meeting)
    if network_id:
        redact(db, network_id, at, cards)
    else:
        unwrite(db, meeting, cards)


def enforce(db: Database, network_id: str) -> None:
    """Removes again what was removed before, after something was taken in from elsewhere."""
    events = [record.event for record in read_records(db, network_id)]
    cards = {event.card for event in events if isinstance(event, CardRedacted)}
    for meeting in meetings_of(db, network_id) if cards else []:
        unwrite(db, meeting, cards)
    records = [(one, without_cards(one, cards)) for one in read_records(db, network_id)]
    rewrite_records(db, network_id, [new for old, new in records if new is not old])
    for person in {event.person for event in events if isinstance(event, PersonErased)}:
        for name in ("people", "contacts"):
            table(db, name).delete_where("person = ?", [person])


def erase_person(db: Database, person: str, at: str) -> None:
    """Takes a person's name out of every meeting and network, and remembers that it is."""
    rows = db.query(NETWORKS_OF, [person, person])
    networks = [str(row["id"]) for row in rows]
    for name in ("people", "contacts"):
        table(db, name).delete_where("person = ?", [person])
    for network_id in filter(None, networks):
        remember(db, network_id, at, [PersonErased(person=person)])


def remember(
    db: Database, network_id: str, at: str, events: Iterable[CardRedacted | PersonErased]
) -> None:
    """So that what is handed over later from elsewhere does not bring back what was removed."""
    records = [Record(id=_id(event), at=at, event=event) for event in events]
    add_records(db, network_id, records)


def _id(event: CardRedacted | PersonErased) -> str:
    """One record for each card and person, whoever removed it and how often."""
    what = event.card if isinstance(event, CardRedacted) else event.person
    return f"{event.kind}-{what}"


NETWORKS_OF = """
select network_id as id from meetings join people on meetings.id = people.meeting
where person = ? union select network from contacts where person = ?
"""
BROUGHT = """(number = 1 or event like '{"kind":"brought"%')"""
HELD = """
select id, keep_until, texts_erased,
(select count(*) from people where people.meeting = meetings.id and name != '') as names
from meetings order by keep_until = '', keep_until, rowid
"""
