"""The register: what a network has promised itself, over all its meetings and in between.

A pure fold of facts in an order of their own, so it is the same in whichever order meetings,
records and files came in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from pydantic import JsonValue

from workshop.domain import event as ev
from workshop.domain import record as rec
from workshop.domain.card import Card
from workshop.domain.change import Change, change
from workshop.domain.fact import Fact, Source, of_meeting, of_records
from workshop.domain.keeping import MEASURES
from workshop.domain.measure import Measure, of
from workshop.domain.party import ListedParty
from workshop.domain.redaction import WRITTEN_IN, blank, unwritten
from workshop.domain.words import language_of

Values = Mapping[str, JsonValue]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One kept card as it is now. `since` and `at` (local, ISO) are when it was made and changed.

    `after` names the last fact it was made from. A card that is `gone` was taken out of the plan.
    """

    card: Card
    since: str
    at: str
    after: str
    history: tuple[Change, ...] = ()
    gone: bool = False

    @cached_property
    def measure(self) -> Measure:
        return of(self.card)

    @property
    def origin_votes(self) -> int | None:
        """How many votes its area had got; None when it was not voted on."""
        votes = self.card.values.get("origin_votes")
        return votes if isinstance(votes, int) else None


@dataclass(frozen=True, kw_only=True)
class Register:
    """Every kept card of a network by id, oldest first, and the organisations seen at meetings."""

    kept: Mapping[str, Kept] = field(default_factory=dict)
    seen: tuple[ListedParty, ...] = ()

    @property
    def measures(self) -> list[Kept]:
        return self.deck(MEASURES)

    def deck(self, name: str) -> list[Kept]:
        """The cards of a deck that still belong to it, oldest first."""
        return list(self._decks.get(name, ()))

    @cached_property
    def _decks(self) -> Mapping[str, list[Kept]]:
        found: dict[str, list[Kept]] = {}
        for kept in self.kept.values():
            if not kept.gone:
                found.setdefault(kept.card.deck, []).append(kept)
        return found


def register(sources: Iterable[Source], records: Iterable[rec.Record] = ()) -> Register:
    """The register of a network from its meetings' logs and its records.

    Of two logs of one meeting the longer counts.
    """
    logs, noted = longest(sources), list(records)
    gone = redacted(logs, noted)
    facts = [fact for log in logs for fact in of_meeting(log)]
    by_card: dict[str, list[Fact]] = {}
    for fact in (*facts, *of_records(noted)):
        by_card.setdefault(fact.card, []).append(_unwritten(fact, gone))
    made = (_card(said, card in gone) for card, said in by_card.items())
    kept = sorted((one for one in made if one), key=lambda one: (_order(one), one.card.id))
    return Register(kept={one.card.id: one for one in kept}, seen=_seen(logs))


def longest(sources: Iterable[Source]) -> list[Source]:
    """Each meeting once: the longest log that there is of it."""
    by_length = sorted(sources, key=lambda source: len(source.entries))
    return list({source.meeting: source for source in by_length}.values())


def redacted(sources: Iterable[Source], records: Iterable[rec.Record]) -> frozenset[str]:
    """The cards whose text was removed anywhere: it is removed everywhere."""
    cards = {
        entry.event.card
        for source in sources
        for entry in source.entries
        if isinstance(entry.event, ev.Redacted)
    }
    told = {r.event.card for r in records if isinstance(r.event, rec.CardRedacted)}
    return frozenset(cards | told)


def _unwritten(fact: Fact, gone: frozenset[str]) -> Fact:
    if fact.values is None:
        return fact
    area = fact.values.get("area")
    values = blank(fact.values) if fact.card in gone else fact.values
    if isinstance(area, str) and area in gone:
        values = unwritten(values, fact.card, area)
    return fact if values is fact.values else replace(fact, values=values)


def _card(facts: Sequence[Fact], is_redacted: bool) -> Kept | None:
    """One card from all that was said about it; None while nothing tells how it began."""
    teller: _Teller | None = None
    for fact in sorted(facts, key=lambda fact: fact.place):
        if teller is not None:
            teller.tell(fact)
        elif fact.what in ("put", "carried"):
            teller = _Teller(fact)
    return teller.kept(is_redacted) if teller else None


class _Teller:
    """Takes in what is said about one card, oldest first."""

    def __init__(self, first: Fact) -> None:
        self._first = self._last = first
        self._values = dict(first.values or {})
        self._values.setdefault("origin_meeting", first.meeting)
        self._values.setdefault("origin_date", first.at[:10])
        self._gone = False
        self._history: list[Change] = []
        self._known = {first.stamp, first.after} - {""}

    def tell(self, fact: Fact) -> None:
        """One more fact; a repetition of what is known already changes nothing."""
        is_new = fact.after not in self._known
        self._known.update(name for name in (fact.stamp, fact.after) if name)
        if not is_new:
            return
        self._last = fact
        if fact.what in ("gone", "back"):
            self._gone = fact.what == "gone"
            return
        patch = fact.values or {}
        if self._first.deck == MEASURES:
            noted = change(fact.at, fact.meeting, self._values, patch)
            self._history += [noted] if noted else []
        self._values.update(patch)

    def kept(self, is_redacted: bool) -> Kept:
        first, last = self._first, self._last
        language = language_of(self._values.get(WRITTEN_IN))
        card = Card(
            id=first.card,
            deck=first.deck,
            step="",
            values=self._values,
            language=language,
            redacted=is_redacted,
        )
        return Kept(
            card=card,
            since=first.at,
            at=last.at,
            after=last.after or last.stamp,
            history=tuple(self._history),
            gone=self._gone,
        )


def _order(kept: Kept) -> tuple[str, float]:
    return kept.card.value("origin_date"), rec.instant(kept.since)


def _seen(sources: Iterable[Source]) -> tuple[ListedParty, ...]:
    """The organisations that were at meetings, with the kind they said last."""
    joined = [
        (rec.instant(entry.at), source.meeting, entry.number, entry.event)
        for source in sources
        for entry in source.entries
        if isinstance(entry.event, ev.Joined) and entry.event.organisation
    ]
    found: dict[str, ListedParty] = {}
    for *_, event in sorted(joined, key=lambda one: one[:3]):
        found[event.organisation.casefold()] = ListedParty(
            organisation=event.organisation, kind=event.party, expected=False
        )
    return tuple(found[name] for name in sorted(found))
