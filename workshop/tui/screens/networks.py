"""The networks there are, and how each stands; open one to keep its register."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from workshop.clock import Clock
from workshop.domain.describing import described, describing_form
from workshop.domain.form import Answers, Form, Line
from workshop.domain.network import Network
from workshop.domain.reading import read
from workshop.domain.refused import Refused
from workshop.domain.words import Count, Day, Joined, Language, Own, Say, Words, said
from workshop.language import LANGUAGE_NAMES
from workshop.tui.dialogs.reading import Reading
from workshop.tui.dialogs.telling import Telling
from workshop.tui.door import Lobby
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.screens import forgetting
from workshop.tui.screens.register import RegisterScreen
from workshop.tui.screens.uniting import TITLE, UnitingScreen
from workshop.tui.widgets.listed import Listed
from workshop.upkeep import Standing

ROLL_UP = Say("All regions in one report")
KEYS: tuple[tuple[str, Words], ...] = (
    ("Enter", Say("Open")),
    ("n", Say("New network")),
    ("t", Say("Take in a file")),
    ("u", TITLE),
    ("r", ROLL_UP),
    ("e", Say("Erase for good")),
    ("Esc", Say("Back")),
)


class NetworksScreen(UnitingScreen):
    """A network begins here or with its first meeting."""

    CSS_PATH = "register.tcss"
    BINDINGS = [
        Binding("escape,q", "dismiss", show=False),
        Binding("n,a", "begin", show=False),
        Binding("t", "take_in", show=False),
        Binding("u", "unite", show=False),
        Binding("r", "roll_up", show=False),
        Binding("e", "erase", show=False),
    ]

    def __init__(self, lobby: Lobby, language: Language, now: Clock) -> None:
        super().__init__(lobby, language)
        self._now = now
        self._due = 0

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Listed("measures")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self.query_one(Listed).focus()

    @work(exclusive=True, group="reading")  # a group of its own: what is being asked goes on
    async def on_screen_resume(self) -> None:
        loop, keeping = asyncio.get_running_loop(), self.lobby.keeping
        try:
            found = await loop.run_in_executor(self.aside, keeping.all)
            held = await loop.run_in_executor(self.aside, self.lobby.forgetting.held)
        except Refused as refused:
            title = Say("The networks cannot be read now")
            self.app.push_screen(Telling(title, (refused.words,), self.tongue))
            return
        self.known = {one.network.id: one for one in found}
        self._due = sum(one.is_due(keeping.today) for _, one in held)
        self.draw()

    def draw(self) -> None:
        pen = Pen(self.tongue, max(40, self.size.width - 8))
        self.query_one("#title", Static).update(self._title(pen))
        self.draw_keys(KEYS)
        drawn = [(id_, _entry(one, pen)) for id_, one in self.known.items()]
        self.query_one(Listed).show(drawn or [("", pen.say(NONE))])

    def _title(self, pen: Pen) -> Content:
        """Where a meeting's day has come, that is said here: erasing is only ever proposed."""
        title = pen.say(Say("Networks"), "bold")
        if not self._due:
            return title
        told = Count(
            "Names or texts of %(n)s meeting are due to be erased: e",
            "Names or texts of %(n)s meetings are due to be erased: e",
            self._due,
        )
        return Content("\n").join((title, pen.say(told)))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        standing = self.known[event.option.id or ""]
        self.app.push_screen(RegisterScreen(self.lobby, self.language, standing))

    def action_erase(self) -> None:
        self.app.push_screen(forgetting.ForgettingScreen(self.lobby, self.language))

    def action_unite(self) -> None:
        self.unite(self.query_one(Listed).lit)

    @work
    async def action_begin(self) -> None:
        new = Network(id=self.lobby.keeping.new_id(), language=self.language)
        form = describing_form(new, LANGUAGE_NAMES)
        await self.ask(Say("New network"), form, lambda answers: self._begin(new, answers))

    @work
    async def action_take_in(self) -> None:
        """A network or a meeting that was handed over from another computer."""
        told: list[Words] = []

        def decide(answers: Answers) -> None:
            typed = read(TAKING, answers).text("file").strip("'\"")
            told[:] = self.lobby.take_in(Path(typed).expanduser())

        title = Say("Take in a file")
        if await self.ask(title, TAKING, decide):
            await self.read_out(title, told)
            loop, keeping = asyncio.get_running_loop(), self.lobby.keeping
            await self.tell_namesakes(await loop.run_in_executor(self.aside, keeping.all))

    @work
    async def action_roll_up(self) -> None:
        """For the secretariat: all regions of a folder in one report."""
        told: list[Words] = []

        def decide(answers: Answers) -> None:
            folder = read(ROLLING, answers).text("folder").strip("'\"")
            told[:] = self.lobby.roll_up(Path(folder).expanduser(), self.language)

        if await self.ask(ROLL_UP, ROLLING, decide):
            await self.read_out(ROLL_UP, told)

    async def read_out(self, title: Words, told: Sequence[Words]) -> None:
        """What came of something, as many lines as there are."""

        def draw(pen: Pen) -> Lines:
            return tuple(line for one in told for line in pen.hang(Content("•  "), pen.say(one)))

        await self.app.push_screen_wait(Reading(title, self.tongue, draw))

    def _begin(self, new: Network, answers: Answers) -> None:
        keeping = self.lobby.keeping
        noted = described(new, LANGUAGE_NAMES, answers)
        keeping.begun("".join(answers.get("name", ())))
        keeping.note(new.id, noted)


ROLLING = Form(
    fields=(
        Line(
            name="folder",
            label=Say("The path of the folder with the files of all regions"),
            hint=Say("A shared drive is enough. Nothing is changed there."),
            required=True,
            most=1_000,
        ),
    ),
    intro=Say("Status per area of the plan, the regions beside one another, good examples."),
    submit=Say("Write the report"),
)
TAKING = Form(
    fields=(
        Line(
            name="file",
            label=Say("The path of the file, or of a folder"),
            hint=Say("It ends with .workshop.jsonl. Taking it in again changes nothing."),
            required=True,
            most=1_000,
        ),
    ),
    submit=Say("Take in"),
)
NONE = Say("There are no networks yet. Make one with n; a meeting with a new name makes one too.")


def _entry(standing: Standing, pen: Pen) -> Content:
    """A network: where, how its measures stand, when it met and meets."""
    network, counts = standing.network, standing.counts
    told: list[Words] = [Own(network.region), said("%(n)s to be done", n=counts.open)]
    if counts.overdue:
        told.append(said("%(n)s overdue", n=counts.overdue))
    if counts.blocked:
        told.append(said("%(n)s blocked", n=counts.blocked))
    if counts.unowned:
        told.append(said("%(n)s without an owner", n=counts.unowned))
    if standing.last:
        told.append(said("last met %(day)s", day=Day(standing.last)))
    if standing.next:
        told.append(said("meets %(day)s", day=Day(standing.next)))
    loud = counts.overdue or counts.blocked or counts.unowned
    top = pen.hang(Content("!  " if loud else "›  "), pen.say(network.name, "bold"))
    rest = pen.hang(Content("   "), pen.say(Joined(tuple(told), " · ")))
    return Content("\n").join((*top, *rest))
