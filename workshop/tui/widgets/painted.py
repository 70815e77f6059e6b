"""A widget that is painted from the view, line by line, at whatever size it has."""

from abc import abstractmethod

from textual import events
from textual.reactive import var

from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.view import View
from workshop.tui.widgets.lined import Lined


class Painted(Lined):
    """Repaints when what it shows is another thing now; else a new view costs little."""

    view: var[View | None] = var(None)

    def __init__(self) -> None:
        super().__init__()
        self._of: object = None

    def watch_view(self, view: View | None) -> None:
        of = self.of(view) if view else None
        if of != self._of or of is None:
            self._of = of
            self.repaint()

    def on_resize(self, event: events.Resize) -> None:
        self.repaint()

    def repaint(self) -> None:
        """Paints anew; what is the same as before is not sent again."""
        width, height = self.content_size
        if self.view is None or width < 1 or height < 1:
            self.show(())
        else:
            self.show(self.paint(self.view, Pen(self.view.tongue, width), height)[:height])

    def of(self, view: View) -> object:
        """What the picture is made of: as long as this is equal, so is the picture."""
        return view.unboxed

    # Textual has a metaclass of its own, so it is the type checker that refuses one without it.
    @abstractmethod
    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        """The lines to show."""
