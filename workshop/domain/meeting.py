"""The meeting that everybody sees: one frozen value, the fold of its log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workshop.domain.box import Box
from workshop.domain.card import Card
from workshop.domain.event import Entry, Point
from workshop.domain.figures import Figures
from workshop.domain.kinds import DEFAULT, name_of, order_of
from workshop.domain.party import KindOfParty, ListedParty, PartyKind
from workshop.domain.plan_area import PLAN_AREAS, PlanArea
from workshop.domain.round import Round
from workshop.domain.words import Language, Texts, Words


@dataclass(frozen=True, kw_only=True)
class Participant:
    """Somebody in the meeting; the name is kept elsewhere."""

    id: str
    party: PartyKind
    organisation: str
    language: Language | None
    phone: bool
    here: bool = True
    presented: bool = False


@dataclass(frozen=True)
class Seating:
    """The groups of one step, and who stays put when they are mixed again."""

    groups: tuple[tuple[str, ...], ...] = ()
    locked: frozenset[str] = frozenset()
    seed: int = 0

    def group_of(self, person: str) -> int | None:
        return next((n for n, group in enumerate(self.groups) if person in group), None)


@dataclass(frozen=True)
class Final:
    """A document that went out as final: its version from 1, its day (ISO), and by which entry.

    `override` is why it went out although a measure lacks a responsible or a deadline.
    """

    document: str
    version: int
    override: str
    day: str
    entry: int


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """Everything of one meeting; `names`, `phones` and `box` live beside the log.

    `parties` are the organisations the network knew when the meeting began, and `carried` the ids
    of the cards it had kept from earlier meetings. `earlier` are the figures of those meetings.

    The rest is the fold of the log. `phones` maps a further phone of somebody to the person.

    `visits` pairs each step entered with when (ISO, local, with offset), in order.
    """

    id: str
    title: Texts
    network: str
    region: str
    sector: str
    place: str
    language: Language
    date: str
    starts: int
    points: tuple[Point, ...]
    network_id: str = ""
    kinds: tuple[KindOfParty, ...] = DEFAULT
    parties: tuple[ListedParty, ...] = ()
    plan_areas: tuple[PlanArea, ...] = PLAN_AREAS
    carried: frozenset[str] = frozenset()
    earlier: tuple[Figures, ...] = ()
    bell: bool = False
    current: str = ""
    shut: frozenset[str] = frozenset()
    stretched: Mapping[str, int] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    sought: Mapping[str, str] = field(default_factory=dict)
    visits: tuple[tuple[str, str], ...] = ()
    people: Mapping[str, Participant] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    seating: Mapping[str, Seating] = field(default_factory=dict)
    rounds: Mapping[str, Round] = field(default_factory=dict)
    ended: bool = False
    ended_at: str = ""
    finals: tuple[Final, ...] = ()
    entries: tuple[Entry, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    phones: Mapping[str, str] = field(default_factory=dict)
    box: Mapping[str, Box] = field(default_factory=dict)

    @property
    def is_whole_network(self) -> bool:
        """Whether this is no meeting but all that a network keeps, told as one."""
        return not self.points

    def present(self) -> list[Participant]:
        return [person for person in self.people.values() if person.here]

    def present_by_kind(self) -> dict[PartyKind, list[Participant]]:
        """Those present, in the order of the kinds; a kind that was renamed away comes last."""
        here = self.present()
        kinds = dict.fromkeys([*(kind.key for kind in self.kinds), *(p.party for p in here)])
        return {kind: [p for p in here if p.party == kind] for kind in kinds}

    def kind_name(self, kind: PartyKind) -> Words:
        return name_of(kind, self.kinds)

    def kind_order(self, kind: PartyKind) -> int:
        """Where a kind of party stands in the list, from 0."""
        return order_of(kind, self.kinds)

    def deck(self, name: str) -> list[Card]:
        """The cards of a deck that the room may see and that stand by themselves, in order."""
        return list(self._decks.get(name, ()))

    def waiting(self) -> list[Card]:
        """What the facilitator has to read before the room may see it."""
        return list(self._waiting)

    def beneath(self, heading: str) -> list[Card]:
        """The originals under a heading, also those under headings that it gathers."""
        return [
            original
            for card in self._gathered.get(heading, ())
            for original in (self.beneath(card.id) if card.heading else [card])
        ]

    @cached_property
    def _waiting(self) -> list[Card]:
        return [card for card in self.cards.values() if card.waiting and not card.redacted]

    @cached_property
    def card_ids(self) -> frozenset[str]:
        """Of all cards there are; found once, also for the hundreds of ballots of a round."""
        return frozenset(self.cards)

    @cached_property
    def _decks(self) -> Mapping[str, list[Card]]:
        """The decks, laid out once: documents and screens ask for each of them often."""
        found: dict[str, list[Card]] = {}
        for card in self.cards.values():
            if card.under is None and not card.waiting:
                found.setdefault(card.deck, []).append(card)
        return found

    @cached_property
    def _gathered(self) -> Mapping[str, list[Card]]:
        """The cards under each heading, found once: documents ask for every card there is."""
        found: dict[str, list[Card]] = {}
        for card in self.cards.values():
            if card.under is not None and not card.waiting:
                found.setdefault(card.under, []).append(card)
        return found

    def written_by(self, author: str, deck: str) -> list[Card]:
        return [c for c in self.cards.values() if c.author == author and c.deck == deck]

    def point(self, step: str) -> Point:
        return next(point for point in self.points if point.id == step)

    def neighbour(self, by: int) -> Point | None:
        """The next point that is not skipped, in a direction (1 or -1); None at the end."""
        here = self.position()
        way = self.points[here + 1 :] if by > 0 else self.points[: max(0, here)][::-1]
        return next((point for point in way if not point.skipped), None)

    def position(self) -> int:
        """Where the current step stands in the agenda, from 0; -1 before the first."""
        return next((n for n, p in enumerate(self.points) if p.id == self.current), -1)
