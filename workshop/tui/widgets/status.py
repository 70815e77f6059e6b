"""The clock and the counts under the stage; in high windows in large figures."""

from workshop.clock import Clock
from workshop.domain.schedule import left
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.drawing.status import dials, hint, status_band, status_line
from workshop.tui.view import View
from workshop.tui.widgets.painted import Painted

TICK = 1.0
BAND = 4


class Status(Painted):
    """Ticks once a second; nothing flashes, and at zero words say that the time is up."""

    def __init__(self, address: str, now: Clock) -> None:
        super().__init__()
        self.address = address
        self._now = now
        self._left: tuple[str, float] | None = None

    def on_mount(self) -> None:
        self.set_interval(TICK, self._tick)

    def _tick(self) -> None:
        self.repaint()
        self._ring()

    def _ring(self) -> None:
        """Once, when the time of a step runs out while one looks; never for a step entered late."""
        before, self._left = self._left, self._rest()
        if before is None or self._left is None or before[0] != self._left[0]:
            return
        if before[1] > 0 >= self._left[1] and self.view and self.view.meeting.bell:
            self.app.bell()

    def _rest(self) -> tuple[str, float] | None:
        """The step and the minutes left of it."""
        meeting = self.view.meeting if self.view else None
        if meeting is None or not meeting.current or meeting.ended:
            return None
        return meeting.current, left(meeting, self._now())

    def of(self, view: View) -> object:
        return view

    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        late = hint(view, self._now(), pen)
        self.set_class(bool(late), "late")
        tall = height >= BAND
        shown = dials(view, self._now(), self.address, aside=tall)
        return (*late, *(status_band if tall else status_line)(shown, pen))
