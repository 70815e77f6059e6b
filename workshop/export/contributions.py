"""The annex of contributions: every text as written, beneath the heading it was merged in."""

from collections import Counter
from collections.abc import Iterable

from workshop.domain.card import Card
from workshop.domain.measure import DECK as MEASURES
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Heading
from workshop.domain.words import Joined, Say, Words
from workshop.steps.followup import DECK as FOLLOWUP
from workshop.steps.introductions import ABSENT

DECKS: dict[str, Say] = {
    "expectations": Say("Expectations"),
    "risks": Say("Risks in the region"),
    "areas": Say("Improvement areas"),
    "examples": Say("Good examples"),
    "obstacles": Say("Obstacles and ways past them"),
    "parked": Say("Parked questions"),
    "missing": Say("Also important"),
}
_SOURCES: dict[str, Say] = {
    "groups": Say("Groups"),
    "facilitator": Say("Typed by the facilitator"),
}
_ELSEWHERE = (MEASURES, ABSENT, FOLLOWUP)


def written(meeting: Meeting) -> list[Card]:
    """What people wrote; headings are not counted, and what has a section of its own neither."""
    return [card for card in meeting.cards.values() if _counts(meeting, card)]


def by_kind(meeting: Meeting, cards: Iterable[Card]) -> Words:
    """How many contributions came from whom; the counts add up to all of them."""
    counts = Counter(source(meeting, card) for card in cards)
    kinds = sorted(counts.keys() - _SOURCES.keys(), key=meeting.kind_order)
    order = [*kinds, *(source for source in _SOURCES if counts[source])]
    found = ((source_name(meeting, source), counts[source]) for source in order)
    return Joined(tuple(Say("%(kind)s: %(count)s", {"kind": w, "count": n}) for w, n in found))


def contributions(meeting: Meeting) -> tuple[Block, ...]:
    """A heading for each deck, and its texts in the order they came."""
    blocks: list[Block] = []
    for deck in _decks(meeting):
        cards = meeting.deck(deck)
        blocks.append(Heading(titled(meeting, cards[0])))
        blocks.append(Bullets(tuple([_bullet(meeting, card) for card in cards])))
    return tuple(blocks)


def _decks(meeting: Meeting) -> list[str]:
    """The decks with contributions, in the order they were begun."""
    found: list[str] = []
    for card in meeting.cards.values():
        if card.deck not in found and _counts(meeting, card):
            found.append(card.deck)
    return found


def source(meeting: Meeting, card: Card) -> str:
    """A group speaks as a group, whoever wrote for it."""
    if card.group is not None:
        return "groups"
    person = meeting.people.get(card.author)
    return person.party if person else "facilitator"


def source_name(meeting: Meeting, source: str) -> Words:
    """What a kind of party, the groups or the facilitator are called."""
    return _SOURCES.get(source) or meeting.kind_name(source)


def _counts(meeting: Meeting, card: Card) -> bool:
    """Whether it is a contribution of this meeting, and not still to be read."""
    if card.deck in _ELSEWHERE or card.heading or card.waiting or card.id in meeting.carried:
        return False
    return bool(card.text or card.redacted)


def titled(meeting: Meeting, card: Card) -> Words:
    """What the deck of a card is called."""
    if card.deck in DECKS:
        return DECKS[card.deck]
    return next((point.title for point in meeting.points if point.id == card.step), card.deck)


def _bullet(meeting: Meeting, card: Card) -> Bullet:
    if not card.heading:
        return Bullet(card.words)
    return Bullet(card.words, tuple([one.words for one in meeting.beneath(card.id)]))
