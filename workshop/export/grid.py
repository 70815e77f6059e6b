"""Tables of a Word document: a marked header row, rows that stay whole, fixed columns."""

from collections.abc import Sequence

from workshop.export.element import Element, add, append, new
from workshop.export.piece import Piece

WIDTH = 9070  # the text width of the template, in twentieths of a point
CELL_STYLE = "NoSpacing"
_LETTER = 108  # one letter of the cell style, and a little more
_SIDES = 190  # both margins of a cell
_BAR = "1B365D"

Cell = Sequence[Piece]


def grid(
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int] = (),
    title: str = "",
) -> Element:
    """A table; without `widths` the columns share the page after what they hold."""
    columns = tuple(widths) or fitting([head, *rows])
    table = new("tbl")
    _properties(table, title)
    shape = add(table, "tblGrid")
    for width in columns:
        add(shape, "gridCol", w=str(width))
    _row(table, head, columns, header=True)
    for row in rows:
        _row(table, row, columns, header=False)
    return table


def fitting(rows: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    """Columns as wide as their longest word at least, and wider where there is more to read."""
    texts = [["".join(p.text for p in cell) for cell in row] for row in rows]
    columns = [[row[n] for row in texts] for n in range(len(texts[0]))]
    least = [_SIDES + _LETTER * min(_longest_word(column), 16) for column in columns]
    wish = [min(max(len(text) for text in column), 120) + 1 for column in columns]
    spare = max(WIDTH - sum(least), 0)
    widths = [low + spare * want // sum(wish) for low, want in zip(least, wish, strict=True)]
    return tuple(width * WIDTH // sum(widths) for width in widths)


def bar(cell: Element, width: int, share: float) -> None:
    """A dark bar beneath a cell's text, `share` (0-1) of the cell long.

    It is the shade of an empty paragraph: it prints in black and white, a screen reader passes it
    by, and nobody hears "full block, full block". The figures stand in the cells beside it.
    """
    look = add(add(cell, "p"), "pPr")
    add(look, "pStyle", val=CELL_STYLE)
    add(look, "shd", val="clear", color="auto", fill=_BAR)
    add(look, "spacing", before="40", after="20", line="100", lineRule="exact")
    add(look, "ind", right=str(round((width - _SIDES) * (1 - share))))
    add(add(look, "rPr"), "sz", val="4")


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)


def _properties(table: Element, title: str) -> None:
    look = add(table, "tblPr")
    add(look, "tblStyle", val="TableGrid")
    add(look, "tblW", w=str(WIDTH), type="dxa")
    add(look, "tblLayout", type="fixed")
    marks = dict(firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1")
    add(look, "tblLook", val="0620", noVBand="1", **marks)
    if title:
        add(look, "tblCaption", val=title)


def _row(table: Element, cells: Sequence[Cell], columns: Sequence[int], header: bool) -> None:
    row = add(table, "tr")
    look = add(row, "trPr")
    add(look, "cantSplit")
    if header:
        add(look, "tblHeader")
    for cell, width in zip(cells, columns, strict=True):
        box = add(row, "tc")
        add(add(box, "tcPr"), "tcW", w=str(width), type="dxa")
        text = add(box, "p")
        add(add(text, "pPr"), "pStyle", val=CELL_STYLE)
        append(text, cell)
