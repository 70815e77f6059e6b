"""The band on top: which point of the agenda this is, and whose meeting or how to join it."""

from textual.content import Content
from textual.reactive import var

from workshop.domain.meeting import Meeting
from workshop.domain.words import Own, said
from workshop.tui.drawing.code import short
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.view import View
from workshop.tui.widgets.painted import Painted


class Band(Painted):
    """One line; the network's name goes first when it is narrow, the address never.

    `invites` says that the code to join has no place of its own in this window.
    """

    invites: var[bool] = var(False)

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address

    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        meeting = view.meeting
        left = Content("  ").join((*_item(meeting, pen), pen.say(meeting.title)))
        right = self._join(meeting) if self.invites else pen.say(Own(meeting.network))
        space = pen.width - left.cell_length - right.cell_length
        if space < 2 and self.invites:
            left = left.truncate(max(0, pen.width - right.cell_length - 2), ellipsis=True)
            space = pen.width - left.cell_length - right.cell_length
        if space < 2:
            return (left.truncate(pen.width, ellipsis=True),)
        return (Content.assemble(left, " " * space, right),)

    def watch_invites(self) -> None:
        self.repaint()

    def _join(self, meeting: Meeting) -> Content:
        """The address to type, and the key that shows the code."""
        if meeting.ended:
            return Content("")
        return Content.assemble(("j", "bold reverse"), "  ", (short(self.address), "bold"))


def _item(meeting: Meeting, pen: Pen) -> Lines:
    """Which item this is; nothing when the meeting is over."""
    if meeting.ended:
        return ()
    words = said("Item %(number)s of %(of)s", number=meeting.position() + 1, of=len(meeting.points))
    return (pen.say(words, "bold"),)
