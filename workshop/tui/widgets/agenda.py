"""The agenda at the side of the stage."""

from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.drawing.points import points
from workshop.tui.view import View
from workshop.tui.widgets.painted import Painted


class Agenda(Painted):
    """Points with planned times, the current one lit."""

    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        return points(view, pen, height)
