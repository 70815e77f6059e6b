"""Draws keys beside one another, on as many lines as they need."""

from collections.abc import Iterable

from textual.content import Content

from workshop.domain.words import Words
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines

KEY = "bold $band-ink on $band"
BETWEEN = Content("   ")


def key(shown: str, label: Words, pen: Pen) -> Content:
    """One key and what it does."""
    return Content.assemble((f" {shown} ", KEY), " ", pen.say(label))


def keys(shown: Iterable[tuple[str, Words]], pen: Pen) -> Lines:
    """All of them, wrapped between keys and never inside one."""
    lines: list[Content] = []
    for one in (key(name, label, pen) for name, label in shown):
        room = pen.width - len(BETWEEN.plain) - one.cell_length
        if lines and lines[-1].cell_length <= room:
            lines[-1] = lines[-1] + BETWEEN + one
        else:
            lines.append(one)
    return tuple(lines)
