"""Draws one thing of a list: its text, its mark in words, and what lies beneath it."""

from textual.content import Content

from workshop.domain.sheet import Bullet
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import Lines


def bullet_lines(item: Bullet, pen: Pen, sign: str = "•  ", style: str = "") -> Lines:
    """The lines of a bullet; originals stand beneath their heading, quieter and further in."""
    words = pen.say(item.words, style)
    mark = pen.say(item.mark, "italic $accent-ink")
    whole = Content.assemble(words, ("  — ", QUIET), mark) if mark else words
    lines = pen.hang(Content.styled(sign, STRONG), whole)
    beneath = pen.narrow(pen.width - len(sign))
    inset = Content(" " * len(sign))
    under = [
        inset + line
        for words_beneath in item.under
        for line in beneath.hang(Content.styled("└ ", QUIET), pen.say(words_beneath, QUIET))
    ]
    return (*lines, *under)
