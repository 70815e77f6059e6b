"""A widget that is painted from the view, line by line, at whatever size it has."""

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.view import View


class Painted(Widget):
    """Repaints whenever the view is another one."""

    view: reactive[View | None] = reactive(None)

    def render(self) -> RenderResult:
        width, height = self.content_size
        if self.view is None or width < 1 or height < 1:
            return Content("")
        lines = self.paint(self.view, Pen(self.view.tongue, width), height)
        return Content("\n").join(lines[:height])

    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        """The lines to show."""
        raise NotImplementedError
