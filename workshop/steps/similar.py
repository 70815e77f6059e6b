"""Which texts look alike; suggests, never decides."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from workshop.domain.card import Card
from workshop.domain.words import Language
from workshop.steps.themes import themes

ALIKE = 61.0
# A text that only says more than another ("Innleie", "Ulovlig innleie fra bemanningsbyrå") is
# nearer to it than one that says something else.
WITHIN = 0.6
OTHER_ACT = 0.75
SPELLED_ALIKE = 85.0
Written = tuple[str, Language]
Themes = Mapping[str, float]


def pairs(cards: Sequence[Card]) -> list[tuple[Card, Card, float]]:
    """Pairs of cards that may mean the same, most alike first, with a likeness of 0-100."""
    written = [card for card in cards if card.text]
    found = _found(tuple((card.text, card.language or "sv") for card in written))
    return [(written[one], written[two], value) for one, two, value in found]


@lru_cache(maxsize=32)
def _found(texts: tuple[Written, ...]) -> tuple[tuple[int, int, float], ...]:
    """Kept by content: the same list is drawn again and again."""
    about = [themes(*text) for text in texts]
    measured = [
        (one, two, likeness(about[one], about[two]))
        for one, two in combinations(range(len(texts)), 2)
    ]
    return tuple(sorted((f for f in measured if f[2] >= ALIKE), key=lambda found: -found[2]))


def likeness(one: Themes, two: Themes) -> float:
    """How much of what two texts are about is the same, 0-100."""
    smaller, larger = sorted((sum(one.values()), sum(two.values())))
    if not smaller:
        return 0.0
    shared = sum(one[name] for name in one.keys() & two.keys()) + _spelled_alike(one, two)
    both = 2 * shared / (smaller + larger)
    value = (1 - WITHIN) * both + WITHIN * shared / smaller
    return 100 * min(1.0, value) * (OTHER_ACT if _differ(one, two) else 1.0)


def _differ(one: Themes, two: Themes) -> bool:
    """Both say what is to be done, and it is not the same."""
    mine, yours = ({name for name in about if name.startswith("act.")} for about in (one, two))
    return bool(mine and yours and not mine & yours)


def _spelled_alike(one: Themes, two: Themes) -> float:
    """The weight of unknown words that differ by an ending or a slip of the finger."""
    mine = [name for name in one.keys() - two.keys() if "." not in name]
    yours = [name for name in two.keys() - one.keys() if "." not in name]
    return sum(one[a] for a in mine if any(fuzz.ratio(a, b) >= SPELLED_ALIKE for b in yours))
