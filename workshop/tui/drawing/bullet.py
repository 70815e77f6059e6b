"""Draws one thing of a list: its text, its mark in words, and what lies beneath it."""

from textual.content import Content

from workshop.domain.sheet import Bullet
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import Lines

MARK = "italic $accent-ink"


def marked(words: Content, mark: Content, sign: Content, pen: Pen) -> Lines:
    """Words with a mark after them, or beneath them where the line is full."""
    lines = pen.hang(sign, words)
    if not mark:
        return lines
    last = Content.assemble(lines[-1], ("  — ", QUIET), mark)
    if last.cell_length <= pen.width and not pen.scaled:
        return (*lines[:-1], last)
    inset = Content(" " * pen.inset(sign))
    beneath = pen.narrow(pen.width - pen.inset(sign))
    return (*lines, *(inset + line for line in beneath.hang(Content.styled("— ", QUIET), mark)))


def bullet_lines(item: Bullet, pen: Pen, sign: str = "•  ", style: str = "") -> Lines:
    """The lines of a bullet; originals stand beneath their heading, quieter and further in."""
    words = pen.say(item.words, style)
    lines = marked(words, pen.say(item.mark, MARK), Content.styled(sign, STRONG), pen)
    into = pen.inset(Content(sign))
    beneath, inset = pen.narrow(pen.width - into), Content(" " * into)
    under = [
        inset + line
        for words_beneath in item.under
        for line in beneath.hang(Content.styled("└ ", QUIET), pen.say(words_beneath, QUIET))
    ]
    return (*lines, *under)
