"""The last line of the stage: which page this is, and how to turn it."""

from textual.content import Content

from workshop.domain.words import Say, said
from workshop.tui.drawing.pen import QUIET, STRONG, WARNING, Pen
from workshop.tui.drawing.piece import BLANK, Lines
from workshop.tui.drawing.whole import FOOT, Laid

MORE = Say("more below ↓")
CUT = Say("Not everything fits here. Make the window larger, or the letters smaller (<).")


def foot(laid: Laid, page: int, pen: Pen, room: int) -> Lines:
    """At the end of so many lines; nothing where all stands on one page. `page` counts from 0."""
    if laid.cut:
        return pen.write(CUT, WARNING)
    last = len(laid.pages)
    if last == 1:
        return ()
    number = pen.say(said("Page %(page)s of %(of)s", page=page + 1, of=last), STRONG)
    keys = pen.say(said("%(back)s and %(on)s turn the page", back="[", on="]"), QUIET)
    more = pen.say(MORE, STRONG) if page < last - 1 else BLANK
    told = Content("  ·  ").join(part for part in (number, more, keys) if part)
    return (*([BLANK] * max(FOOT - 1, room - 1)), told)
