"""About how tall blocks are on paper, so that a first page can be kept to one page."""

from collections.abc import Iterable, Sequence

from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Heading, Note, Table
from workshop.domain.words import Words
from workshop.export.columns import POINTS, SIDES, WIDTH, fitting
from workshop.export.labels import values_at
from workshop.export.letters import lines
from workshop.export.piece import Piece, plain
from workshop.language import Tongue

# The styles of our template in twentieths of a point; an organisation's are seldom far from them.
BODY = 10.5
TITLE = 1_900  # the title, what lies beneath it, and its rule
LOGO = 1_100  # a logo above them
SECTION = 810  # a heading of the second level with its air
_HEADING, _AFTER, _FACT_AFTER = 600, 120, 60
_BULLET = 340
_ROW = 120  # margins and rule of a table's row
_LEADING = 1.15 * 1.12 * 20  # one line, for each point of its font


def tall(blocks: Iterable[Block], tongue: Tongue) -> int:
    """How much of a page the blocks take up, in twentieths of a point."""
    return sum(_tall(block, tongue) for block in blocks)


def _tall(block: Block, tongue: Tongue) -> int:
    match block:
        case Heading():
            return _HEADING
        case Note(words):
            return _text(words, tongue) + _AFTER if plain(words, tongue) else 0
        case Bullets(items):
            return sum(_item(item, tongue) for item in items)
        case Facts(pairs):
            begins = values_at([label for label, _ in pairs], tongue)
            return sum(_fact(value, begins, tongue) for _, value in pairs)
        case Table(head, rows):
            return _table([head, *rows], tongue) if rows else 0
        case _:
            return 0  # none of these stands on a first page


def _text(words: Words, tongue: Tongue, width: int = WIDTH) -> int:
    return round(lines(plain(words, tongue), BODY, width) * BODY * _LEADING)


def _item(item: Bullet, tongue: Tongue) -> int:
    said = (plain(item.words, tongue) + plain(item.mark, tongue), *item.under)
    return sum(_text(one, tongue, WIDTH - _BULLET) + _FACT_AFTER for one in said)


def _fact(value: Words, begins: int, tongue: Tongue) -> int:
    said = plain(value, tongue)
    return _text(said, tongue, WIDTH - begins) + _FACT_AFTER if said.strip() else 0


def _table(rows: Sequence[Sequence[Words]], tongue: Tongue) -> int:
    texts = [[plain(cell, tongue) for cell in row] for row in rows]
    widths = fitting([[[Piece(text)] for text in row] for row in texts])
    return sum(_row(row, widths) for row in texts)


def _row(row: Sequence[str], widths: Sequence[int]) -> int:
    most = max(lines(text, POINTS, w - SIDES) for text, w in zip(row, widths, strict=True))
    return round(most * POINTS * _LEADING) + _ROW
