"""Turns raw answers into typed values, or refuses with a sentence beside each field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, assert_never

from workshop.domain.form import (
    Answers,
    Check,
    DateField,
    Field,
    Form,
    Line,
    Lines,
    Number,
    Part,
    PartyField,
    Pick,
    Points,
    Text,
)
from workshop.domain.party import Party, Stranger
from workshop.domain.refused import MovedOn, Unreadable
from workshop.domain.text import clean, one_line
from workshop.domain.words import Count, Say, Words, said

LINE_ID = re.compile(r"[0-9a-f]{8,32}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
RANKED_POINTS = (3, 2, 1)

Who = Party | Stranger
T = TypeVar("T")


class _Wrong(Exception):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words


@dataclass(frozen=True)
class Filled:
    """The typed answers to one form; each method names the kind of field it reads."""

    values: Mapping[str, object]

    def text(self, name: str) -> str:
        return self._of(name, str)

    def lines(self, name: str) -> dict[str, str]:
        return self._of(name, dict)

    def picked(self, name: str) -> tuple[str, ...]:
        return self._of(name, tuple)

    def pick(self, name: str) -> str | None:
        return next(iter(self.picked(name)), None)

    def points(self, name: str) -> dict[str, int]:
        return self._of(name, dict)

    def number(self, name: str) -> int | None:
        value = self.values[name]
        return value if isinstance(value, int) else None

    def day(self, name: str) -> date | None:
        value = self.values[name]
        return value if isinstance(value, date) else None

    def party(self, name: str) -> Who | None:
        value = self.values[name]
        return value if isinstance(value, Party | Stranger) else None

    def parties(self, name: str) -> tuple[Who, ...]:
        return self._of(name, tuple)

    def ticked(self, name: str) -> bool:
        return bool(self.values[name])

    def _of(self, name: str, kind: type[T]) -> T:
        value = self.values[name]
        assert isinstance(value, kind), f"{name} is {type(value)}"
        return value


def read(form: Form, answers: Answers) -> Filled:
    """The typed values of all fields; raises `Unreadable` naming each field that does not fit."""
    if form.stamp and _first("stamp", answers) != form.stamp:
        raise MovedOn(STALE)
    values: dict[str, object] = {}
    wrong: dict[str, Words] = {}
    for field in form.fields:
        try:
            values[field.name] = _read(field, answers)
        except _Wrong as problem:
            wrong[field.name] = problem.words
    if wrong:
        raise Unreadable(UNFIT, wrong)
    return Filled(values)


UNFIT = Say("Something needs to be put right before this can be received. Your text is kept.")
STALE = Say(
    "This page belongs to something that is over. It was not counted. The page now shows what is "
    "asked; please answer again."
)


def _read(field: Field, answers: Answers) -> object:
    match field:
        case Line():
            return _short(field, one_line(_first(field.name, answers)), field.most)
        case Text():
            return _short(field, clean(_first(field.name, answers)), field.most)
        case Lines():
            return _lines(field, answers)
        case Pick():
            return _picked(field, answers)
        case Points():
            return _points(field, answers)
        case Number():
            return _number(field, _first(field.name, answers).strip())
        case DateField():
            return _day(field, _first(field.name, answers).strip())
        case PartyField():
            return _parties(field, one_line(_first(field.name, answers)))
        case Check():
            return bool(_first(field.name, answers))
        case Part():
            return None
        case _:
            assert_never(field)


def _first(name: str, answers: Answers) -> str:
    found = answers.get(name, ())
    return found[0] if found else ""


def _short(field: Field, text: str, most: int) -> str:
    if field.required and not text:
        raise _Wrong(Say("Please fill this in."))
    if len(text) > most:
        raise _Wrong(too_long(len(text), most))
    return text


def too_long(length: int, most: int) -> Words:
    return said(TOO_LONG.text, length=length, most=most)


TOO_LONG = Say("This is %(length)s characters; at most %(most)s fit. Please shorten it.")


def _lines(field: Lines, answers: Answers) -> dict[str, str]:
    start = f"{field.name}."
    found = {
        name.removeprefix(start): clean(_first(name, answers))
        for name in answers
        if name.startswith(start)
    }
    for text in found.values():
        _short(field, text or " ", field.most)
    if any(not LINE_ID.fullmatch(line) for line in found):
        raise _Wrong(Say("This page is not complete. Load it again; what you wrote is kept."))
    after = dict(field.value) | found
    if sum(bool(text) for text in after.values()) > field.at_most:
        raise _Wrong(
            Count(
                "At most %(n)s answer fits here.", "At most %(n)s answers fit here.", field.at_most
            )
        )
    if field.required and not any(found.values()) and not field.value:
        raise _Wrong(Say("Please fill this in."))
    return found


def _picked(field: Pick, answers: Answers) -> tuple[str, ...]:
    picked = tuple(dict.fromkeys(key for key in answers.get(field.name, ()) if key))
    if set(picked) - {option.key for option in field.options}:
        raise _Wrong(Say("This choice is no longer there. Please choose again."))
    least = max(field.at_least, int(field.required))
    if len(picked) < least and field.at_most == 1:
        raise _Wrong(Say("Choose one of these."))
    if len(picked) < least:
        raise _Wrong(Count("Choose at least %(n)s.", "Choose at least %(n)s.", least))
    if len(picked) > field.at_most:
        raise _Wrong(Count("Choose at most %(n)s.", "Choose at most %(n)s.", field.at_most))
    return picked


def _points(field: Points, answers: Answers) -> dict[str, int]:
    points = _ranked(field, answers) if field.ranked else _dots(field, answers)
    if set(points) - {option.key for option in field.options}:
        raise _Wrong(Say("The list has changed since this page was loaded. Please choose again."))
    used = len(points) if field.ranked else sum(points.values())
    if used > field.votes:
        raise _Wrong(over(used, field.votes))
    if field.use_all and 0 < used < field.votes:
        raise _Wrong(
            said("%(used)s of %(votes)s votes used. Use all of them.", used=used, votes=field.votes)
        )
    return points


def over(used: int, votes: int) -> Words:
    return said(TOO_MANY.text, used=used, votes=votes)


TOO_MANY = Say("You have chosen %(used)s; you have %(votes)s. Take some away and send again.")


def _dots(field: Points, answers: Answers) -> dict[str, int]:
    if not field.stacking:
        return {key: 1 for key in answers.get(field.name, ()) if key}
    start = f"{field.name}."
    given = {
        name.removeprefix(start): _first(name, answers).strip() or "0"
        for name in answers
        if name.startswith(start)
    }
    if any(not (dots.isascii() and dots.isdigit() and len(dots) < 4) for dots in given.values()):
        raise _Wrong(Say("Votes are whole numbers."))
    return {key: int(dots) for key, dots in given.items() if int(dots)}


def _ranked(field: Points, answers: Answers) -> dict[str, int]:
    chosen = [_first(f"{field.name}.{place}", answers) for place in (1, 2, 3)]
    named = [key for key in chosen if key]
    if len(set(named)) < len(named):
        raise _Wrong(Say("The same choice stands twice. Choose each at most once."))
    return {key: points for key, points in zip(chosen, RANKED_POINTS, strict=True) if key}


def _number(field: Number, raw: str) -> int | None:
    if not raw and not field.required:
        return None
    if not (raw.isascii() and raw.isdigit() and len(raw) < 10):
        raise _Wrong(Say("Write a whole number."))
    if not field.low <= int(raw) <= field.high:
        raise _Wrong(
            said("Write a number from %(low)s to %(high)s.", low=field.low, high=field.high)
        )
    return int(raw)


def _day(field: DateField, raw: str) -> date | None:
    if not raw and not field.required:
        return None
    try:
        # Other ways to write a date that Python knows are more likely slips than meant.
        return date.fromisoformat(raw if DAY.fullmatch(raw) else "")
    except ValueError:
        raise _Wrong(Say("Write a date as year-month-day, such as 2027-03-05.")) from None


def _parties(field: PartyField, raw: str) -> Who | tuple[Who, ...] | None:
    text = _short(field, raw, field.most)
    parts = text.split(";") if field.many else [text]
    found = tuple(_who(field, one.strip()) for one in parts if one.strip(" ,"))
    if field.required and not found:
        raise _Wrong(Say("Please fill this in."))
    return found if field.many else next(iter(found), None)


def _who(field: PartyField, text: str) -> Who:
    known = {label.casefold(): party for label, party in field.known}
    if text.casefold() in known:
        return known[text.casefold()]
    name, comma, organisation = text.rpartition(",")
    if comma and name.strip() and organisation.strip():
        return Stranger(name.strip(), organisation.strip())
    return Party(organisation=text.strip(" ,"))
