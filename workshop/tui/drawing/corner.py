"""Lays a scene beside the code to scan, in windows too small for the code to have its own place."""

from textual.content import Content

from workshop.domain.sheet import Join
from workshop.tui.drawing.code import code
from workshop.tui.drawing.letters import QUARTERS, dots
from workshop.tui.drawing.piece import BLANK, Lines, padded
from workshop.tui.drawing.scene import Scene, lay
from workshop.tui.drawing.whole import Laid

BETWEEN = 2
READABLE = 40  # cells a scene needs beside the code


def beside_code(
    scene: Scene, laid: Laid, size: tuple[int, int], address: str, letters: int
) -> tuple[Laid, Lines]:
    """How to lay the scene so that the code fits into the corner, and the code; else as it was.

    Nothing becomes smaller for it, but on a page that asks to scan: there it always stands.
    """
    width, height = size
    drawn = code(address)
    side = width - drawn[0].cell_length - BETWEEN
    if side < READABLE or len(drawn) > height or len(laid.pages) > 1:
        return laid, ()
    if _is_free(laid, side, height - len(drawn)):
        return laid, drawn
    narrow = lay(scene, side, height, letters=letters)
    whole = len(narrow.pages) == 1 and not narrow.cut
    asked = any(isinstance(block, Join) for block in scene.blocks)
    return (narrow, drawn) if whole and (asked or _large(narrow) >= _large(laid)) else (laid, ())


def cornered(lines: Lines, drawn: Lines, size: tuple[int, int]) -> Lines:
    """The lines with the code at the bottom on the right, where they leave room for it."""
    width, height = size
    above = height - len(drawn)
    side = width - drawn[0].cell_length
    filled = [*lines, *([BLANK] * (height - len(lines)))]
    beside = (padded(line, side) + row for line, row in zip(filled[above:], drawn, strict=True))
    return (*filled[:above], *beside)


def _is_free(laid: Laid, side: int, above: int) -> bool:
    """Whether nothing stands where the code would."""
    return all(line.cell_length <= side for line in _lines(laid)[above:])


def _large(laid: Laid) -> int:
    """How much is drawn in large letters, however their lines are broken."""
    text = "".join(line.plain for line in _lines(laid))
    return sum(dots(letter) for letter in text if letter in QUARTERS)


def _lines(laid: Laid) -> list[Content]:
    return [*laid.top, BLANK, *laid.pages[0]]
