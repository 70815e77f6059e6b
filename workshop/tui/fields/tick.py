"""A field to tick."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Checkbox

from workshop.domain.form import Answers, Check
from workshop.language import Tongue
from workshop.tui.fields.box import Box


class CheckBox(Box):
    """One box with its label beside it."""

    asked: Check

    def __init__(self, asked: Check, tongue: Tongue) -> None:
        super().__init__(asked, tongue)
        self._value = asked.value

    def compose_input(self) -> ComposeResult:
        yield Checkbox(Content(self.tongue(self.asked.label)), self._value)

    def answers(self) -> Answers:
        return {self.asked.name: ["1"] if self.query_one(Checkbox).value else []}

    def fill(self, raw: str) -> None:
        self.query_one(Checkbox).value = bool(raw)
