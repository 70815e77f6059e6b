"""The help screen: writes itself from what can be done now and from the terminal's keys."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workshop.domain.words import Say, Words
from workshop.tui.commands import ALL
from workshop.tui.dialogs.window import Window
from workshop.tui.view import View

Row = tuple[str, Words, Words]
KEY_WIDTH = 12


class Help(Window[None]):
    """Scrolls when it is longer than the window."""

    BINDINGS = [("question_mark,q", "leave", "")]

    def __init__(self, view: View) -> None:
        super().__init__(view.tongue)
        self._view = view

    def compose(self) -> ComposeResult:
        own = self._view.step.actions(self._view.meeting) if self._view.step else ()
        rest = [action for action in self._view.actions if action not in own]
        with Vertical(classes="frame"):
            yield self.heading(Say("What the keys do"))
            with VerticalScroll(classes="keys"):
                yield self._section(Say("At this item"), [(a.key, a.label, a.hint) for a in own])
                yield self._section(
                    Say("In the whole meeting"), [(a.key, a.label, a.hint) for a in rest]
                )
                yield self._section(Say("On this screen"), [(c.shown, c.label, "") for c in ALL])
            yield Static(Content(self.tongue(Say("Esc closes this."))), classes="hint")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def _section(self, title: Words, rows: list[Row]) -> Static:
        if not rows:
            return Static(Content(""), classes="empty")
        lines = [Content.styled(self.tongue(title), "bold $strong")]
        lines += [self._line(*row) for row in rows]
        return Static(Content("\n").join(lines), classes="section")

    def _line(self, key: str, label: Words, hint: Words) -> Content:
        told = self.tongue(hint)
        words = Content.assemble((f" {key:<{KEY_WIDTH}}", "bold $accent-ink"), self.tongue(label))
        return Content.assemble(words, (f"  {told}", "$quiet")) if told else words
