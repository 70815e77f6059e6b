"""Draws one thing of a list: its text, its mark in words, and what lies beneath it."""

from dataclasses import replace
from itertools import zip_longest

from textual.content import Content

from workshop.domain.sheet import Bullet
from workshop.tui.drawing.letters import drawable
from workshop.tui.drawing.pen import QUIET, SPACE, STRONG, Pen
from workshop.tui.drawing.piece import BLANK, Lines, padded

MARK = "italic $accent-ink"


def marked(words: Content, mark: Content, sign: Content, pen: Pen, dash: str = QUIET) -> Lines:
    """Words with a mark after them, or beneath them where the line is full.

    `dash` is the style of what stands between them.
    """
    lines = pen.hang(sign, words)
    if not mark:
        return lines
    if pen.scaled:
        joined = _at_the_side(words, mark, sign, pen)
        if joined:
            return joined
    last = Content.assemble(lines[-1], ("  — ", dash), mark)
    if last.cell_length <= pen.width and not pen.scaled:
        return (*lines[:-1], last)
    inset = Content(" " * pen.inset(sign))
    beneath = pen.narrow(pen.width - pen.inset(sign))
    return (*lines, *(inset + line for line in beneath.hang(Content.styled("— ", dash), mark)))


def _at_the_side(words: Content, mark: Content, sign: Content, pen: Pen) -> Lines:
    """Large words and their mark on one line; nothing where they do not fit."""
    after = Content.styled("— ", QUIET)
    used = pen.inset(sign) + pen.length(words) + SPACE
    needed = used + pen.inset(after) + pen.length(mark)
    if needed > pen.width or not (drawable(words.plain) and drawable(mark.plain)):
        return ()
    left = pen.narrow(used).hang(sign, words)
    right = pen.narrow(pen.width - used).hang(after, mark)
    return tuple(padded(one, used) + two for one, two in zip_longest(left, right, fillvalue=BLANK))


def bullet_lines(item: Bullet, pen: Pen, sign: str = "•  ", style: str = "") -> Lines:
    """The lines of a bullet; originals stand beneath their heading, quieter and further in.

    They stay small where all else is large: what counts for the room is the heading.
    """
    words = pen.say((item.short if pen.scaled else "") or item.words, style)
    lines = marked(words, pen.say(item.mark, MARK), Content.styled(sign, STRONG), pen)
    into = pen.inset(Content(sign))
    beneath = replace(pen.narrow(pen.width - into), scaled=False)
    inset = Content(" " * into)
    under = [
        inset + line
        for words_beneath in item.under
        for line in beneath.hang(Content.styled("└ ", QUIET), pen.say(words_beneath, QUIET))
    ]
    return (*lines, *under)
