"""Draws a table: columns as wide as their words need, rows that wrap, a head on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from textual.content import Content

from workshop.domain.sheet import Table
from workshop.tui.drawing.gauge import THICK, gauge
from workshop.tui.drawing.letters import drawable
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import Lines, Piece, Pillar, Pillars, Solid

BETWEEN = 3
LOWER = 0.85  # a list that takes so much less room is easier to read than narrow columns
SHORT = 10  # lines: two of large letters
ENDLESS = 10**6
WORD = 24  # the longest organisation in one word; no name is broken in its middle


def table(block: Table, pen: Pen) -> Iterator[Piece]:
    """The caption, then a piece for each row; on a narrow surface each row becomes a small list."""
    if block.caption:
        yield Solid(pen.write(block.caption, QUIET))
    cells, head = _filled(
        [[pen.say(words) for words in row] for row in block.rows],
        [pen.say(words, STRONG) for words in block.head],
    )
    widths = shared([head, *cells], pen)
    listed = _listed(head, cells, pen, block.bars)
    if widths is None:
        yield from listed
        return
    top = (*_row(head, widths, pen), Content.styled("━" * pen.width, "$line"))
    drawn = [
        (*_row(row, widths, pen), *bar)
        for row, bar in zip_longest(cells, _bars(block.bars, pen), fillvalue=())
    ]
    if not pen.scaled and _height(listed) < LOWER * sum(len(lines) + 1 for lines in drawn):
        yield from listed
        return
    # Rows that wrap would run into one another without a line between them.
    gap = max(pen.airy, int(any(len(lines) > 1 for lines in drawn)))
    for number, lines in enumerate(drawn):
        yield Solid(lines, gap if number else 1, top)


def _filled(
    rows: list[list[Content]], head: list[Content]
) -> tuple[list[list[Content]], list[Content]]:
    """Without the columns in which nothing stands yet: the others need the room."""
    if not rows:
        return rows, head
    kept = [n for n, _ in enumerate(head) if n == 0 or any(row[n].plain for row in rows)]
    return [[row[n] for n in kept] for row in rows], [head[n] for n in kept]


def shared(rows: Sequence[Sequence[Content]], pen: Pen) -> list[int] | None:
    """How wide each column is: more for those that say more. None when it would not be readable."""
    lengths = tuple(tuple(pen.length(cell) for cell in row) for row in rows)
    wanted = [max(column) for column in zip(*lengths, strict=True)]
    columns = list(zip(*rows, strict=True))
    least = [_least(column, pen) for column in columns]
    room = pen.width - BETWEEN * (len(columns) - 1)
    if room < sum(least):
        return None
    return list(_grown(lengths, tuple(least), tuple(wanted), room))


@lru_cache(maxsize=32)
def _grown(
    lengths: tuple[tuple[int, ...], ...],
    least: tuple[int, ...],
    wanted: tuple[int, ...],
    room: int,
) -> tuple[int, ...]:
    """Gives cell after cell to the column that makes the rows lower most."""
    widths = list(least)
    for _ in range(room - sum(least)):
        open_ones = [n for n in range(len(widths)) if widths[n] < wanted[n]]
        if not open_ones:
            break
        heights = [[length / widths[n] for n, length in enumerate(row)] for row in lengths]
        gain = dict.fromkeys(open_ones, 0.0)
        for row in heights:
            highest = row.index(max(row))
            if highest in gain:
                gain[highest] += row[highest] ** 3 / (widths[highest] + 1)
        widths[max(open_ones, key=lambda n: gain[n])] += 1
    return tuple(widths)


def _least(column: Sequence[Content], pen: Pen) -> int:
    """As wide as the longest word, but not wider than a word may reasonably be."""
    words = [word for cell in column for word in cell.plain.split()]
    longest = max((pen.length(Content(word)) for word in words), default=1)
    return min(pen.cells(WORD), longest)


def _row(cells: Sequence[Content], widths: Sequence[int], pen: Pen) -> Lines:
    pillars = tuple(
        Pillar((), (pen.narrow(width).wrap(cell),), width)
        for cell, width in zip(cells, widths, strict=True)
    )
    return Pillars(pillars, BETWEEN).solid().lines


def _bars(shares: Sequence[float | None], pen: Pen) -> list[Lines]:
    """What is drawn beneath each row, as long as the table."""
    thick = THICK if pen.scaled else 1
    return [() if one is None else (gauge(one, pen.width),) * thick for one in shares]


def _listed(
    head: Sequence[Content],
    rows: Sequence[Sequence[Content]],
    pen: Pen,
    shares: Sequence[float | None],
) -> list[Piece]:
    return [
        Solid((*_list(head, row, pen), *bar), max(1, pen.airy))
        for row, bar in zip_longest(rows, _bars(shares, pen), fillvalue=())
    ]


def _list(head: Sequence[Content], row: Sequence[Content], pen: Pen) -> Iterator[Content]:
    """One row as a small list."""
    yield from pen.wrap(row[0].stylize("bold"))
    named = [(name, cell) for name, cell in zip(head[1:], row[1:], strict=True) if cell]
    yield from _in_short(named, pen) if pen.scaled else _together(named, pen)


def _height(rows: Sequence[Piece]) -> int:
    return sum(len(row.cut(ENDLESS)[0]) + 1 for row in rows)


def _in_short(named: Sequence[tuple[Content, Content]], pen: Pen) -> Iterator[Content]:
    """In large letters what matters next is large too, as much as two lines hold of it.

    The rest is one small line beneath.
    """
    sign = Content.styled("→ ", QUIET)
    told = [
        cell if not n else Content(f"{name.plain}: ") + cell for n, (name, cell) in enumerate(named)
    ]
    room = pen.narrow(pen.width - pen.inset(sign))
    most = next((n for n in range(len(told), 1, -1) if _fits(told[:n], room)), 1)
    if told:
        yield from pen.hang(sign, Content("  ·  ").join(told[:most]).stylize(STRONG))
    yield from _together(named[most:], replace(pen, scaled=False))


def _fits(told: Sequence[Content], pen: Pen) -> bool:
    joined = Content("  ·  ").join(told)
    return drawable(joined.plain) and len(pen.wrap(joined)) <= SHORT


def _together(named: Sequence[tuple[Content, Content]], pen: Pen) -> Lines:
    """Each cell with its name, one after another, as many as go on a line."""
    rest = [Content.assemble((f"{name.plain}: ", QUIET), cell) for name, cell in named]
    return pen.hang(Content("   "), Content("  ·  ").join(rest)) if rest else ()
