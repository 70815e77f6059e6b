"""The clock and the counts under the stage; in high windows in large figures."""

from collections.abc import Callable
from datetime import datetime

from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.drawing.status import dials, status_band, status_line
from workshop.tui.view import View
from workshop.tui.widgets.painted import Painted

TICK = 1.0
BAND = 4


class Status(Painted):
    """Ticks once a second; nothing flashes, and at zero words say that the time is up."""

    def __init__(self, address: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.address = address
        self._now = now

    def on_mount(self) -> None:
        self.set_interval(TICK, self.repaint)

    def of(self, view: View) -> object:
        return view

    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        tall = height >= BAND
        shown = dials(view, self._now(), self.address, aside=tall)
        return (status_band if tall else status_line)(shown, pen)
