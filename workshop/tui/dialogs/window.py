"""What all dialogs have in common: a title, a frame in the middle, Escape to leave."""

from typing import TypeVar

from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workshop.domain.words import Words
from workshop.language import Tongue

Answer = TypeVar("Answer")


class Window(ModalScreen[Answer]):
    """Typed by what it answers; None when it was left."""

    CSS_PATH = "window.tcss"
    AUTO_FOCUS = ""  # each window says itself where typing begins
    BINDINGS = [Binding("escape", "leave", show=False)]

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self.tongue = tongue

    def action_leave(self) -> None:
        self.dismiss(None)

    def heading(self, words: Words) -> Static:
        return Static(Content.styled(self.tongue(words), "bold"), classes="title")

    def button(self, words: Words, key: str, id_: str, main: bool = False) -> Button:
        label = Content.assemble(self.tongue(words), "  ", (key, "italic"))
        return Button(label, id=id_, variant="primary" if main else "default")
