"""A widget that is painted from the view, line by line, at whatever size it has."""

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget

from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.view import View


class Painted(Widget):
    """Repaints when what it shows is another thing now; else a new view costs little."""

    view: var[View | None] = var(None)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Lines = ()
        self._of: object = None

    def watch_view(self, view: View | None) -> None:
        of = self.of(view) if view else None
        if of != self._of or of is None:
            self._of = of
            self.repaint()

    def on_resize(self, event: events.Resize) -> None:
        self.repaint()

    def repaint(self) -> None:
        """Paints anew, and shows it if anything is different."""
        lines = self._lines()
        if lines != self._shown:
            self._shown = lines
            self.refresh()

    def render(self) -> RenderResult:
        return Content("\n").join(self._shown)

    def of(self, view: View) -> object:
        """What the picture is made of: as long as this is equal, so is the picture."""
        return view.unboxed

    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        """The lines to show."""
        raise NotImplementedError

    def _lines(self) -> Lines:
        width, height = self.content_size
        if self.view is None or width < 1 or height < 1:
            return ()
        return self.paint(self.view, Pen(self.view.tongue, width), height)[:height]
