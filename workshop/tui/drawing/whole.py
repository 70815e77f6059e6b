"""Whether a layout shows everything: no line too wide, no page too high, no text left out.

Large letters are no text any more, so what is compared is ink: how many dots all letters have when
they are drawn large. Pages may have more of it (bars, figures, a head on every page), never less.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from workshop.domain.sheet import (
    Block,
    Board,
    Bullet,
    Bullets,
    Facts,
    Figure,
    Heading,
    Join,
    Link,
    Note,
    Roster,
    Table,
    Tally,
)
from workshop.domain.words import Own, Words
from workshop.language import Tongue
from workshop.tui.drawing.code import short
from workshop.tui.drawing.letters import dots
from workshop.tui.drawing.piece import Lines

FOOT = 2  # a blank line and "page 1 of 3"


@dataclass(frozen=True)
class Laid:
    """A scene as lines: what stands on top of every page, and the pages.

    `cut` when the window is so small that something of it cannot be shown.
    """

    top: Lines
    pages: tuple[Lines, ...]
    cut: bool = False


def is_whole(laid: Laid, texts: Iterable[str], size: tuple[int, int]) -> bool:
    """Whether these texts stand on the pages, and the pages in a window of `size`."""
    width, height = size
    foot = FOOT if len(laid.pages) > 1 else 0
    room = height - len(laid.top) - 1 - foot
    if any(len(page) > room for page in laid.pages):
        return False
    lines = [*laid.top, *(line for page in laid.pages for line in page)]
    if any(line.cell_length > width for line in lines):
        return False
    return sum(ink(line.plain) for line in lines) >= sum(map(ink, texts))


@lru_cache(maxsize=8192)  # the same lines, time after time
def ink(text: str) -> int:
    """How many dots the letters have when they are drawn large, or have been."""
    return sum(map(dots, text))


def texts_of(blocks: Iterable[Block], tongue: Tongue) -> list[str]:
    """All that has to be seen of these blocks, in small letters or large ones."""
    return [text for block in blocks for text in _texts(block, tongue)]


def _texts(block: Block, tongue: Tongue) -> Iterator[str]:
    """Each text of a block; of a thing with a shorter name what is least."""
    if isinstance(block, Bullets):
        yield from _items(block.items, tongue)
    elif isinstance(block, Board):
        for column in block.columns:
            yield tongue(column.heading)
            yield from _items(column.items, tongue) if column.items else (tongue(column.empty),)
    else:
        yield from map(tongue, _words(block))


def _words(block: Block) -> Iterator[Words]:
    match block:
        case Heading() | Note() | Join():
            yield block.words
        case Table():
            yield from (block.caption, *(cell for row in block.rows for cell in row))
        case Facts():
            yield from (words for pair in block.pairs for words in pair)
        case Figure():
            yield from (block.value, block.words)
        case Tally():
            yield from (block.caption, *(bar.words for bar in block.bars))
        case Roster():
            yield from (*(seat.words for seat in block.seats), block.done)
        case Link():
            yield from (block.words, Own(short(block.address)))
        case Bullets() | Board():
            pass  # these have texts in two lengths
        case _:
            assert_never(block)


def _items(items: Iterable[Bullet], tongue: Tongue) -> Iterator[str]:
    for item in items:
        told = (tongue(item.words), *((tongue(item.short),) if item.short else ()))
        yield min(told, key=ink)
        yield from map(tongue, (item.mark, *item.under))
