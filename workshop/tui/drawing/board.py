"""Draws a board: its columns beside one another, in as many rows as the width asks for."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from workshop.domain.sheet import Board, Column
from workshop.tui.drawing.bullet import bullet_lines
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import BLANK, Lines, Piece, Pillar, Pillars

COLUMN_WIDTH = 28
BETWEEN = 3


def board(block: Board, pen: Pen) -> Iterator[Piece]:
    """Rows of columns; every row is as even as can be."""
    count = len(block.columns)
    fit = max(1, (pen.width + BETWEEN) // (pen.cells(COLUMN_WIDTH) + BETWEEN))
    rows = -(-count // fit) if count else 0
    beside = -(-count // rows) if rows else 1
    width = (pen.width + BETWEEN) // beside - BETWEEN
    for start in range(0, count, beside):
        columns = block.columns[start : start + beside]
        yield Pillars(_row(columns, pen.narrow(width)), BETWEEN, pen.airy)


def _row(columns: Sequence[Column], pen: Pen) -> tuple[Pillar, ...]:
    """Columns whose heads are equally high, so that the lines beneath them meet."""
    heads = [pen.write(column.heading, STRONG) for column in columns]
    highest = max(len(head) for head in heads)
    rule = Content.styled("━" * pen.width, "$line")
    return tuple(
        Pillar(
            (*head, *([BLANK] * (highest - len(head))), rule),
            tuple(bullet_lines(item, pen) for item in column.items) or _empty(column, pen),
            pen.width,
        )
        for head, column in zip(heads, columns, strict=True)
    )


def _empty(column: Column, pen: Pen) -> tuple[Lines, ...]:
    return (pen.write(column.empty, QUIET),) if column.empty else ()
