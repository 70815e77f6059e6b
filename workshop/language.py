"""Turns words into one of the four languages: catalogues, dates, times, shares."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import assert_never

from workshop import dates, regional
from workshop.catalogue import Catalogue, read_catalogue
from workshop.domain.words import (
    Count,
    Day,
    Hour,
    Joined,
    Language,
    Name,
    Own,
    Percent,
    Say,
    Texts,
    Words,
    language_of,
)

LANGUAGE_NAMES: dict[Language, str] = {
    "sv": "Svenska",
    "nb": "Bokmål",
    "nn": "Nynorsk",
    "en": "English",
}
TAGS: dict[Language, str] = {"sv": "sv-SE", "nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}

_GAP = re.compile(r"%\((\w+)\)s")


class Tongue:
    """One language; `name_of` tells a person's name from the id, or None."""

    def __init__(
        self, language: Language, name_of: Callable[[str], str | None] = lambda person: None
    ) -> None:
        self.language = language
        self._name_of = name_of
        self._catalog = catalogue(language)

    def knowing(self, names: Mapping[str, str]) -> "Tongue":
        """The same language, knowing these people."""
        return Tongue(self.language, names.get)

    def __call__(self, words: Words) -> str:
        match words:
            case str():
                return words
            case int():
                return str(words)
            case Say(text, values):
                return self._fill(self._find(text), values)
            case Count(one, many, n, values):
                return self._fill(self._find_count(one, many, n), {"n": n, **values})
            case Texts():
                return words[self.language]
            case Name(person):
                return self._name_of(person) or self(NO_NAME)
            case Day(day):
                return dates.day(self.language, day)
            case Hour(minutes):
                return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
            case Percent(share):
                return regional.share(self.language, share)
            case Own(text):
                return text
            case Joined(parts, between):
                return between.join(found for part in parts if (found := self(part)))
            case _:
                assert_never(words)

    def _fill(self, text: str, values: Mapping[str, Words]) -> str:
        # Not the % operator: a stray per cent sign in a translation must never break a meeting.
        return _GAP.sub(lambda gap: self(values[gap[1]]) if gap[1] in values else gap[0], text)

    def _find(self, text: str) -> str:
        # A sentence that is also said with a number is filed under its form for one.
        return self._catalog.get(text, ("",))[0] or text

    def _find_count(self, one: str, many: str, n: int) -> str:
        forms = self._catalog.get(one, ())
        if len(forms) < 2 or not all(forms):
            return one if n == 1 else many
        # All four languages have two forms, and the first is for one.
        return forms[0 if n == 1 else -1]


NO_NAME = Say("(name not given)")


@cache
def tongue(language: Language) -> Tongue:
    """The language without any names."""
    return Tongue(language)


@cache
def catalogue(language: Language) -> Catalogue:
    """The catalogue shipped with the program; empty where there is none yet."""
    return read_catalogue(Path(__file__).parent / "locale" / language / "workshop.po")


def best(accepted: str, fallback: Language = "en") -> Language:
    """The best of the four for an Accept-Language header; "no" counts as bokmål."""
    weighed = sorted(_weights(accepted), key=lambda pair: -pair[1])
    for tag, weight in weighed:
        short = {"no": "nb"}.get(tag, tag)
        found = language_of(short)
        if found and weight:
            return found
    return fallback


def _weights(accepted: str) -> list[tuple[str, float]]:
    pairs = []
    for part in accepted.split(","):
        tag, *settings = (piece.strip().lower() for piece in part.split(";"))
        pairs.append((tag.split("-")[0], _quality(settings)))
    return pairs


def _quality(settings: Iterable[str]) -> float:
    """The weight from 0 to 1; what cannot be read weighs nothing."""
    given = next((one for one in settings if one.startswith("q")), "q=1")
    weight = re.fullmatch(r"q\s*=\s*([01](?:\.\d*)?)", given)
    return min(1.0, float(weight[1])) if weight else 0.0
