"""Draws a board: its columns beside one another, in as many rows as the width asks for."""

from collections.abc import Iterator

from textual.content import Content

from workshop.domain.sheet import Board, Column
from workshop.tui.drawing.bullet import bullet_lines
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import Lines, Piece, Pillar, Pillars

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
        pillars = tuple(_pillar(column, pen.narrow(width)) for column in columns)
        yield Pillars(pillars, BETWEEN, pen.airy)


def _pillar(column: Column, pen: Pen) -> Pillar:
    head: Lines = (*pen.write(column.heading, STRONG), Content.styled("━" * pen.width, "$line"))
    items = tuple(bullet_lines(item, pen) for item in column.items)
    empty = (pen.write(column.empty, QUIET),) if column.empty else ()
    return Pillar(head, items or empty, pen.width)
