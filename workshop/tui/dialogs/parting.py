"""Asks before something is erased for good: what goes, what stays, which documents."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from workshop.domain.loss import Loss
from workshop.domain.words import Say
from workshop.language import Tongue
from workshop.tui.dialogs.reading import INSIDE, WIDEST
from workshop.tui.dialogs.window import Window
from workshop.tui.drawing.loss import loss
from workshop.tui.drawing.pen import Pen


class Parting(Window[bool]):
    """Enter does nothing at first: this is not done by a key that one presses without looking."""

    BINDINGS = [Binding("ctrl+e", "erase", show=False, priority=True)]

    def __init__(self, told: Loss, tongue: Tongue) -> None:
        super().__init__(tongue)
        self._told = told

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            with VerticalScroll(classes="keys"):
                yield Static(classes="told")
            yield Static(Content(self.tongue(ONCE)))
            with Horizontal(classes="buttons"):
                yield self.button(Say("Erase for good"), "Ctrl+E", "erase")
                yield self.button(Say("Cancel"), "Esc", "no", main=True)

    def on_mount(self) -> None:
        pen = Pen(self.tongue, max(20, min(WIDEST, self.app.size.width) - INSIDE))
        self.query_one(".told", Static).update(Content("\n").join(loss(self._told, pen)))
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        self.dismiss(False)

    def action_erase(self) -> None:
        self.dismiss(True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "erase")


ONCE = Say("This cannot be undone.")
