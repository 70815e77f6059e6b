"""What the raw answers to one field mean, kind by kind, or the sentence that says why not."""

import re
from collections.abc import Set
from datetime import date
from typing import assert_never

from workshop.domain.form import (
    Answers,
    Check,
    DateField,
    Field,
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
from workshop.domain.text import clean, one_line
from workshop.domain.words import Count, Say, Words, said

LINE_ID = re.compile(r"[0-9a-f]{8,32}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# As a day is written in Norway, and understood in Sweden: 5.3.2027.
DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)
RANKED_POINTS = (3, 2, 1)


class Wrong(Exception):
    """The answers to a field do not fit; `words` say what would."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words


def value_of(field: Field, answers: Answers) -> object:
    """The value that was answered; raises `Wrong`. `Filled` tells which field has which type."""
    match field:
        case Line():
            return _short(field, one_line(first(field.name, answers)), field.most)
        case Text():
            return _short(field, clean(first(field.name, answers)), field.most)
        case Lines():
            return _lines(field, answers)
        case Pick():
            return _picked(field, answers)
        case Points():
            return _points(field, answers)
        case Number():
            return _number(field, first(field.name, answers).strip())
        case DateField():
            return _day(field, first(field.name, answers).strip())
        case PartyField():
            return _parties(field, one_line(first(field.name, answers)))
        case Check():
            return bool(first(field.name, answers))
        case Part():
            return None
        case _:
            assert_never(field)


def first(name: str, answers: Answers) -> str:
    """The one answer to a question that has one; "" where there is none."""
    found = answers.get(name, ())
    return found[0] if found else ""


def _short(field: Field, text: str, most: int) -> str:
    if field.required and not text:
        raise Wrong(Say("Please fill this in."))
    if len(text) > most:
        raise Wrong(said(TOO_LONG.text, length=len(text), most=most))
    return text


TOO_LONG = Say("This is %(length)s characters; at most %(most)s fit. Please shorten it.")


def _lines(field: Lines, answers: Answers) -> dict[str, str]:
    start = f"{field.name}."
    found = {
        name.removeprefix(start): clean(first(name, answers))
        for name in answers
        if name.startswith(start)
    }
    for text in found.values():
        _short(field, text or " ", field.most)
    if any(not LINE_ID.fullmatch(line) for line in found):
        raise Wrong(Say("This page is not complete. Load it again; what you wrote is kept."))
    after = dict(field.value) | found
    if sum(bool(text) for text in after.values()) > field.at_most:
        raise Wrong(
            Count(
                "At most %(n)s answer fits here.", "At most %(n)s answers fit here.", field.at_most
            )
        )
    if field.required and not any(found.values()) and not field.value:
        raise Wrong(Say("Please fill this in."))
    return found


def _picked(field: Pick, answers: Answers) -> tuple[str, ...]:
    picked = tuple(dict.fromkeys(key for key in answers.get(field.name, ()) if key))
    if set(picked) - {option.key for option in field.options}:
        raise Wrong(Say("This choice is no longer there. Please choose again."))
    least = max(field.at_least, int(field.required))
    if len(picked) < least and field.at_most == 1:
        raise Wrong(Say("Choose one of these."))
    if len(picked) < least:
        raise Wrong(Count("Choose at least %(n)s.", "Choose at least %(n)s.", least))
    if len(picked) > field.at_most:
        raise Wrong(Count("Choose at most %(n)s.", "Choose at most %(n)s.", field.at_most))
    return picked


def _points(field: Points, answers: Answers) -> dict[str, int]:
    points = _ranked(field, answers) if field.ranked else _dots(field, answers)
    if not field.keys.issuperset(points):
        raise Wrong(Say("The list has changed since this page was loaded. Please choose again."))
    used = len(points) if field.ranked else sum(points.values())
    if used > field.votes:
        raise Wrong(said(TOO_MANY.text, used=used, votes=field.votes))
    if field.use_all and 0 < used < field.votes:
        raise Wrong(
            said("%(used)s of %(votes)s votes used. Use all of them.", used=used, votes=field.votes)
        )
    return points


TOO_MANY = Say("You have chosen %(used)s; you have %(votes)s. Take some away and send again.")


def _dots(field: Points, answers: Answers) -> dict[str, int]:
    if not field.stacking:
        return {key: 1 for key in answers.get(field.name, ()) if key}
    start = f"{field.name}."
    given = {
        name.removeprefix(start): first(name, answers).strip() or "0"
        for name in answers
        if name.startswith(start)
    }
    if any(not (dots.isascii() and dots.isdigit() and len(dots) < 4) for dots in given.values()):
        raise Wrong(Say("Votes are whole numbers."))
    return {key: int(dots) for key, dots in given.items() if int(dots)}


def _ranked(field: Points, answers: Answers) -> dict[str, int]:
    chosen = [first(f"{field.name}.{place}", answers) for place in (1, 2, 3)]
    named = [key for key in chosen if key]
    if len(set(named)) < len(named):
        raise Wrong(Say("The same choice stands twice. Choose each at most once."))
    return {key: points for key, points in zip(chosen, RANKED_POINTS, strict=True) if key}


def _number(field: Number, raw: str) -> int | None:
    if not raw and not field.required:
        return None
    if not (raw.isascii() and raw.isdigit() and len(raw) < 10):
        raise Wrong(Say("Write a whole number."))
    if not field.low <= int(raw) <= field.high:
        raise Wrong(
            said("Write a number from %(low)s to %(high)s.", low=field.low, high=field.high)
        )
    return int(raw)


def _day(field: DateField, raw: str) -> date | None:
    if not raw and not field.required:
        return None
    dotted = DOTTED.fullmatch(raw)
    try:
        if dotted:
            day, month, year = map(int, dotted.groups())
            return date(year, month, day)
        # Other ways to write a date that Python knows are more likely slips than meant.
        return date.fromisoformat(raw if DAY.fullmatch(raw) else "")
    except ValueError:
        raise Wrong(Say("Write a date as year-month-day, such as 2027-03-05.")) from None


def _parties(field: PartyField, raw: str) -> Party | Stranger | tuple[Party | Stranger, ...] | None:
    text = _short(field, raw, field.most)
    parts = text.split(";") if field.many else [text]
    found = tuple(_who(field, one.strip()) for one in parts if one.strip(" ,"))
    if field.required and not found:
        raise Wrong(Say("Please fill this in."))
    return found if field.many else next(iter(found), None)


def _name_first(text: str, organisations: Set[str]) -> str:
    """ "NAV, Ola" turned round where NAV is known: else a name would be kept as an organisation."""
    organisation, _, name = (part.strip() for part in text.partition(","))
    if name and organisation.casefold() in organisations and name.casefold() not in organisations:
        return f"{name}, {organisation}"
    return text


def _who(field: PartyField, text: str) -> Party | Stranger:
    known = {label.casefold(): party for label, party in field.known}
    if text.casefold() not in known:
        text = _name_first(text, {party.organisation.casefold() for party in known.values()})
    if text.casefold() in known:
        return known[text.casefold()]
    name, comma, organisation = text.rpartition(",")
    if comma and name.strip() and organisation.strip():
        return Stranger(name.strip(), organisation.strip())
    return Party(organisation=text.strip(" ,"))
