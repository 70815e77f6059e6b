"""Tables of a Word document: a marked header row, rows that stay whole, fixed columns."""

from collections.abc import Sequence
from itertools import islice

from workshop.export.columns import POINTS, SIDES, WIDTH, Cell, fitting, height, narrow, said
from workshop.export.element import KEEP, around, attribute, runs
from workshop.export.letters import lines
from workshop.export.piece import NO_BREAK_SPACE

CELL_STYLE = "NoSpacing"
_SHORT = 7  # rows with the header
_LOW = 24  # lines of text, about a third of a page
_HELD_AT_FIRST = 2  # rows that stay with the header of a longer table
_MUCH = 0.9
_BY_HAND = 620  # how tall a row to write in is at least
_STYLED = f'<w:pStyle w:val="{CELL_STYLE}"/>'
_BAR = "1B365D"
_MARKS = (
    'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"'
)


def grid(
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int] = (),
    title: str = "",
    width: int = WIDTH,
    by_hand: int = 0,
    followed: bool = False,
    letters: float = 1.0,
) -> str:
    """A table; without `widths` the columns share the page after what they hold.

    `by_hand` is the width of a last column that is printed empty, to be written in. What is
    `followed` by a line about it stays on the page of that line. `letters` tells how much larger
    they are than ours.
    """
    room = round(width / letters)  # as wide as it would be in our letters
    by_us = round(by_hand * room / WIDTH)
    written = _breakable([head, *rows], by_us, room)
    found = widths or _shared(written, by_us, room)
    columns = [one * width // sum(found) for one in found]
    return table(
        [filled(row) for row in written],
        columns,
        title,
        followed=followed,
        whole=_is_low(written, columns),
        tall=_BY_HAND if by_hand else 0,
    )


def filled(cells: Sequence[Cell]) -> list[str]:
    """Each cell as one paragraph."""
    return [around(CELL_STYLE, runs(cell)) for cell in cells]


def table(
    rows: Sequence[Sequence[str]],
    columns: Sequence[int],
    title: str = "",
    *,
    followed: bool = False,
    whole: bool = True,
    tall: int = 0,
) -> str:
    """A table of cells made elsewhere; the first row is its header.

    A short one that may stay `whole` is not parted over pages. Rows are at least so `tall`.
    """
    caption = f"<w:tblCaption w:val={attribute(title)}/>" if title else ""
    shape = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    boxes = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in columns]
    looks = ["<w:tblHeader/>", f'<w:trHeight w:val="{tall}"/>' if tall else ""]
    kept = _kept(rows, followed, whole)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(columns)}" '
        f'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook {_MARKS}/>{caption}</w:tblPr>'
        f"<w:tblGrid>{shape}</w:tblGrid>"
        + "".join([_row(cells, boxes, looks[min(n, 1)]) for n, cells in enumerate(kept)])
        + "</w:tbl>"
    )


def _kept(rows: Sequence[Sequence[str]], followed: bool, whole: bool) -> Sequence[Sequence[str]]:
    """Which rows stay on the page of the next one.

    A short table stays whole. A longer one never leaves its header, its first row or its last one
    alone on a page, but fills the page it begins on: kept whole it left half of that empty, and
    where no page could hold it, its heading stood there by itself.
    """
    last = len(rows) - 1
    first = last if whole and last < _SHORT else min(_HELD_AT_FIRST, last)
    held = {*range(first), max(last - 1, 0), *((last,) if followed else ())}
    return [[_held(cell) for cell in row] if n in held else row for n, row in enumerate(rows)]


def _is_low(rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> bool:
    """Whether a table is low enough to be kept on one page."""
    first = islice(rows, _SHORT)
    pairs = (zip(row, columns, strict=True) for row in first)
    most = (max(lines(said(cell), POINTS, wide - SIDES) for cell, wide in row) for row in pairs)
    return sum(most) <= _LOW


def _held(cell: str) -> str:
    return cell.replace(_STYLED, f"{_STYLED}{KEEP}")


def _shared(rows: Sequence[Sequence[Cell]], by_hand: int, room: int) -> tuple[int, ...]:
    found = fitting(*_typed(rows, by_hand, room))
    return (*found, by_hand) if by_hand else found


def _breakable(rows: Sequence[Sequence[Cell]], by_hand: int, room: int) -> Sequence[Sequence[Cell]]:
    """The rows; dates may be parted over lines where that spares other words, or much room."""
    if not any(NO_BREAK_SPACE in one.text for row in rows for cell in row for one in cell):
        return rows
    parted = [[_parted(cell) for cell in row] for row in rows]
    whole, lower = (_typed(one, by_hand, room) for one in (rows, parted))
    return parted if narrow(*whole) or height(*lower) <= _MUCH * height(*whole) else rows


def _typed(
    rows: Sequence[Sequence[Cell]], by_hand: int, room: int
) -> tuple[Sequence[Sequence[Cell]], int]:
    """The rows without the column to write in, and the room left for them."""
    return ([row[:-1] for row in rows] if by_hand else rows), room - by_hand


def _parted(cell: Cell) -> Cell:
    return [one._replace(text=one.text.replace(NO_BREAK_SPACE, " ")) for one in cell]


def bar(width: int, share: float) -> str:
    """A dark bar beneath a cell's text, `share` (0-1) of the cell long.

    It is the shade of an empty paragraph: it prints in black and white, a screen reader passes it
    by, and nobody hears "full block, full block". The figures stand in the cells beside it.
    """
    rest = round((width - SIDES) * (1 - share))
    look = (
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_BAR}"/>'
        '<w:spacing w:before="40" w:after="20" w:line="100" w:lineRule="exact"/>'
        f'<w:ind w:right="{rest}"/><w:rPr><w:sz w:val="4"/></w:rPr>'
    )
    return around(CELL_STYLE, "", look)


def _row(cells: Sequence[str], boxes: Sequence[str], look: str) -> str:
    inside = "".join([f"{box}{cell}</w:tc>" for box, cell in zip(boxes, cells, strict=True)])
    return f"<w:tr><w:trPr><w:cantSplit/>{look}</w:trPr>{inside}</w:tr>"
