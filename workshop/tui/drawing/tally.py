"""Draws a result: bars with votes, people and share, and in words what is in, tied or out."""

from collections.abc import Iterator

from textual.content import Content

from workshop.domain.sheet import Bar, Place, Tally
from workshop.domain.words import Count, Joined, Percent, Say, Words
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import Lines, Piece, Solid

PLACES: dict[Place, Words] = {
    "certain": Say("goes on"),
    "tied": Say("equally many votes"),
    "chosen": Say("chosen, goes on"),
    "out": "",
}
SIGNS: dict[Place, str] = {"certain": "●", "tied": "◐", "chosen": "●", "out": "○"}
EIGHTHS = " ▏▎▍▌▋▊▉"


def tally(block: Tally, pen: Pen) -> Iterator[Piece]:
    """A piece for each bar, highest first."""
    if block.caption:
        yield Solid(pen.write(block.caption, QUIET))
    digits = len(str(max((bar.rank for bar in block.bars), default=0)))
    for number, bar in enumerate(block.bars):
        yield Solid(_bar(bar, block.most, digits, pen), pen.airy if number else 1)


def _bar(bar: Bar, most: int, digits: int, pen: Pen) -> Lines:
    style = "" if bar.place == "out" else STRONG
    sign = Content.styled(f"{bar.rank:>{digits}} {SIGNS[bar.place]} ", style)
    place = pen.say(PLACES[bar.place], "italic $accent-ink")
    words = pen.say(bar.words, style)
    label = Content.assemble(words, ("  — ", QUIET), place) if place else words
    inset = sign.cell_length
    count = pen.say(_count(bar), "bold")
    beside = count.cell_length + 2
    length = max(4, min(60, pen.width - inset - beside))
    drawn = Content.assemble(" " * inset, _drawn(bar.votes, most, length), "  ", count)
    return (*pen.hang(sign, label), *pen.wrap(drawn))


def _count(bar: Bar) -> Words:
    """ "12 votes · 11 people · 73 %": counts before percentages."""
    votes = Count("%(n)s vote", "%(n)s votes", bar.votes)
    people: Words = ""
    if bar.people is not None and bar.people != bar.votes:
        people = Count("%(n)s person", "%(n)s people", bar.people)
    share: Words = Percent(bar.share) if bar.share is not None else ""
    return Joined((votes, people, share), " · ")


def _drawn(votes: int, most: int, length: int) -> Content:
    eighths = round(votes * length * 8 / most) if most else 0
    full, part = divmod(eighths, 8)
    filled = "█" * full + (EIGHTHS[part] if part else "")
    return Content.assemble(
        (filled, "$bar on $bar-ground"), (" " * (length - len(filled)), "on $bar-ground")
    )
