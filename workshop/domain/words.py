"""What is to be said, before anybody has chosen a language.

The domain marks its sentences with `Say` and `Count`; a surface translates them last. A plain
`str` is somebody's own words and is never translated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal, get_args

Language = Literal["sv", "nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def language_of(found: object) -> Language | None:
    """The language that something read or typed names; None for anything else."""
    return next((language for language in LANGUAGES if language == found), None)


@dataclass(frozen=True)
class Say:
    """A sentence of the program: an English message id and what fills its `%(name)s` gaps."""

    text: str
    values: Mapping[str, "Words"] = field(default_factory=dict)


@dataclass(frozen=True)
class Count:
    """A sentence whose form follows a number; `%(n)s` stands for the number."""

    one: str
    many: str
    n: int
    values: Mapping[str, "Words"] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Texts:
    """One text of an agenda file in all four languages."""

    # No `Value`: the first screen says titles, and need not wait for what reads and checks files.
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    sv: str
    nb: str
    nn: str
    en: str

    def __getitem__(self, language: Language) -> str:
        text: str = getattr(self, language)
        return text

    @property
    def plain(self) -> dict[str, str]:
        """What a file keeps of it."""
        return {language: self[language] for language in LANGUAGES}


@dataclass(frozen=True)
class Name:
    """The name of a person; the log knows only the id."""

    person: str


@dataclass(frozen=True)
class Day:
    """A date, written as the reader's language writes it."""

    date: date


@dataclass(frozen=True)
class Hour:
    """A time of day, from minutes after midnight (0-1439)."""

    minutes: int


@dataclass(frozen=True)
class Percent:
    """A share between 0 and 1."""

    share: float


@dataclass(frozen=True)
class Own:
    """Somebody's own words and the language they were written in."""

    text: str
    language: Language | None = None


@dataclass(frozen=True)
class Joined:
    """Several words after one another, with a separator between them."""

    parts: tuple["Words", ...]
    between: str = ", "


Words = str | int | Say | Count | Texts | Name | Day | Hour | Percent | Own | Joined


def said(text: str, **values: Words) -> Say:
    """A sentence already marked elsewhere, filled with values."""
    return Say(text, values)
