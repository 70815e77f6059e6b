"""Draws a table: columns as wide as their words need, rows that wrap, a head on every page."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from workshop.domain.sheet import Table
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import Lines, Piece, Pillar, Pillars, Solid

BETWEEN = 3
READABLE = 12


def table(block: Table, pen: Pen) -> Iterator[Piece]:
    """The caption, then a piece for each row; on a narrow surface each row becomes a small list."""
    if block.caption:
        yield Solid(pen.write(block.caption, QUIET))
    cells = [[pen.say(words) for words in row] for row in block.rows]
    head = [pen.say(words, STRONG) for words in block.head]
    widths = shared([head, *cells], pen.width)
    if widths is None:
        yield from _listed(head, cells, pen)
        return
    top = (*_row(head, widths, pen), Content.styled("━" * pen.width, "$line"))
    for number, row in enumerate(cells):
        yield Solid(_row(row, widths, pen), pen.airy if number else 1, top)


def shared(rows: Sequence[Sequence[Content]], width: int) -> list[int] | None:
    """How wide each column is; the widest give way first. None when it would not be readable."""
    count = len(rows[0])
    wanted = [max(row[n].cell_length for row in rows) for n in range(count)]
    room = width - BETWEEN * (count - 1)
    least = sum(min(one, READABLE) for one in wanted)
    if room < least:
        return None
    widths = list(wanted)
    while sum(widths) > room:
        widest = widths.index(max(widths))
        others = sorted({one for one in widths if one < widths[widest]}, reverse=True)
        spare = sum(widths) - room
        widths[widest] -= min(spare, max(1, widths[widest] - others[0]) if others else 1)
    return widths


def _row(cells: Sequence[Content], widths: Sequence[int], pen: Pen) -> Lines:
    pillars = tuple(
        Pillar((), (pen.narrow(width).wrap(cell),), width)
        for cell, width in zip(cells, widths, strict=True)
    )
    return Pillars(pillars, BETWEEN).solid().lines


def _listed(
    head: Sequence[Content], rows: Sequence[Sequence[Content]], pen: Pen
) -> Iterator[Piece]:
    for row in rows:
        lines: list[Content] = [*pen.wrap(row[0].stylize("bold"))]
        for name, cell in zip(head[1:], row[1:], strict=True):
            if cell:
                label = Content.styled(f"   {name.plain}: ", QUIET)
                lines += pen.hang(label, cell)
        yield Solid(tuple(lines), pen.airy)
