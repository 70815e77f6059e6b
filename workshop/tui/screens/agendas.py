"""The agendas there are: those that come with the program, and one's own; open one to change it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from workshop.domain.refused import Refused
from workshop.domain.words import Count, Joined, Language, Say, Words, said
from workshop.tui.dialogs.telling import Telling
from workshop.tui.door import AgendaInfo, BrokenAgenda, Lobby
from workshop.tui.drawing.pen import WARNING, Pen
from workshop.tui.planner import Draft
from workshop.tui.screens.agenda import AgendaScreen
from workshop.tui.screens.drawn import DrawnScreen
from workshop.tui.widgets.listed import Listed

TITLE = Say("Agendas")
HOW = Say("Enter opens an agenda to change it · Esc goes back")


class AgendasScreen(DrawnScreen):
    """A shipped agenda stays as it is: what is changed in it is saved under a name of one's own."""

    CSS_PATH = "agenda.tcss"
    BINDINGS = [Binding("escape,q", "dismiss", show=False)]

    def __init__(self, lobby: Lobby, language: Language) -> None:
        super().__init__(language)
        self._lobby = lobby
        self._known: dict[str, AgendaInfo] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Listed("agendas")
        yield Static(id="how")

    def on_mount(self) -> None:
        self.query_one(Listed).focus()

    def on_screen_resume(self) -> None:
        self._known = {info.id: info for info in self._lobby.agendas()}
        self.draw()

    def draw(self) -> None:
        pen = Pen(self.tongue, max(40, self.size.width - 8))
        self.query_one("#title", Static).update(Content(self.tongue(TITLE)))
        self.query_one("#how", Static).update(Content(self.tongue(HOW)))
        fit = [(info.id, _entry(info, pen)) for info in self._known.values()]
        broken = [("", _unfit(one, pen)) for one in self._lobby.broken()]
        self.query_one(Listed).show([*fit, *broken])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        info = self._known[event.option.id or ""]
        try:
            agenda = self._lobby.library.named(info.id)
        except Refused as refused:
            title = Say("This agenda cannot be opened now")
            self.app.push_screen(Telling(title, (refused.words,), self.tongue))
            return
        draft = Draft(self._lobby, agenda, self.language, info.own)
        self.app.push_screen(AgendaScreen(draft, self.language))


def _entry(info: AgendaInfo, pen: Pen) -> Content:
    items = Count("%(n)s item", "%(n)s items", info.points)
    minutes = Count("%(n)s min", "%(n)s min", info.minutes)
    mine: Words = Say("your own") if info.own else ""
    about = Joined((items, minutes, mine), " · ")
    title = pen.hang(Content("›  "), pen.say(info.title, "bold"))
    return Content("\n").join((*title, *pen.hang(Content("   "), pen.say(about))))


def _unfit(broken: BrokenAgenda, pen: Pen) -> Content:
    """A file that somebody has written in, with what to put right first."""
    title = pen.hang(Content("!  "), Content.styled(broken.name, "bold"))
    reason = pen.hang(Content("   "), pen.say(unfit(broken), WARNING))
    return Content("\n").join((*title, *reason))


def unfit(broken: BrokenAgenda) -> Words:
    """Why a file cannot be used: the first thing wrong with it, and how many more there are."""
    wrong: Words = broken.words
    if broken.line:
        wrong = said("line %(line)s: %(problem)s", line=broken.line, problem=broken.words)
    told = said("cannot be used yet: %(problem)s", problem=wrong)
    if not broken.more:
        return told
    more = Count("%(n)s more thing is wrong", "%(n)s more things are wrong", broken.more)
    return Joined((told, more), " · ")
