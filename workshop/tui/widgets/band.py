"""The band on top: which point of the agenda this is, and whose meeting."""

from textual.content import Content

from workshop.domain.words import Own, said
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.view import View
from workshop.tui.widgets.painted import Painted


class Band(Painted):
    """One line; the network's name goes first when it is narrow."""

    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        meeting = view.meeting
        words = said(
            "Item %(number)s of %(of)s", number=meeting.position() + 1, of=len(meeting.points)
        )
        left = Content("  ").join((pen.say(words, "bold"), pen.say(meeting.title)))
        right = pen.say(Own(meeting.network))
        space = pen.width - left.cell_length - right.cell_length
        if space < 2:
            return (left.truncate(pen.width, ellipsis=True),)
        return (Content.assemble(left, " " * space, right),)
