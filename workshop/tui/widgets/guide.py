"""The line over the keys that tells, in practice, which of them to press next and why."""

from textual.content import Content

from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.guiding import hint
from workshop.tui.view import View
from workshop.tui.widgets.painted import Painted

KEY = "bold $warning-paper on $accent-ink"
WATCH = "…"


class Guide(Painted):
    """Reacts to what was done, whichever key did it."""

    def of(self, view: View) -> object:
        return view

    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        shown = hint(view)
        sign = Content.assemble((f" {shown.key or WATCH} ", KEY), "  ")
        return pen.hang(sign, pen.say(shown.words, "bold"))[:height]
