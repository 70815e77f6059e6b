"""Tables of a Word document: a marked header row, rows that stay whole, fixed columns."""

from collections.abc import Sequence
from itertools import islice

from workshop.export.element import around, attribute, runs
from workshop.export.piece import Piece

WIDTH = 9070  # the text width of the template, in twentieths of a point
CELL_STYLE = "NoSpacing"
_LETTER = 108  # one letter of the cell style, and a little more
_SIDES = 190  # both margins of a cell
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
) -> str:
    """A table; without `widths` the columns share the page after what they hold."""
    columns = [w * width // WIDTH for w in widths or fitting([head, *islice(rows, _LOOKED_AT)])]
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


def fitting(rows: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    """Columns as wide as their longest word at least, and wider where there is more to read."""
    texts = [["".join(p.text for p in cell) for cell in row] for row in rows]
    columns = [[row[n] for row in texts] for n in range(len(texts[0]))]
    least = [_SIDES + _LETTER * min(_longest_word(column), 16) for column in columns]
    wish = [min(max(len(text) for text in column), 120) + 1 for column in columns]
    spare = max(WIDTH - sum(least), 0)
    widths = [low + spare * want // sum(wish) for low, want in zip(least, wish, strict=True)]
    return tuple(width * WIDTH // sum(widths) for width in widths)


def bar(width: int, share: float) -> str:
    """A dark bar beneath a cell's text, `share` (0-1) of the cell long.

    It is the shade of an empty paragraph: it prints in black and white, a screen reader passes it
    by, and nobody hears "full block, full block". The figures stand in the cells beside it.
    """
    rest = round((width - _SIDES) * (1 - share))
    look = (
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_BAR}"/>'
        '<w:spacing w:before="40" w:after="20" w:line="100" w:lineRule="exact"/>'
        f'<w:ind w:right="{rest}"/><w:rPr><w:sz w:val="4"/></w:rPr>'
    )
    return around(CELL_STYLE, "", look)


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)


def _row(cells: Sequence[str], boxes: Sequence[str], header: bool) -> str:
    head = "<w:tblHeader/>" if header else ""
    inside = "".join([f"{box}{cell}</w:tc>" for box, cell in zip(boxes, cells, strict=True)])
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{inside}</w:tr>"
