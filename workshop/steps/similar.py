"""Which texts look alike; suggests, never decides."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from workshop.domain.card import Card
from workshop.domain.words import Language
from workshop.steps.themes import lexicon, themes

ALIKE = 61.0
# A text that only says more than another ("Innleie", "Ulovlig innleie fra bemanningsbyrå") is
# nearer to it than one that says something else.
WITHIN = 0.6
OTHER_ACT = 0.75
NEAR = 0.5
SPELLED_ALIKE = 85.0
Written = tuple[str, Language]
Themes = Mapping[str, float]
Near = Mapping[str, Mapping[str, float]]


def pairs(cards: Sequence[Card]) -> list[tuple[Card, Card, float]]:
    """Pairs of cards that may mean the same, most alike first, with a likeness of 0-100."""
    written = [card for card in cards if card.text]
    found = _found(tuple((card.text, card.language or "sv") for card in written))
    return [(written[one], written[two], value) for one, two, value in found]


@lru_cache(maxsize=32)
def _found(texts: tuple[Written, ...]) -> tuple[tuple[int, int, float], ...]:
    """Kept by content: the same list is drawn again and again."""
    about = [themes(*text) for text in texts]
    near = _neighbours({name for one in about for name in one})
    reach = [{*one, *(other for name in one for other in near.get(name, ()))} for one in about]
    measured = [
        (one, two, _likeness(about[one], about[two], near))
        for one, two in combinations(range(len(texts)), 2)
        if not reach[one].isdisjoint(about[two])
    ]
    return tuple(sorted((f for f in measured if f[2] >= ALIKE), key=lambda found: -found[2]))


def _likeness(one: Themes, two: Themes, near: Near) -> float:
    """How much of what two texts are about is the same, 0-100."""
    shared = sum(one[name] for name in one.keys() & two.keys())
    shared += (_nearly(one, two, near) + _nearly(two, one, near)) / 2
    smaller, larger = sorted((sum(one.values()), sum(two.values())))
    value = (1 - WITHIN) * 2 * shared / (smaller + larger) + WITHIN * shared / smaller
    return 100 * min(1.0, value) * (OTHER_ACT if _differ(one, two, near) else 1.0)


def _nearly(one: Themes, two: Themes, near: Near) -> float:
    """The weight of what is only in the first and has a neighbour in the second."""
    return sum(
        one[name] * max((near[name].get(other, 0.0) for other in two), default=0.0)
        for name in near.keys() & one.keys() - two.keys()
    )


def _differ(one: Themes, two: Themes, near: Near) -> bool:
    """Both say what is to be done, and it is nothing near the same."""
    mine, yours = ({name for name in about if name.startswith("act.")} for about in (one, two))
    alike = any(a == b or b in near.get(a, ()) for a in mine for b in yours)
    return bool(mine and yours and not alike)


def _neighbours(names: set[str]) -> Near:
    """What names share that are not the same: neighbouring themes, slips of the finger."""
    near: dict[str, dict[str, float]] = {}
    known = [(one, two, NEAR) for one, two in lexicon().near if {one, two} <= names]
    unknown = combinations([name for name in names if "." not in name], 2)
    slips = [(one, two, 1.0) for one, two in unknown if _spelled_alike(one, two)]
    for one, two, value in (*known, *slips):
        near.setdefault(one, {})[two] = value
        near.setdefault(two, {})[one] = value
    return near


def _spelled_alike(one: str, two: str) -> bool:
    # Loading it costs up to a tenth of a second that no start of the program should pay; this is
    # the one place where it is loaded, when texts are first compared.
    from rapidfuzz import fuzz  # noqa: PLC0415

    return fuzz.ratio(one, two, score_cutoff=SPELLED_ALIKE) > 0
