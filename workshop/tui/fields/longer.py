"""A field for a longer text."""

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import TextArea

from workshop.domain.form import Answers, Text
from workshop.domain.words import Say
from workshop.language import Tongue
from workshop.tui.fields.box import Box

NEW_LINE = Say("Ctrl+J begins a new line.")


class Sheet(TextArea):
    """Enter goes on, as everywhere else; Ctrl+J begins a new line."""

    class Entered(Message):
        """Enter was pressed."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered())
        elif event.key in ("ctrl+j", "shift+enter", "alt+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            await super()._on_key(event)


class TextBox(Box):
    """Several lines, wrapped."""

    asked: Text

    def __init__(self, asked: Text, tongue: Tongue) -> None:
        super().__init__(asked, tongue)
        self._value = asked.value

    def compose_input(self) -> ComposeResult:
        yield Sheet(self._value, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)

    def answers(self) -> Answers:
        return {self.asked.name: [self.query_one(Sheet).text]}

    def fill(self, raw: str) -> None:
        sheet = self.query_one(Sheet)
        sheet.text = raw
        sheet.move_cursor(sheet.document.end)

    def on_sheet_entered(self, event: Sheet.Entered) -> None:
        event.stop()
        self.post_message(self.Done())
