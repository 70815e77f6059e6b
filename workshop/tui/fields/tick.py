"""A field to tick."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Checkbox

from workshop.domain.form import Answers, Check
from workshop.domain.words import Say
from workshop.language import Tongue
from workshop.tui.fields.box import Box

YES = Say("Yes")


class Tick(Checkbox):
    """Says by its sign, not by its colour, whether it is ticked."""

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")


class CheckBox(Box):
    """One box with its label beside it."""

    asked: Check

    def __init__(self, asked: Check, tongue: Tongue) -> None:
        super().__init__(asked, tongue)
        self._value = asked.value

    def compose_input(self) -> ComposeResult:
        yield Tick(Content(self.tongue(YES)), self._value, compact=True)

    def answers(self) -> Answers:
        return {self.asked.name: ["1"] if self.query_one(Checkbox).value else []}

    def fill(self, raw: str) -> None:
        self.query_one(Checkbox).value = bool(raw)
