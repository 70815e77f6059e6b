"""Which texts look alike; suggests, never decides."""

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz
from snowballstemmer import stemmer

from workshop.domain.card import Card

ALIKE = 72.0
_STEMMERS = {
    "sv": stemmer("swedish"),
    "nb": stemmer("norwegian"),
    "nn": stemmer("norwegian"),
    "en": stemmer("english"),
}
# Words that carry no theme; with them every sentence looks a little like every other.
_SMALL = frozenset(
    {
        *("och", "i", "att", "det", "som", "en", "på", "är", "av", "för", "med", "till", "den"),
        *("de", "om", "ett", "men", "ska", "vi", "kan", "inte", "mer", "mellan"),
        *("og", "å", "er", "et", "for", "til", "ikke", "ikkje", "meir", "mellom", "ei", "eit"),
        *("the", "and", "of", "to", "in", "a", "with", "on", "we", "is", "are", "more", "not"),
    }
)


def pairs(cards: Sequence[Card]) -> list[tuple[Card, Card, float]]:
    """Pairs of cards that may mean the same, most alike first, with a likeness of 0-100."""
    stems = {card.id: _stems(card) for card in cards if card.text}
    found = [
        (one, two, fuzz.token_set_ratio(stems[one.id], stems[two.id]))
        for one, two in combinations([card for card in cards if card.text], 2)
        if stems[one.id] and stems[two.id]
    ]
    return sorted((pair for pair in found if pair[2] >= ALIKE), key=lambda pair: -pair[2])


def _stems(card: Card) -> str:
    words = [w.strip(".,;:!?()\"'").casefold() for w in card.text.split()]
    return " ".join(
        _STEMMERS[card.language or "sv"].stemWords([w for w in words if w not in _SMALL])
    )
