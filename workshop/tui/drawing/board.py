"""Draws a board: its columns beside one another, in as many rows as the width asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.content import Content

from workshop.domain.sheet import Board, Column
from workshop.tui.drawing.bullet import bullet_lines
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import BLANK, Lines, Piece, Pillar, Pillars

COLUMN_WIDTH = 28
NARROWEST = 14
BETWEEN = 3


def board(block: Board, pen: Pen) -> Iterator[Piece]:
    """Rows of columns; every row is as even as can be."""
    count = len(block.columns)
    fit = max(1, (pen.width + BETWEEN) // (pen.cells(_letters(block, pen)) + BETWEEN))
    rows = -(-count // fit) if count else 0
    beside = -(-count // rows) if rows else 1
    width = (pen.width + BETWEEN) // beside - BETWEEN
    for start in range(0, count, beside):
        columns = block.columns[start : start + beside]
        yield Pillars(_row(columns, pen.narrow(width)), BETWEEN, pen.airy)


def _letters(block: Board, pen: Pen) -> int:
    """How wide a column wants to be: short things in large letters need less than sentences."""
    if not pen.scaled:
        return COLUMN_WIDTH
    words = [
        words
        for column in block.columns
        for words in (column.heading, *(item.short or item.words for item in column.items))
    ]
    longest = max((len(pen.tongue(one)) for one in words), default=0)
    return min(COLUMN_WIDTH, max(NARROWEST, longest + 2))


def _row(columns: Sequence[Column], pen: Pen) -> tuple[Pillar, ...]:
    """Columns whose heads are equally high, so that the lines beneath them meet."""
    heads = _heads(columns, pen)
    again = _heads(columns, replace(pen, scaled=False))
    return tuple(
        Pillar(head, _items(column, pen) or _empty(column, pen), pen.width, small)
        for head, small, column in zip(heads, again, columns, strict=True)
    )


def _heads(columns: Sequence[Column], pen: Pen) -> list[Lines]:
    heads = [pen.write(column.heading, STRONG) for column in columns]
    highest = max(len(head) for head in heads)
    rule = Content.styled("━" * pen.width, "$line")
    return [(*head, *([BLANK] * (highest - len(head))), rule) for head in heads]


def _items(column: Column, pen: Pen) -> tuple[Lines, ...]:
    digits = len(str(len(column.items)))
    return tuple(
        bullet_lines(item, pen, f"{number:>{digits}}  " if column.numbered else "•  ")
        for number, item in enumerate(column.items, 1)
    )


def _empty(column: Column, pen: Pen) -> tuple[Lines, ...]:
    return (pen.write(column.empty, QUIET),) if column.empty else ()
