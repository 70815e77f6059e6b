"""The help screen: writes itself from what can be done now and from the terminal's keys."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workshop.domain.words import Say, Words
from workshop.tui.commands import ALL
from workshop.tui.dialogs.window import Window
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.view import View

Row = tuple[str, Words, Words]
KEY_WIDTH = 12
WIDE, BROADEST = 130, 170  # from where two columns fit, and how wide they may become
ASIDE = 8  # what frame and scroll bar take


class Help(Window[None]):
    """Scrolls when it is longer than the window."""

    BINDINGS = [("question_mark,q", "leave", "")]

    def __init__(self, view: View) -> None:
        super().__init__(view.tongue)
        self._view = view

    def compose(self) -> ComposeResult:
        own = self._view.step.actions(self._view.meeting) if self._view.step else ()
        rest = [action for action in self._view.actions if action not in own]
        wide = self.app.size.width >= WIDE
        with Vertical(classes="frame sides" if wide else "frame"):
            yield self.heading(Say("What the keys do"))
            with VerticalScroll(classes="keys"), Horizontal() if wide else Vertical():
                with Vertical():
                    yield self._section(
                        Say("At this item"), [(a.key, a.label, a.hint) for a in own]
                    )
                    yield self._section(
                        Say("In the whole meeting"), [(a.key, a.label, a.hint) for a in rest]
                    )
                with Vertical():
                    yield self._section(
                        Say("On this screen"), [(c.shown, c.label, "") for c in ALL]
                    )
            yield Static(Content(self.tongue(Say("Esc closes this."))), classes="hint")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def _section(self, title: Words, rows: list[Row]) -> Static:
        if not rows:
            return Static(Content(""), classes="empty")
        width = self.app.size.width
        room = min(BROADEST, width * 9 // 10) // 2 if width >= WIDE else min(104, width * 9 // 10)
        pen = Pen(self.tongue, max(40, room - ASIDE))
        lines = [pen.say(title, STRONG)]
        lines += [line for row in rows for line in self._lines(pen, *row)]
        return Static(Content("\n").join(lines), classes="section")

    def _lines(self, pen: Pen, key: str, label: Words, hint: Words) -> Lines:
        told = pen.say(hint, QUIET)
        words = Content.assemble(pen.say(label), "  ", told) if told else pen.say(label)
        return pen.hang(Content.styled(f" {key:<{KEY_WIDTH}}", "bold $accent-ink"), words)
