"""The points of an agenda as a list to stand in: drawn anew only where something is another."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workshop.domain.event import Point
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.timetable import Row, row


class Timetable(OptionList):
    """The lit point stays lit, wherever it moves."""

    def __init__(self, id_: str) -> None:
        super().__init__(id=id_, markup=False)
        self._drawn: tuple[Sequence[Row], Pen | None] = ((), None)

    @property
    def rows(self) -> Sequence[Row]:
        return self._drawn[0]

    @property
    def point(self) -> Point:
        """The point one stands at."""
        return self.rows[self.highlighted or 0].point

    def show(self, rows: Sequence[Row], pen: Pen, height: int) -> None:
        """Shows these rows, with air between them where the height allows."""
        if (rows, pen) == self._drawn:
            return
        item, place = self.point.id if self.rows else "", self.highlighted or 0
        self._drawn = rows, pen
        drawn = [row(one, pen) for one in rows]
        airy = sum(len(lines) + 1 for lines in drawn) <= height
        self.clear_options()
        for one, lines in zip(rows, drawn, strict=True):
            option = Option(Content("\n").join(lines), id=one.point.id)
            self.add_options([option, None] if airy else [option])
        self.highlighted = min(place, len(rows) - 1)
        self.go(item)

    def go(self, item: str) -> None:
        """Lights a point, if it is there."""
        place = next((n for n, one in enumerate(self.rows) if one.point.id == item), None)
        if place is not None:
            self.highlighted = place
