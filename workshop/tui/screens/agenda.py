"""The agenda editor: the points with their times, and one key for each thing to do with them."""

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say, Words
from workshop.language import tongue
from workshop.planning import START
from workshop.tui.drawing.keys import keys
from workshop.tui.drawing.pen import STRONG, Pen
from workshop.tui.drawing.timetable import READABLE, head
from workshop.tui.planner import Draft
from workshop.tui.screens.agenda_asking import CENTRAL, AgendaAsking, Wish
from workshop.tui.widgets.timetable import Timetable

TICK = 1.0
TAKEN = 8  # lines, by what stands above and beneath the points
LEAVE = Say("Leave without saving? What you changed in this agenda is lost.")
CURRENT = Say("This is the item the meeting is at. Go on to the next one instead.")
STAYS = Say("This item has been held, is central or is the last: skip it instead.")
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
        self.watch(self.app, "language", self._speak, init=False)
        self.set_interval(TICK, self.draw)

    def on_resize(self) -> None:
        self.draw()

    def _speak(self, language: Language) -> None:
        self.tongue = tongue(language)
        if isinstance(self.planner, Draft):
            self.planner.language = language
        self.draw()

    def draw(self) -> None:
        """Everything as it stands now."""
        rows = self.planner.rows()
        pen = Pen(self.tongue, max(40, min(READABLE, self.size.width - 6)))
        title = pen.say(self.planner.title, STRONG)
        summary = pen.say(self.planner.summary())
        self.query_one("#title", Static).update(Content.assemble(title, "   ", summary))
        self.query_one("#head", Static).update(head(pen))
        offered = [one for one in KEYS if one is not SHORTEN or any(row.gives for row in rows)]
        drawn = keys([(shown, label) for _, shown, _, label in offered], self._wide)
        self.query_one("#keys", Static).update(Content("\n").join(drawn))
        self.points.show(rows, pen, self.size.height - TAKEN)

    @property
    def _wide(self) -> Pen:
        return Pen(self.tongue, max(40, self.size.width - 4))

    def action_move(self, by: int) -> None:
        self.conduct(lambda item: self._moved(item, by))

    def _moved(self, item: str, by: int) -> Wish | None:
        ids = [one.point.id for one in self.points.rows]
        place, others = ids.index(item) + by, [START, *(one for one in ids if one != item)]
        self.of_our_own(item)
        inside = 0 <= place < len(ids)
        return ("plan_move", {"item": item, "after": others[place]}) if inside else None

    def action_skip(self) -> None:
        self.conduct(self._skipped)

    def _skipped(self, item: str) -> Wish:
        self.of_our_own(item)
        if item == self.planner.now.here:
            raise Refused(CURRENT)
        return "plan_skip", {"items": item}

    def action_repeat(self) -> None:
        self.conduct(lambda item: ("plan_repeat", {"item": item, "after": item}))

    def action_remove(self) -> None:
        self.conduct(self._removed)

    def _removed(self, item: str) -> Wish:
        if self.offered("plan_remove", item) is None:
            raise Refused(STAYS)
        return "plan_remove", {"item": item}

    def action_minutes(self, by: int) -> None:
        self.conduct(lambda item: self._timed(item, by))

    def _timed(self, item: str, by: int) -> Wish:
        known = self.of_our_own(item)
        minutes = str(max(0, int(known.fills["minutes"]) + by))
        return "plan_change", {"item": item, **known.fills, "minutes": minutes}

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
