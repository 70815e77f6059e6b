"""Draws a result: bars with votes, people and share, and in words what is in, tied or out."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from textual.content import Content

from workshop.domain.sheet import Bar, Place, Tally
from workshop.domain.words import Count, Joined, Percent, Say, Words
from workshop.tui.drawing.bullet import MARK, marked
from workshop.tui.drawing.gauge import THICK, gauge
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import BLANK, Lines, Piece, Solid, padded

PLACES: dict[Place, Words] = {
    "certain": Say("goes on"),
    "tied": Say("equally many votes"),
    "chosen": Say("chosen, goes on"),
    "out": "",
}
SIGNS: dict[Place, str] = {"certain": "●", "tied": "◐", "chosen": "●", "out": "○"}
LONGEST, SHORTEST = 90, 4
READABLE = 16  # letters of a label beside its count


def tally(block: Tally, pen: Pen) -> Iterator[Piece]:
    """A piece for each bar, highest first."""
    if block.caption:
        yield Solid(pen.write(block.caption, QUIET))
    digits = len(str(max((bar.rank for bar in block.bars), default=0)))
    beside = max((pen.length(pen.say(_count(bar))) for bar in block.bars), default=0)
    # Large figures are not all equally wide.
    inset = max((pen.inset(_sign(bar, digits)) for bar in block.bars), default=0)
    room = pen.width - inset - beside - 2
    if pen.scaled and room < pen.cells(READABLE):
        yield from tally(replace(block, caption=""), replace(pen, scaled=False))
        return
    length = max(SHORTEST, min(LONGEST, room))
    for number, bar in enumerate(block.bars):
        yield Solid(_bar(bar, block.most, digits, length, pen), pen.airy if number else 1)


def _bar(bar: Bar, most: int, digits: int, length: int, pen: Pen) -> Lines:
    style = "" if bar.place == "out" else STRONG
    sign = _sign(bar, digits, style)
    place, count = pen.say(PLACES[bar.place], MARK), pen.say(_count(bar), "bold")
    inset = Content(" " * pen.inset(sign))
    if pen.scaled:
        return _large_bar(bar, most, pen, (sign, place, count))
    label = marked(pen.say(bar.words, style), place, sign, pen)
    drawn = Content.assemble(inset, _drawn(bar.votes, most, length), "  ")
    return (*label, *(drawn + line for line in pen.wrap(count)))


def _large_bar(bar: Bar, most: int, pen: Pen, parts: tuple[Content, Content, Content]) -> Lines:
    """In large letters the bar lies beneath the words, and the count stands at their side."""
    sign, place, count = parts
    style = "" if bar.place == "out" else STRONG
    side = pen.length(count) + 3
    beside = pen.narrow(pen.width - side)
    label = marked(pen.say(bar.words, style), place, sign, beside)
    counted = pen.wrap(count)
    words = tuple(
        padded(left, beside.width) + Content("   ") + right
        for left, right in zip_longest(label, counted, fillvalue=BLANK)
    )
    inset = pen.inset(sign)
    drawn = Content(" " * inset) + _drawn(bar.votes, most, pen.width - inset)
    return (*words, *([drawn] * THICK))


def _sign(bar: Bar, digits: int, style: str = "") -> Content:
    return Content.styled(f"{bar.rank:>{digits}} {SIGNS[bar.place]} ", style)


def _count(bar: Bar) -> Words:
    """ "12 votes · 11 people · 73 %": counts before percentages."""
    votes = Count("%(n)s vote", "%(n)s votes", bar.votes)
    people: Words = ""
    if bar.people is not None and bar.people != bar.votes:
        people = Count("%(n)s person", "%(n)s people", bar.people)
    share: Words = Percent(bar.share) if bar.share is not None else ""
    return Joined((votes, people, share), " · ")


def _drawn(votes: int, most: int, length: int) -> Content:
    return gauge(votes / most if most else 0, length)
