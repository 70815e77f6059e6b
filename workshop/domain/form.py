"""What a step asks: a closed vocabulary of fields that every surface can draw.

A surface draws a `Form`, collects raw answers and hands them back; `reading.read` turns them into
typed values or refuses with a sentence beside each field. Raw answers map input names to lists of
strings, as an HTML form posts them; the terminal builds the same mapping.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from workshop.domain.party import Party
from workshop.domain.text import LONGEST
from workshop.domain.words import Say, Words

Answers = Mapping[str, Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Option:
    """One thing to choose; `hint` is a smaller second line.

    `fills` maps names of other inputs of the form to raw values a surface puts there when this
    option is picked, so that a correction starts from what stands there now.
    """

    key: str
    words: Words
    hint: Words = ""
    fills: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What every field has: the input's name, a visible label, a hint beneath it."""

    name: str
    label: Words
    hint: Words = ""
    required: bool = False


@dataclass(frozen=True, kw_only=True)
class Line(Asked):
    """One line of text; `known` are suggestions to complete from.

    `brings` maps a text, in small letters, to raw values that a surface puts into other inputs of
    the form when it is typed, as a choice does by `Option.fills`.
    """

    value: str = ""
    most: int = 200
    known: tuple[str, ...] = ()
    brings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Text(Asked):
    """A longer text, line breaks allowed."""

    value: str = ""
    most: int = LONGEST


@dataclass(frozen=True, kw_only=True)
class Lines(Asked):
    """Several answers to one question, each a card of its own.

    `value` holds (id, text) of the cards that exist. An input is named `<name>.<id>`; a surface
    draws `spare` empty ones with fresh ids (8-32 lower-case hexadecimal digits), so that sending
    the same page twice makes one card. An emptied input takes its card back; a card that is not
    sent at all stays as it is.
    """

    value: tuple[tuple[str, str], ...] = ()
    most: int = 500
    spare: int = 1
    at_most: int = 30


@dataclass(frozen=True, kw_only=True)
class Pick(Asked):
    """Choose one (`at_most` 1) or several of the options; `value` holds the chosen keys.

    The options of a `scale` are its levels, lowest first, in so few words that they may stand
    beside one another.
    """

    options: tuple[Option, ...] = ()
    value: tuple[str, ...] = ()
    at_least: int = 0
    at_most: int = 1
    scale: bool = False


@dataclass(frozen=True, kw_only=True)
class Points(Asked):
    """A ballot; `value` maps option keys to points already given.

    Without `stacking` and `ranked` an option gets 0 or 1: inputs `<name>` repeated with the chosen
    keys. With `stacking` inputs are `<name>.<key>` holding a number. With `ranked` inputs are
    `<name>.1`, `<name>.2`, `<name>.3` holding the key of the first, second and third choice.
    """

    options: tuple[Option, ...] = ()
    value: Mapping[str, int] = field(default_factory=dict)
    votes: int = 3
    stacking: bool = False
    ranked: bool = False
    use_all: bool = False

    @cached_property
    def keys(self) -> frozenset[str]:
        """What can be chosen; worked out once for all the ballots of a room."""
        return frozenset(option.key for option in self.options)


@dataclass(frozen=True, kw_only=True)
class Number(Asked):
    """A whole number from `low` to `high`."""

    value: int | None = None
    low: int = 0
    high: int = 10_000


@dataclass(frozen=True, kw_only=True)
class DateField(Asked):
    """A day; the raw answer is ISO (2026-03-05), or as people write it (5.3.2026)."""

    value: date | None = None


@dataclass(frozen=True, kw_only=True)
class PartyField(Asked):
    """Who: an organisation, or "Name, Organisation".

    `known` pairs what can be typed or chosen with who it is. Text that is not known becomes an
    organisation, or with a comma a new person of one. With `many`, several are written with a
    semicolon between them.
    """

    value: str = ""
    known: tuple[tuple[str, Party], ...] = ()
    most: int = 200
    many: bool = False


@dataclass(frozen=True, kw_only=True)
class Check(Asked):
    """A box to tick; the raw answer is "1" or nothing."""

    value: bool = False


@dataclass(frozen=True, kw_only=True)
class Part(Asked):
    """Nothing to answer: a heading, and a line beneath it, over the fields that follow.

    Fields under one that is `folded` may be put away until they are wanted.
    """

    folded: bool = False


Question = Line | Text | Lines | Pick | Points | Number | DateField | PartyField | Check
Field = Question | Part


SEND = Say("Send")


@dataclass(frozen=True, kw_only=True)
class Form:
    """One small page: what is asked, what the button says, and what happens with the answer.

    A surface sends `stamp` back as the input "stamp"; an answer with another stamp was made for a
    page (a round) that is no longer the current one, and is refused.
    """

    fields: tuple[Field, ...]
    submit: Words = SEND
    intro: Words = ""
    notice: Words = ""
    stamp: str = ""
