"""Asks before something that cannot be undone, and tells all that has to be known before."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from workshop.domain.loss import Part
from workshop.domain.words import Say, Words
from workshop.language import Tongue
from workshop.tui.dialogs.reading import INSIDE, WIDEST
from workshop.tui.dialogs.window import Window
from workshop.tui.drawing.loss import asked
from workshop.tui.drawing.pen import Pen

ERASE = Say("Erase for good")
ONCE = Say("This cannot be undone.")


class Parting(Window[bool]):
    """Enter does nothing at first: this is not done by a key that one presses without looking."""

    BINDINGS = [Binding("ctrl+e", "agree", show=False, priority=True)]

    def __init__(
        self, question: Words, parts: Iterable[Part], tongue: Tongue, yes: Words = ERASE
    ) -> None:
        super().__init__(tongue)
        self._question = question
        self._parts = tuple(parts)
        self._yes = yes

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            with VerticalScroll(classes="keys"):
                yield Static(classes="told")
            yield Static(Content(self.tongue(ONCE)))
            with Horizontal(classes="buttons"):
                yield self.button(self._yes, "Ctrl+E", "yes")
                yield self.button(Say("Cancel"), "Esc", "no", main=True)

    def on_mount(self) -> None:
        pen = Pen(self.tongue, max(20, min(WIDEST, self.app.size.width) - INSIDE))
        self.query_one(".told", Static).update(
            Content("\n").join(asked(self._question, self._parts, pen))
        )
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        self.dismiss(False)

    def action_agree(self) -> None:
        self.dismiss(True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")
