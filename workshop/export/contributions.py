"""The annex of contributions: every text as written, beneath the heading it was merged in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workshop.domain.card import Card
from workshop.domain.contribution import GROUPS, among, source
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Heading
from workshop.domain.words import Say, Words
from workshop.export.counts import each
from workshop.steps.over_time import SOURCES

DECKS: dict[str, Say] = {
    "expectations": Say("Expectations"),
    "risks": Say("Risks in the region"),
    "areas": Say("Improvement areas"),
    "examples": Say("Good examples"),
    "obstacles": Say("Obstacles and ways past them"),
    "parked": Say("Parked questions"),
    "missing": Say("Also important"),
}


def by_kind(meeting: Meeting, cards: Sequence[Card]) -> Words:
    """How many contributions came from whom; the counts add up to all of them."""
    found = _sources(meeting, cards)
    kinds = sorted(found.keys() - SOURCES.keys(), key=meeting.kind_order)
    return each((source_name(meeting, one), found[one]) for one in (*kinds, *SOURCES))


def _sources(meeting: Meeting, cards: Sequence[Card]) -> Counter[str]:
    """Asked once for each author, of whom there are few beside what they wrote."""
    alone = [card for card in cards if card.group is None]
    found = Counter({GROUPS: len(cards) - len(alone)})
    one_of = {card.author: card for card in alone}
    for author, count in Counter([card.author for card in alone]).items():
        found[source(meeting, one_of[author])] += count
    return +found  # without those of whom there are none


def contributions(meeting: Meeting, told: Iterable[str] = ()) -> tuple[Block, ...]:
    """A heading for each deck, and its texts in the order they came, without those `told` above.

    A text that two people wrote is left out only as often as it was told.
    """
    known, decks = list(told), _decks(meeting)
    if _all_told(_texts(meeting, decks), known):
        return ()
    left, blocks = Counter(known), list[Block]()
    for deck in decks:
        cards = meeting.deck(deck)
        bullets = tuple(bullet for card in cards for bullet in _untold(meeting, card, left))
        if bullets:
            blocks += [Heading(titled(meeting, cards[0])), Bullets(bullets)]
    return tuple(blocks)


def _all_told(texts: Sequence[str], told: Sequence[str]) -> bool:
    """Whether that is plain to see, as it is in most notes: every text once, and all of them."""
    different = set(texts)
    return len(different) == len(texts) and different <= set(told)


def _texts(meeting: Meeting, decks: Iterable[str]) -> list[str]:
    """Everything that may have to be told."""
    return [card.text for deck in decks for card in _within(meeting, deck) if not card.redacted]


def _within(meeting: Meeting, deck: str) -> list[Card]:
    """The cards of a deck, and those that its headings gather."""
    cards = meeting.deck(deck)
    return [*cards, *[one for c in cards if c.heading for one in meeting.beneath(c.id)]]


def _untold(meeting: Meeting, card: Card, told: Counter[str]) -> Iterator[Bullet]:
    """A card with what lies beneath it, as far as it has not been told; a heading keeps its own."""
    is_told = _take(card, told)
    beneath = meeting.beneath(card.id) if card.heading else ()
    under = tuple([one.words for one in beneath if not _take(one, told)])
    if under or not is_told:
        yield Bullet(card.words, under)


def _take(card: Card, told: Counter[str]) -> bool:
    """Whether a text was told once more than until now; what was removed has nothing to tell."""
    left = told.get(card.text)
    if not left:
        return card.redacted
    told[card.text] = left - 1
    return True


def _decks(meeting: Meeting) -> list[str]:
    """The decks with contributions, in the order they were begun."""
    begun = dict.fromkeys([card.deck for card in meeting.cards.values()])
    return [deck for deck in begun if next(among(meeting, _within(meeting, deck)), None)]


def source_name(meeting: Meeting, source: str) -> Words:
    """What a kind of party, the groups or the facilitator are called."""
    return SOURCES.get(source) or meeting.kind_name(source)


def titled(meeting: Meeting, card: Card) -> Words:
    """What the deck of a card is called."""
    if card.deck in DECKS:
        return DECKS[card.deck]
    return next((point.title for point in meeting.points if point.id == card.step), card.deck)
