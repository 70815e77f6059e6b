"""Draws each kind of block, one branch a kind; knows no step."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from textual.content import Content

from workshop.domain.sheet import (
    Block,
    Board,
    Bullets,
    Facts,
    Figure,
    Heading,
    Join,
    Link,
    Note,
    Roster,
    Seat,
    Table,
    Tally,
)
from workshop.domain.words import Joined, Own, Say
from workshop.tui.drawing.board import board
from workshop.tui.drawing.bullet import bullet_lines
from workshop.tui.drawing.code import code, short
from workshop.tui.drawing.pen import QUIET, STRONG, WARNING, Pen
from workshop.tui.drawing.piece import Piece, Pillar, Pillars, Solid
from workshop.tui.drawing.table import table
from workshop.tui.drawing.tally import tally

SEAT_WIDTH = 34
LIST_WIDTH = 34
BESIDE_CODE = 36
FACT_WIDTH = 34
READABLE = 100
FIGURE = 5  # lines of a figure that is not zoomed
HEADING = 25
WARNING_SIGN = Content.assemble((" ! ", "bold $warning-paper on $warning-ink"), " ")


def draw(blocks: Iterable[Block], pen: Pen) -> list[Piece]:
    """The blocks as pieces, to be laid on pages."""
    return [piece for block in blocks for piece in _draw(block, pen)]


def _draw(block: Block, pen: Pen) -> Iterator[Piece]:
    match block:
        case Heading():
            yield _heading(block, pen)
        case Note():
            yield _note(block, pen)
        case Bullets():
            yield from _bullets(block, pen)
        case Table():
            yield from table(block, pen)
        case Facts():
            yield from _facts(block, pen)
        case Figure():
            yield _figure(block, pen)
        case Tally():
            yield from tally(block, pen)
        case Board():
            yield from board(block, pen)
        case Roster():
            yield from _roster(block, pen)
        case Join():
            yield Solid(pen.write(block.words, STRONG))
        case Link():
            yield _link(block, pen)
        case _:
            assert_never(block)


def _heading(block: Heading, pen: Pen) -> Solid:
    if pen.scaled or (pen.loud and block.level == 2):
        # A line under each row of a large letter would strike it through.
        drawn = pen.enlarge(block.words, STRONG, HEADING)
        return Solid(drawn or pen.write(block.words, STRONG), leads=True)
    style = f"{STRONG} underline" if block.level == 2 else STRONG
    return Solid(pen.write(block.words, style), leads=True)


def _note(block: Note, pen: Pen) -> Solid:
    reading = pen.narrow(min(pen.width, pen.cells(READABLE)))
    match block.tone:
        case "plain":
            return Solid(reading.write(block.words))
        case "quiet":
            return Solid(reading.write(block.words, QUIET))
        case "strong":
            sign = Content.styled("▌ ", STRONG)
            return Solid(reading.hang(sign, pen.say(block.words, STRONG)))
        case "warning":
            sign = Content.assemble(("! ", WARNING)) if pen.scaled else WARNING_SIGN
            return Solid(reading.hang(sign, pen.say(block.words, WARNING)))
        case _:
            assert_never(block.tone)


def _bullets(block: Bullets, pen: Pen) -> Iterator[Piece]:
    digits = len(str(len(block.items)))
    columns = min(pen.columns, (pen.width + 3) // (pen.cells(LIST_WIDTH) + 3), len(block.items))
    side = pen if columns < 2 else pen.narrow((pen.width + 3) // columns - 3)
    drawn = [
        bullet_lines(item, side, f"{number:>{digits}}  " if block.numbered else "•  ")
        for number, item in enumerate(block.items, 1)
    ]
    if columns < 2:
        for number, lines in enumerate(drawn):
            yield Solid(lines, pen.airy if number else 1)
    else:
        half = _middle([len(lines) for lines in drawn])
        halves = (tuple(drawn[:half]), tuple(drawn[half:]))
        yield Pillars(tuple(Pillar((), some, side.width) for some in halves), airy=pen.airy)


def _middle(heights: list[int]) -> int:
    """How many things go into the first of two columns, so that both are about as high."""
    above = 0
    for number, height in enumerate(heights):
        if above >= sum(heights) / 2:
            return number
        above += height
    return len(heights)


def _facts(block: Facts, pen: Pen) -> Iterator[Piece]:
    names = [pen.say(name, QUIET) for name, _ in block.pairs]
    widest = max((pen.length(name) for name in names), default=0)
    inset = min(widest, pen.cells(FACT_WIDTH), pen.width // 2)
    for number, (name, (_, value)) in enumerate(zip(names, block.pairs, strict=True)):
        left = Pillar((), (pen.narrow(inset).wrap(name),), inset)
        beside = pen.narrow(pen.width - inset - 3)
        right = Pillar((), (beside.write(value, "bold"),), beside.width)
        # What it is called and what it is go over to the next page together.
        row = Pillars((left, right), gap=pen.airy if number else 1).solid()
        yield replace(row, parted=False)


def _link(block: Link, pen: Pen) -> Piece:
    """The title as large as it fits and the address to type; a code to scan where there is room."""
    drawn = code(block.address)
    beside = pen.narrow(pen.width - drawn[0].cell_length - 3)
    roomy = pen.big and beside.width >= BESIDE_CODE
    room = beside if roomy else pen
    title = room.enlarge(block.words, STRONG, 10) or room.write(block.words, STRONG)
    words = (*title, Content(""), *room.write(Own(short(block.address)), "bold"))
    if not roomy:
        return Solid(words)
    left = Pillar((), (drawn,), drawn[0].cell_length)
    return Pillars((left, Pillar((), (words,), beside.width)))


def _figure(block: Figure, pen: Pen) -> Solid:
    """As large as the pen is loud, or as the width allows."""
    zooms = range(max(1, pen.loud), 0, -1)
    tries = (pen.enlarge(block.value, STRONG, zoom * FIGURE, True, zoom) for zoom in zooms)
    drawn = next((lines for lines in tries if lines), None)
    value = drawn or pen.write(block.value, STRONG)
    return Solid((*value, *([Content("")] if drawn else []), *pen.write(block.words, "bold")))


def _roster(block: Roster, pen: Pen) -> Iterator[Piece]:
    """Whose turn it is, then those who come after, then those who are done."""
    waiting = [seat for seat in block.seats if not seat.ticked]
    if waiting:
        yield Solid(_turn(waiting[0], pen))
    listed = [*waiting[1:], *(seat for seat in block.seats if seat.ticked)]
    longest = max((len(pen.tongue(seat.words)) for seat in listed), default=0)
    letters = min(SEAT_WIDTH, longest + 2)
    count = max(1, (pen.width + 3) // (pen.cells(letters) + 3))
    width = (pen.width + 3) // count - 3
    for start in range(0, len(listed), count):
        seats = [_seat(seat, pen.narrow(width)) for seat in listed[start : start + count]]
        pillars = tuple(Pillar((), (lines,), width) for lines in seats)
        yield Pillars(pillars, gap=0 if start else 1)
    yield Solid(pen.write(block.done, QUIET))


def _turn(seat: Seat, pen: Pen) -> tuple[Content, ...]:
    """Whose turn it is, as large as fits; what stands over the name stays small."""
    over = replace(pen, scaled=False).write(Joined((Say("Now"), seat.hint), " · "), QUIET)
    name = pen.enlarge(seat.words, STRONG, 10) or pen.write(seat.words, STRONG)
    return (*over, *name)


def _seat(seat: Seat, pen: Pen) -> tuple[Content, ...]:
    sign = Content.styled("✓ ", "$good") if seat.ticked else Content("· ")
    return pen.hang(sign, pen.say(seat.words, QUIET if seat.ticked else ""))
