"""Tables of a Word document: a marked header row, rows that stay whole, fixed columns."""

from collections.abc import Sequence
from itertools import islice

from workshop.export.element import around, attribute, runs
from workshop.export.letters import widest_line, widest_word
from workshop.export.piece import Piece

WIDTH = 9070  # the text width of the template, in twentieths of a point
CELL_STYLE = "NoSpacing"
POINTS = 9.5  # of the cell style
SIDES = 190  # both margins of a cell, and a little more
_BOLD = 1.13  # how much wider bold letters are
_ONE_LINE = 1_150  # texts no wider are not broken, if there is room
_LINE = 4_000  # a column longer than two such lines asks for no more
_LOOKED_AT = 200  # rows; a long table is like its beginning
_SHORT = 15  # rows
_STYLED = f'<w:pStyle w:val="{CELL_STYLE}"/>'
_BAR = "1B365D"
_MARKS = (
    'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"'
)

Cell = Sequence[Piece]


def grid(
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int] = (),
    title: str = "",
    width: int = WIDTH,
    by_hand: int = 0,
) -> str:
    """A table; without `widths` the columns share the page after what they hold.

    `by_hand` is the width of a last column that is printed empty, to be written in.
    """
    found = widths or _shared([head, *islice(rows, _LOOKED_AT)], by_hand)
    columns = [one * width // WIDTH for one in found]
    return table([filled(head), *(filled(row) for row in rows)], columns, title)


def filled(cells: Sequence[Cell]) -> list[str]:
    """Each cell as one paragraph."""
    return [around(CELL_STYLE, runs(cell)) for cell in cells]


def table(rows: Sequence[Sequence[str]], columns: Sequence[int], title: str = "") -> str:
    """A table of cells made elsewhere; the first row is its header."""
    caption = f"<w:tblCaption w:val={attribute(title)}/>" if title else ""
    shape = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    boxes = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in columns]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(columns)}" '
        f'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook {_MARKS}/>{caption}</w:tblPr>'
        f"<w:tblGrid>{shape}</w:tblGrid>"
        + "".join([_row(cells, boxes, header=not n) for n, cells in enumerate(_kept(rows))])
        + "</w:tbl>"
    )


def _kept(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """A short table stays on one page; a long one keeps its header with the first row.

    Parted over two pages LibreOffice can lose rows of a short one, and it is easier to read whole.
    """
    held = len(rows) - 1 if len(rows) <= _SHORT else 1
    return [*([_held(cell) for cell in cells] for cells in rows[:held]), *rows[held:]]


def _held(cell: str) -> str:
    return cell.replace(_STYLED, f"{_STYLED}<w:keepNext/>")


def _shared(rows: Sequence[Sequence[Cell]], by_hand: int) -> tuple[int, ...]:
    if not by_hand:
        return fitting(rows)
    return (*fitting([row[:-1] for row in rows], WIDTH - by_hand), by_hand)


def fitting(rows: Sequence[Sequence[Cell]], width: int = WIDTH) -> tuple[int, ...]:
    """Columns as wide as their longest word at least, and wider where there is more to read."""
    texts = [["".join(p.text for p in cell) for cell in row] for row in rows]
    columns = [[row[n] for row in texts] for n in range(len(texts[0]))]
    least = [SIDES + _least(column) for column in columns]
    over = sum(least) - width
    if over > 0:
        least = _squeezed(least, over)
    spare = max(width - sum(least), 0)
    for n, column in enumerate(columns):
        more = _one_line(column) - least[n]
        if 0 < more <= spare:
            least[n], spare = least[n] + more, spare - more
    wish = [min(_longest(column), 2 * _LINE) for column in columns]
    wish = [max(want + SIDES - low, 0) for want, low in zip(wish, least, strict=True)]
    share = [spare * want // sum(wish) if sum(wish) else spare // len(wish) for want in wish]
    widths = [low + more for low, more in zip(least, share, strict=True)]
    return tuple(one * width // sum(widths) for one in widths)


def _one_line(column: Sequence[str]) -> int:
    """What a column of short texts, such as a status, needs for one line each; else 0."""
    most = max(widest_line(text, POINTS * _BOLD) for text in column)
    return most + SIDES if most <= _ONE_LINE else 0


def _longest(column: Sequence[str]) -> int:
    return max(widest_line(text, POINTS) for text in column)


def _least(column: Sequence[str]) -> int:
    """The width of the longest word; the first cell is the header, in bold."""
    head, *others = column
    words = [widest_word(text, POINTS) for text in others]
    return max([*words, widest_word(head, POINTS * _BOLD)])


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


def _row(cells: Sequence[str], boxes: Sequence[str], header: bool) -> str:
    head = "<w:tblHeader/>" if header else ""
    inside = "".join([f"{box}{cell}</w:tc>" for box, cell in zip(boxes, cells, strict=True)])
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{inside}</w:tr>"
