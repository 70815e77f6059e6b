"""How many near-duplicates are found, and how many of the found are none, on labelled lists."""

import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import cast

from workshop.domain.card import Card
from workshop.domain.words import Language
from workshop.steps.similar import pairs

LABELLED = Path(__file__).resolve().parent.parent / "tests" / "steps" / "labelled"
PARTS = ("tuned", "kept-apart")
TEXTS = 60
Pair = frozenset[str]


@dataclass(frozen=True)
class Labelled:
    """One meeting's list, and the pairs (of card ids) that mean the same."""

    name: str
    cards: tuple[Card, ...]
    same: frozenset[Pair]


@dataclass(frozen=True)
class Score:
    """Counts of pairs: found and right, found and wrong, not found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def read(part: str) -> list[Labelled]:
    with (LABELLED / f"{part}.toml").open("rb") as file:
        return [_labelled(found) for found in tomllib.load(file)["list"]]


def _labelled(found: dict[str, object]) -> Labelled:
    name, language = str(found["name"]), str(found["language"])
    same = cast(list[list[str]], found["same"])
    rows = [*same, *([text] for text in cast(list[str], found["apart"]))]
    cards = [[_card(text, language) for text in row] for row in rows]
    alike = {frozenset((a.id, b.id)) for row in cards for a, b in combinations(row, 2)}
    return Labelled(name, tuple(card for row in cards for card in row), frozenset(alike))


def _card(text: str, language: str) -> Card:
    """A text may say its language first: "nn: Fleire tilsyn"."""
    first, colon, rest = text.partition(": ")
    if colon and first in ("sv", "nb", "nn", "en"):
        language, text = first, rest
    spoken = cast(Language, language)
    return Card(id=text, deck="areas", step="s", values={"text": text}, language=spoken)


def score(lists: Sequence[Labelled]) -> Score:
    right = wrong = missed = 0
    for one in lists:
        found = {frozenset((a.id, b.id)) for a, b, _ in pairs(one.cards)}
        right += len(found & one.same)
        wrong += len(found - one.same)
        missed += len(one.same - found)
    return Score(right, wrong, missed)


def in_language(lists: Sequence[Labelled], *languages: str) -> list[Labelled]:
    """The lists in which every text is in one of the languages."""
    return [one for one in lists if {card.language for card in one.cards} <= {*languages}]


def mistakes(lists: Sequence[Labelled]) -> Iterator[str]:
    """Wrong (+) and missed (-) pairs, to read while tuning; never of the part kept apart."""
    for one in lists:
        found = {frozenset((a.id, b.id)): value for a, b, value in pairs(one.cards)}
        for pair in sorted(map(sorted, set(found) ^ one.same)):
            value = found.get(frozenset(pair))
            sign = "-" if value is None else f"+ {value:.0f}"
            yield f"{one.name}: {sign}  {pair[0]}  |  {pair[1]}"


def milliseconds() -> tuple[float, float]:
    """For `TEXTS` texts drawn the first time, and again: the median of some lists."""
    cards = [card for one in read("tuned") for card in one.cards]
    for language in ("sv", "nb", "en"):  # what is read once in a program is not counted
        pairs([_card("Mixomatosis", language)])
    lists = [cards[start : start + TEXTS] for start in range(0, len(cards) - TEXTS, TEXTS)]
    return median(map(_once, lists)), median(map(_once, lists))


def _once(cards: Sequence[Card]) -> float:
    start = perf_counter()
    pairs(cards)
    return (perf_counter() - start) * 1000


def report() -> dict[str, object]:
    first, again = milliseconds()
    parts: dict[str, object] = {}
    for part in PARTS:
        lists = read(part)
        chosen = {
            "all": lists,
            "sv": in_language(lists, "sv"),
            "no": in_language(lists, "nb", "nn"),
        }
        parts[part] = {name: _figures(score(some)) for name, some in chosen.items()}
    kept = score(read("kept-apart"))
    return {
        "precision": round(kept.precision, 3),
        "recall": round(kept.recall, 3),
        "parts": parts,
        "texts": TEXTS,
        "first_ms": round(first, 1),
        "again_ms": round(again, 3),
    }


def _figures(found: Score) -> dict[str, float]:
    return {
        "precision": round(found.precision, 3),
        "recall": round(found.recall, 3),
        "right": found.right,
        "wrong": found.wrong,
        "missed": found.missed,
    }


def main(arguments: list[str]) -> int:
    if "--mistakes" in arguments:
        print("\n".join(mistakes(read("tuned"))))
        return 0
    figures = report()
    if "--json" in arguments:
        json.dump(figures, sys.stdout, indent=2)
        print()
        return 0
    for name, value in figures.items():
        print(f"{name}: {value}")
    return 0
