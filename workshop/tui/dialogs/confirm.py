"""Asks once more before something that cannot be undone, or before leaving."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from workshop.domain.words import Say, Words
from workshop.language import Tongue
from workshop.tui.dialogs.window import Window

YES = Say("Yes")


class Confirm(Window[bool]):
    """Enter says yes, Escape says no."""

    BINDINGS = [Binding("enter", "agree", show=False, priority=True)]

    def __init__(self, question: Words, tongue: Tongue, yes: Words = YES) -> None:
        super().__init__(tongue)
        self._question = question
        self._yes = yes

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield Static(Content.styled(self.tongue(self._question), "bold"), classes="told")
            with Horizontal(classes="buttons"):
                yield self.button(self._yes, "Enter", "yes", main=True)
                yield self.button(Say("Cancel"), "Esc", "no")

    def on_mount(self) -> None:
        self.query_one("#yes").focus()

    def action_leave(self) -> None:
        self.dismiss(False)

    def action_agree(self) -> None:
        focused = self.focused
        self.dismiss(focused is None or focused.id != "no")

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")
