"""Draws a code to scan as large as it fits, with words beside it or beneath it."""

from dataclasses import dataclass

from textual.content import Content

from workshop.domain.words import Say, Words
from workshop.tui.drawing.code import largest
from workshop.tui.drawing.pen import QUIET, STRONG, WARNING, Pen
from workshop.tui.drawing.piece import BLANK, Lines

SIDE = 40  # cells that are kept for the words before the code is drawn larger
NARROW = 28  # cells in which words can still be read beside it
ON = Say("Any other key goes on to the meeting")


@dataclass(frozen=True)
class Invitation:
    """`scan` is what the code holds, `typed` what somebody without a camera types instead.

    `sign` is what phones show too, `told` stands out, `more` is beside it, `keys` is for the
    facilitator, `notice` comes first.
    """

    scan: str
    heading: Words
    how: Words
    typed: str
    sign: Words = ""
    told: Words = ""
    more: Words = ""
    over: Words = ""
    notice: Words = ""
    keys: Words = ""


def invitation(shown: Invitation, pen: Pen, height: int) -> Lines:
    """At most so many lines; the code is never cut."""
    drawn = largest(shown.scan, pen.width - SIDE - 4, height)
    side = pen.width - drawn[0].cell_length - 4
    if side >= NARROW:
        return beside(drawn, _words(shown, pen.narrow(side), height), height)
    return _stacked(drawn, shown, pen, height)


def _words(shown: Invitation, pen: Pen, height: int) -> Lines:
    """In large letters where that fits; what is to be typed is the last to become small."""
    plain = pen.write(shown.heading, STRONG), pen.write(shown.typed, "bold")
    heading = pen.enlarge(shown.heading, STRONG, 10) or plain[0]
    large = pen.enlarge(shown.typed, "", 15) or plain[1]
    widest = (
        pen.enlarge(shown.heading, STRONG, 10, wide=True) or heading,
        pen.enlarge(shown.typed, "", 10, wide=True) or large,
    )
    for top, middle in (widest, (heading, large), (plain[0], large), plain):
        words = _around(shown, pen, top, middle)
        if len(words) <= height:
            return words
    return words


def _around(shown: Invitation, pen: Pen, heading: Lines, typed: Lines) -> Lines:
    parts: tuple[Lines, ...] = (
        pen.write(shown.notice, WARNING),
        pen.write(shown.over, QUIET),
        heading,
        pen.write(shown.how),
        (*typed, *_said(shown.sign, pen)),
        (*_said(shown.told, pen, "bold"), *_said(shown.more, pen)),
        (*_said(shown.keys, pen, QUIET), *pen.write(ON, QUIET)),
    )
    filled = [part for part in parts if any(part)]
    return tuple(line for part in filled for line in (*part, BLANK))[:-1]


def _said(words: Words, pen: Pen, style: str = "") -> Lines:
    """No line at all for what says nothing."""
    return pen.write(words, style) if pen.tongue(words) else ()


def _stacked(drawn: Lines, shown: Invitation, pen: Pen, height: int) -> Lines:
    space = Content(" " * max(0, (pen.width - drawn[0].cell_length) // 2))
    code = tuple(space + line for line in drawn)
    first = (*_said(shown.notice, pen, WARNING), *pen.write(shown.typed, "bold"))
    words = (
        *first,
        *_said(shown.sign, pen),
        *_said(shown.told, pen),
        *_said(shown.keys, pen, QUIET),
    )
    fits = len(drawn) + len(words) <= height and drawn[0].cell_length <= pen.width
    short = len(drawn) + len(first) <= height and drawn[0].cell_length <= pen.width
    return (*code, *words) if fits else (*code, *first) if short else words


def beside(drawn: Lines, words: Lines, height: int) -> Lines:
    """The code on the left, the words in the middle of its height on the right."""
    tall = max(len(drawn), len(words))
    empty = Content(" " * drawn[0].cell_length)
    code_from, words_from = (tall - len(drawn)) // 2, (tall - len(words)) // 2
    rows: list[Content] = []
    for n in range(tall):
        left = drawn[n - code_from] if 0 <= n - code_from < len(drawn) else empty
        right = words[n - words_from] if 0 <= n - words_from < len(words) else BLANK
        rows.append(Content.assemble(left, "    ", right))
    above = max(0, (height - tall) // 2)
    return (*([BLANK] * above), *rows)
