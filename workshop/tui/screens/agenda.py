"""The agenda editor: the points with their times, and one key for each thing to do with them."""

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from workshop.domain.words import Language, Say, Words
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.timetable import READABLE, head
from workshop.tui.planner import Draft
from workshop.tui.screens.agenda_asking import AgendaAsking
from workshop.tui.widgets.timetable import Timetable
from workshop.tui.wishes import CENTRAL

TICK = 1.0
TAKEN = 8  # lines, by what stands above and beneath the points
LEAVE = Say("Leave without saving? What you changed in this agenda is lost.")
SHORTEN = ("f", "f", "shorten", Say("Shorten what comes"))
KEYS: tuple[tuple[str, str, str, Words], ...] = (
    ("a", "a", "add", Say("Add")),
    ("", "Enter", "change", Say("Change")),
    ("n", "n", "notes", Say("Notes")),
    ("ctrl+up,shift+up,left_square_bracket", "Ctrl+↑", "move(-1)", Say("Up")),
    ("ctrl+down,shift+down,right_square_bracket", "Ctrl+↓", "move(1)", Say("Down")),
    ("plus,equals_sign", "+", "minutes(1)", Say("1 min more")),
    ("minus", "-", "minutes(-1)", Say("1 min less")),
    ("s", "s", "skip", Say("Skip or take up")),
    ("r", "r", "repeat", Say("Once more")),
    ("delete,x", "x", "remove", Say("Take away")),
    SHORTEN,
    ("u", "u", "undo", Say("Undo")),
    ("w", "w", "save", Say("Save as a file")),
    ("escape,q", "Esc", "leave", Say("Close")),
)


class AgendaScreen(AgendaAsking):
    """Works on any `Planner`; every change is drawn at once."""

    CSS_PATH = "agenda.tcss"
    BINDINGS = [Binding(pressed, action, show=False) for pressed, _, action, _ in KEYS if pressed]

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="head")
        yield Timetable("points")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self.points.focus()
        self.draw()
        self.points.go(self.planner.now.here)
        self.set_interval(TICK, self.draw)

    def speak(self, language: Language) -> None:
        if isinstance(self.planner, Draft):
            self.planner.language = language
        super().speak(language)

    def draw(self) -> None:
        rows = self.planner.rows()
        pen = Pen(self.tongue, max(40, min(READABLE, self.size.width - 6)))
        title = pen.say(self.planner.title, "bold")
        summary = pen.say(self.planner.summary())
        self.query_one("#title", Static).update(Content.assemble(title, "   ", summary))
        self.query_one("#head", Static).update(head(pen))
        offered = [one for one in KEYS if one is not SHORTEN or any(row.gives for row in rows)]
        self.draw_keys((shown, label) for _, shown, _, label in offered)
        self.points.show(rows, pen, self.size.height - TAKEN)

    def action_move(self, by: int) -> None:
        self.conduct(lambda item: self.wishes.moved(item, by))

    def action_skip(self) -> None:
        self.conduct(self.wishes.skipped)

    def action_repeat(self) -> None:
        self.conduct(self.wishes.repeated)

    def action_remove(self) -> None:
        self.conduct(self.wishes.removed)

    def action_minutes(self, by: int) -> None:
        self.conduct(lambda item: self.wishes.timed(item, by))

    def action_shorten(self) -> None:
        self.conduct(lambda item: ("shorten", {}))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        if self.points.point.locked:
            self.tell(CENTRAL)
        elif isinstance(self.planner, Draft):
            self.reword(self.planner)
        else:
            self.change("plan_change")

    def action_notes(self) -> None:
        self.change("plan_notes")

    @work
    async def action_leave(self) -> None:
        if not self.planner.changed or await self.sure(LEAVE):
            self.dismiss(None)
