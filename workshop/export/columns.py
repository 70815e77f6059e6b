"""How wide the columns of a table are: words stay whole, and rows become as low as they can."""

from collections.abc import Sequence

from workshop.export.letters import parted, stretches, widest_line, widest_word
from workshop.export.piece import Piece

WIDTH = 9070  # the text width of the template, in twentieths of a point
POINTS = 9.5  # of the cell style
SIDES = 190  # both margins of a cell, and a little more
BOLD = 1.13  # how much wider bold letters are
_ONE_LINE = 1_150  # texts no wider are not broken, if there is room
_LINE = 4_000  # a column longer than two such lines asks for no more
LOOKED_AT = 40  # rows; a long table is like its beginning
_ROUNDS = 4  # parts that the room left over is dealt out in
_TIED = 0.25  # what a column weighs that is the tallest of a row beside another

Cell = Sequence[Piece]
Sizes = Sequence[tuple[int, ...]]  # of the lines in each cell of a row


def fitting(rows: Sequence[Sequence[Cell]], width: int = WIDTH) -> tuple[int, ...]:
    """Columns as wide as their longest word at least, and wider where that makes rows lower.

    The first row is the header, in bold. Widths are in twentieths of a point, `width` in all.
    """
    texts = [[said(cell) for cell in row] for row in rows[: LOOKED_AT + 1]]
    columns, sizes = list(zip(*texts, strict=True)), _sizes(texts)
    widths = [SIDES + _least(column) for column in columns]
    if (over := sum(widths) - width) > 0:
        widths = _squeezed(widths, over)
    most = [SIDES + min(_longest(column), 2 * _LINE) for column in columns]
    even, dealt = _evened(columns, widths, most, width), widths
    for rounds_left in range(_ROUNDS, 0, -1):
        dealt = _dealt(sizes, dealt, most, (width - sum(dealt)) // rounds_left)
    tall = _evened(columns, dealt, most, width)
    widths = min(even, tall, key=lambda one: _lines(sizes, one))
    return tuple(one * width // sum(widths) for one in widths)


def narrow(rows: Sequence[Sequence[Cell]], width: int = WIDTH) -> bool:
    """Whether the longest words of the columns do not fit beside one another."""
    texts = [[said(cell) for cell in row] for row in rows[: LOOKED_AT + 1]]
    return sum(SIDES + _least(column) for column in zip(*texts, strict=True)) > width


def height(rows: Sequence[Sequence[Cell]], width: int = WIDTH) -> int:
    """How many lines its rows have, one after another."""
    texts = [[said(cell) for cell in row] for row in rows[: LOOKED_AT + 1]]
    return _lines(_sizes(texts), fitting(rows, width))


def said(cell: Cell) -> str:
    return "".join(piece.text for piece in cell)


def _dealt(
    sizes: Sequence[Sizes], widths: Sequence[int], most: Sequence[int], room: int
) -> list[int]:
    """A part of the room left, for the columns that make rows tall."""
    weights = _weights(sizes, widths)
    asked = [
        weight if wide < want else 0
        for weight, wide, want in zip(weights, widths, most, strict=True)
    ]
    if room <= 0 or not any(asked):
        return list(widths)
    shares = [int(room * one / sum(asked)) for one in asked]
    return [
        wide + min(share, max(want - wide, 0))
        for wide, share, want in zip(widths, shares, most, strict=True)
    ]


def _weights(sizes: Sequence[Sizes], widths: Sequence[int]) -> list[float]:
    """How many lines rows would be lower without each column."""
    weights = [0.0] * len(widths)
    for row in sizes:
        counts = _counts(row, widths)
        *_, second, top = sorted([0, *counts])
        for n, count in enumerate(counts):
            if count == top > 1:
                weights[n] += top - second or _TIED
    return weights


def _sizes(texts: Sequence[Sequence[str]]) -> list[Sizes]:
    """Measured once, because every column is tried in several widths."""
    return [[stretches(text, POINTS) for text in row] for row in texts]


def _lines(sizes: Sequence[Sizes], widths: Sequence[int]) -> int:
    """How tall the table is."""
    return sum([max(_counts(row, widths)) for row in sizes])


def _counts(row: Sizes, widths: Sequence[int]) -> list[int]:
    return [parted(one, wide - SIDES) for one, wide in zip(row, widths, strict=True)]


def _evened(
    columns: Sequence[Sequence[str]], widths: Sequence[int], most: Sequence[int], width: int
) -> list[int]:
    """What no row needs keeps short texts on one line, then goes to those with more to read."""
    found, spare = list(widths), max(width - sum(widths), 0)
    for n, column in enumerate(columns):
        more = _one_line(column) - found[n]
        if 0 < more <= spare:
            found[n], spare = found[n] + more, spare - more
    wish = [max(want - wide, 0) for want, wide in zip(most, found, strict=True)]
    share = [spare * want // sum(wish) if sum(wish) else spare // len(wish) for want in wish]
    return [wide + more for wide, more in zip(found, share, strict=True)]


def _one_line(column: Sequence[str]) -> int:
    """What a column of short texts, such as a status, needs for one line each; else 0."""
    most = max(widest_line(text, POINTS * BOLD) for text in column)
    return most + SIDES if most <= _ONE_LINE else 0


def _longest(column: Sequence[str]) -> int:
    return max(widest_line(text, POINTS * BOLD) for text in column)


def _least(column: Sequence[str]) -> int:
    """The width of the longest word."""
    head, *others = column
    words = [widest_word(text, POINTS) for text in others]
    return max([*words, widest_word(head, POINTS * BOLD)])


def _squeezed(least: Sequence[int], over: int) -> list[int]:
    """The widest columns give way first: short words stay whole, the longest are broken."""
    widths, left = list(least), over
    while left > 0:
        most = max(widths)
        second = max((width for width in widths if width < most), default=0)
        widest = [n for n, width in enumerate(widths) if width == most]
        cut = min(most - second, -(-left // len(widest)))
        for n in widest:
            widths[n] -= cut
        left -= cut * len(widest)
    return widths
