"""Draws one point of an agenda that is being edited: time, minutes, title, and what is special."""

from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from workshop.domain.event import Point
from workshop.domain.words import Count, Joined, Say, Words, said
from workshop.leading.picking import marks
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import BLANK, Lines, padded

TIME, MINUTES, BETWEEN = 5, 3, 2
SIGN = 2
NOTED = 0.34  # of the width, for what is special
READABLE = 110


@dataclass(frozen=True)
class Row:
    """A point and its times in minutes: planned, spent so far, and what it could spare."""

    point: Point
    begins: Words
    minutes: int
    spent: int = 0
    gives: int = 0
    here: bool = False


def head(pen: Pen) -> Content:
    """What the columns are."""
    time, minutes, item = (pen.tongue(one) for one in (Say("Time"), Say("Min"), Say("Item")))
    space = " " * BETWEEN
    return Content(f"{' ' * SIGN}{time:<{TIME}}{space}{minutes:>{MINUTES}}{space}{item}")


def row(one: Row, pen: Pen) -> Lines:
    """As many lines as the title needs; what is special stands at the right."""
    told = pen.say(special(one), "bold" if one.gives else "italic")
    noted = min(told.cell_length, int(pen.width * NOTED))
    width = pen.width - noted - BETWEEN
    left = pen.narrow(width).hang(_figures(one, pen), _title(one, pen))
    right = pen.narrow(noted).wrap(told) if noted else ()
    lines = zip_longest(left, right, fillvalue=BLANK)
    return tuple(padded(words, width + BETWEEN) + note for words, note in lines)


def _figures(one: Row, pen: Pen) -> Content:
    """When it begins and how long it is; what is skipped has no time."""
    time = "" if one.point.skipped else pen.tongue(one.begins)
    length = one.point.minutes if one.point.skipped else one.minutes
    return Content.assemble(
        "▶ " if one.here else "  ",
        f"{time:>{TIME}}{' ' * BETWEEN}",
        (f"{length:>{MINUTES}}", "" if one.point.skipped else "bold"),
        " " * BETWEEN,
    )


def special(one: Row) -> Words:
    """What is told of a point beside its title."""
    parts: list[Words] = [marks(one.point)]
    if one.spent:
        parts.append(Count("%(n)s min used", "%(n)s min used", one.spent))
    if one.gives:
        parts.append(said("could give %(minutes)s min", minutes=one.gives))
    return Joined(tuple(part for part in parts if part), " · ")


def _title(one: Row, pen: Pen) -> Content:
    if one.point.skipped:
        return pen.say(one.point.title, "strike")
    return pen.say(one.point.title, "bold" if one.here else "")
