"""Shows something longer to read, as many lines as there are."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from workshop.domain.words import Say, Words
from workshop.language import Tongue
from workshop.tui.dialogs.window import Window
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines

INSIDE = 12  # cells that frame, edge and scroll bar take
WIDEST = 100


class Reading(Window[None]):
    """Arrows move it, Escape closes it; `draw` writes it with the pen that fits the window."""

    def __init__(self, title: Words, tongue: Tongue, draw: Callable[[Pen], Lines]) -> None:
        super().__init__(tongue)
        self._title = title
        self._draw = draw

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield self.heading(self._title)
            with VerticalScroll(classes="keys"):
                yield Static(classes="told")
            with Horizontal(classes="buttons"):
                yield self.button(Say("Close"), "Esc", "close", main=True)

    def on_mount(self) -> None:
        pen = Pen(self.tongue, max(20, min(WIDEST, self.app.size.width) - INSIDE))
        self.query_one(".told", Static).update(Content("\n").join(self._draw(pen)))
        self.query_one(VerticalScroll).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(None)
