"""A widget made of lines, which sends only the lines that are different to the terminal."""

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from workshop.tui.drawing.piece import BLANK, Lines


class Lined(Widget):
    """The stage changes a figure at a time, and all of it is too much to draw for that."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Lines = ()

    def show(self, lines: Lines) -> None:
        """Shows these lines instead of the ones before."""
        before, self._lines = self._lines, lines
        rows = [
            Region(0, row, self.content_size.width, 1)
            for row in range(max(len(before), len(lines)))
            if _at(before, row) != _at(lines, row)
        ]
        if rows:
            self.refresh(*rows)

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        strips = Visual.to_strips(self, _at(self._lines, y), width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width, self.visual_style.rich_style)


def _at(lines: Lines, row: int) -> Content:
    return lines[row] if row < len(lines) else BLANK
