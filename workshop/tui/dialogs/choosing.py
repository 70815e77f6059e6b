"""Asks for one thing among many, and answers with it."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from workshop.domain.form import Answers, Form
from workshop.domain.words import Say
from workshop.language import Tongue
from workshop.tui.dialogs.window import Window
from workshop.tui.fields.page import FormPage


class Choosing(Window[Answers]):
    """Typing searches, Enter takes what is lit."""

    def __init__(self, form: Form, tongue: Tongue) -> None:
        super().__init__(tongue)
        self._form = form

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield FormPage(self._form, self.tongue)
            with Horizontal(classes="buttons"):
                yield self.button(Say("Choose"), "Enter", "choose", main=True)
                yield self.button(Say("Cancel"), "Esc", "cancel")

    def on_mount(self) -> None:
        self.query_one(FormPage).begin()

    @on(FormPage.Finished)
    def _finished(self) -> None:
        self.dismiss(self.query_one(FormPage).answers())

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "choose":
            self._finished()
        else:
            self.action_leave()
