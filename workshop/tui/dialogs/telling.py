"""Tells something that has to be read, until it is closed."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from workshop.domain.words import Say, Words
from workshop.language import Tongue
from workshop.tui.dialogs.window import Window
from workshop.tui.drawing.code import code

ROOMY = 34


class Telling(Window[None]):
    """A title and a few sentences, some of which may be addresses or paths."""

    def __init__(
        self, title: Words, told: tuple[Words, ...], tongue: Tongue, scan: str = ""
    ) -> None:
        """`scan` is an address to draw as a code too, where the window is high enough."""
        super().__init__(tongue)
        self._title = title
        self._told = told
        self._scan = scan

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield self.heading(self._title)
            for words in self._told:
                yield Static(Content(self.tongue(words)), classes="told")
            if self._scan and self.app.size.height >= ROOMY:
                yield Static(Content("\n").join(code(self._scan)))
            with Horizontal(classes="buttons"):
                yield self.button(Say("Close"), "Esc", "close", main=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(None)
