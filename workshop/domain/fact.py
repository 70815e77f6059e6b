"""What meetings and records say about the cards that a network keeps, as one list of facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import JsonValue

from workshop.domain import event as ev
from workshop.domain import record as rec
from workshop.domain.fold import fold
from workshop.domain.keeping import BANK, KEPT, MEASURES, PARKED, is_kept
from workshop.domain.meeting import Meeting
from workshop.domain.redaction import WRITTEN_IN
from workshop.domain.tally import result
from workshop.domain.undone import cancelled

Values = Mapping[str, JsonValue]
What = Literal["put", "patched", "carried", "gone", "back"]
CHANGED = "changed"


@dataclass(frozen=True, kw_only=True)
class Source:
    """One meeting's log."""

    meeting: str
    entries: Sequence[ev.Entry]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing said about one card. `meeting` is "" between meetings.

    `instant` orders facts (seconds since 1970); within a meeting it never goes back, although its
    clock may. A `carried` fact repeats what was known at the fact that `after` names.
    """

    what: What
    card: str
    at: str
    instant: float
    source: str
    number: int
    meeting: str = ""
    deck: str = ""
    values: Values | None = None
    after: str = ""

    @property
    def stamp(self) -> str:
        """Names this fact among all facts about its card."""
        return f"{self.at} {self.source} {self.number}"

    @property
    def place(self) -> tuple[bool, float, bool, str, int]:
        """Where it stands: the making of a card first, a repetition after what it repeats."""
        carried = self.what == "carried"
        return self.what != "put", self.instant, carried, self.source, self.number


def of_records(records: Iterable[rec.Record]) -> Iterator[Fact]:
    """What was recorded between meetings."""
    for record in rec.in_order(records):
        event = record.event
        if isinstance(event, rec.CardKept):
            yield _recorded(record, event.card, "put" if event.new else "patched", event)
        elif isinstance(event, rec.CardGone):
            yield _recorded(record, event.card, "gone", None)


def _recorded(record: rec.Record, card: str, what: What, kept: rec.CardKept | None) -> Fact:
    return Fact(
        what=what,
        card=card,
        at=record.at,
        instant=rec.instant(record.at),
        source=record.id,
        number=0,
        deck=kept.deck if kept else "",
        values=kept.values if kept else None,
    )


def of_meeting(source: Source) -> list[Fact]:
    """What a meeting said; nothing of what was undone, or still waits to be read."""
    gone = cancelled(source.entries)
    counting = [entry for entry in source.entries if entry.number not in gone]
    return list(_Reader(fold(source.meeting, source.entries)).read(counting))


class _Reader:
    """Goes through one meeting's entries; `meeting` is how they ended."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._decks: dict[str, str] = {}
        self._under: dict[str, tuple[str, ...]] = {}
        self._instant = 0.0
        self._entry = meeting.entries[0]

    def read(self, entries: Iterable[ev.Entry]) -> Iterator[Fact]:
        for entry in entries:
            self._entry = entry
            self._instant = max(self._instant, rec.instant(entry.at))
            yield from self._said(entry.event)

    def _said(self, event: ev.Event) -> Iterator[Fact]:
        match event:
            case ev.Started():
                yield from (self._carried(one) for one in event.carried if one["deck"] != BANK)
            case ev.Put() if self._keeps(event.card, event.deck):
                yield self._put(event)
            case ev.Patched() if event.card in self._decks:
                yield self._fact("patched", event.card, self._placed(event.values))
            case ev.Dropped() | ev.Unmerged():
                yield from self._dissolved(
                    event.card if isinstance(event, ev.Dropped) else event.heading
                )
            case ev.Merged() if any(card in self._decks for card in event.cards):
                yield from self._merged(event)
            case _:
                pass

    def _keeps(self, card: str, deck: str) -> bool:
        """Whether a card made here is the network's; one that waits to be read is nobody's yet."""
        ended = self._meeting.cards.get(card)
        return is_kept(deck, ended.values if ended else {}) and not (ended and ended.waiting)

    def _carried(self, values: Values) -> Fact:
        card, deck = str(values["id"]), str(values["deck"])
        self._decks[card] = deck
        own = {name: value for name, value in values.items() if name not in ("id", "deck", CHANGED)}
        after = str(values.get(CHANGED, ""))
        at = after.partition(" ")[0] or self._entry.at
        fact = self._fact("carried", card, own)
        return replace(fact, at=at, instant=rec.instant(at), after=after)

    def _put(self, event: ev.Put) -> Fact:
        self._decks[event.card] = event.deck if event.deck in KEPT else PARKED
        language = {WRITTEN_IN: event.language} if event.language else {}
        values = {**self._placed(event.values), **self._origin(event), **language}
        return self._fact("put", event.card, values)

    def _placed(self, values: Values) -> Values:
        """With the words of the area that a measure was laid under: its card stays here."""
        area = values.get("area")
        if not isinstance(area, str):
            return values
        card = self._meeting.cards.get(area)
        return {**values, "area_text": card.text if card else ""}

    def _origin(self, event: ev.Put) -> dict[str, JsonValue]:
        told: dict[str, JsonValue] = {
            "origin_meeting": self._meeting.id,
            "origin_date": self._meeting.date,
        }
        if event.deck != MEASURES:
            return told
        point = next((p for p in self._meeting.points if p.id == event.step), None)
        votes = _votes(self._meeting, str(event.values.get("area", "")))
        told |= {"origin_step": {**point.title.plain}} if point else {}
        return told | ({} if votes is None else {"origin_votes": votes})

    def _dissolved(self, card: str) -> Iterator[Fact]:
        if card in self._decks:
            yield self._fact("gone", card)
        for original in self._under.pop(card, ()):
            yield self._fact("back", original)

    def _merged(self, event: ev.Merged) -> Iterator[Fact]:
        inside = tuple(card for card in event.cards if card in self._decks)
        self._decks[event.heading] = self._decks[inside[0]]
        self._under[event.heading] = inside
        values: dict[str, JsonValue] = {"text": event.text}
        if event.language:
            values[WRITTEN_IN] = event.language
        yield self._fact("put", event.heading, values)
        for card in inside:
            yield self._fact("gone", card)

    def _fact(self, what: What, card: str, values: Values | None = None) -> Fact:
        return Fact(
            what=what,
            card=card,
            at=self._entry.at,
            instant=self._instant,
            source=self._meeting.id,
            number=self._entry.number,
            meeting=self._meeting.id,
            deck=self._decks[card],
            values=values,
        )


def _votes(meeting: Meeting, area: str) -> int | None:
    """How many votes an area got where the room saw a result; None when it was not voted on."""
    rounds = [r for r in meeting.rounds.values() if r.state == "revealed" and area in r.items]
    first = next((r for r in rounds if r.runoff_of is None), None)
    rows = result(first).rows if first else ()
    return next((row.votes for row in rows if row.item == area), None)
