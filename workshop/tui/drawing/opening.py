"""Draws the top of a step: its title and lead question, large where there is room."""

from collections.abc import Iterator

from textual.content import Content

from workshop.domain.words import Words
from workshop.tui.drawing.pen import STRONG, Pen
from workshop.tui.drawing.piece import BLANK, Lines

TWO_LINES = 10


def openings(title: Words, lead: Words, pen: Pen) -> Iterator[Lines]:
    """Ways to write title and lead, the largest first, the plain one last."""
    plain = pen.write(title, STRONG)
    question = pen.write(lead, "bold") if lead else ()
    large_title = pen.enlarge(title, STRONG, TWO_LINES)
    large_lead = pen.enlarge(lead, "", TWO_LINES) if lead else None
    if large_title and large_lead:
        yield _stacked(large_title, large_lead, 2)
    if large_title:
        yield _stacked(large_title, question, 1)
    yield _stacked(plain, question, 0)


def headings(title: Words, lead: Words, pen: Pen) -> tuple[Lines, ...]:
    """Title and lead apart, each as large as it can be drawn."""
    return tuple(
        pen.enlarge(words, style, TWO_LINES) or pen.write(words, STRONG)
        for words, style in ((title, STRONG), (lead, ""))
        if words
    )


def _stacked(title: Lines, lead: Lines, between: int) -> Lines:
    space: list[Content] = [BLANK] * (between if lead else 0)
    return (*title, *space, *lead)
