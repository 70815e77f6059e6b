"""Draws what something that cannot be undone would do."""

from collections.abc import Iterable

from textual.content import Content

from workshop.domain.loss import Part
from workshop.domain.words import Words
from workshop.tui.drawing.pen import STRONG, Pen
from workshop.tui.drawing.piece import BLANK, Lines


def asked(question: Words, found: Iterable[Part], pen: Pen) -> Lines:
    """The question, then all that has to be known before it is answered."""
    return (*pen.write(question, STRONG), BLANK, *parts(found, pen))


def parts(found: Iterable[Part], pen: Pen) -> Lines:
    """Each heading with what stands under it."""
    lines: list[Content] = []
    for heading, told in found:
        lines += pen.write(heading, STRONG if told else "")
        for words in told:
            lines += pen.hang(Content("  •  "), pen.say(words))
        lines.append(BLANK)
    return tuple(lines[:-1])
