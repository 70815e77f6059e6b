"""The first screen: begin a meeting, or continue one."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workshop.clock import Clock
from workshop.domain import form
from workshop.domain.words import LANGUAGES, Language, Say
from workshop.language import Tongue, tongue
from workshop.tui import setup
from workshop.tui.dialogs import asking, telling
from workshop.tui.door import Host, Lobby, MeetingInfo, Practice
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.welcome import entry, greeting, languages, offer
from workshop.tui.opened import Opened
from workshop.tui.outcome import refusal
from workshop.tui.screens import agendas, networks

NEW, NETWORKS, AGENDAS, PRACTISE = "new", "networks", "agendas", "practise"
LONGEST_STILL = 0.3  # seconds without a picture, whatever the window tells of its size
HOW = Say("Arrows and Enter choose · 1–4 change the language · c changes the colours · q quits")


class Welcome(Screen[None]):
    """Every word of it changes at once with the language."""

    BINDINGS = [
        *(Binding(str(n), f"app.speak('{one}')", show=False) for n, one in enumerate(LANGUAGES, 1)),
        Binding("q", "app.quit", show=False),
    ]
    language: reactive[Language] = reactive[Language]("en")

    def __init__(self, lobby: Lobby, now: Clock, practice: Practice | None = None) -> None:
        super().__init__()
        self._practice = practice
        self._lobby = lobby
        self._now = now
        self._known: list[MeetingInfo] = []
        self._drawn: object = None
        self._still = ExitStack()
        # Opening a meeting starts a server and reads files: not in the thread that draws.
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="lobby")

    def compose(self) -> ComposeResult:
        yield Static(id="languages")
        with Vertical(id="middle"):
            yield Static(id="greeting")
            yield OptionList(id="meetings", markup=False)
        yield Static(id="how")

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        # Painted when it is laid out for the window, instead of once for each thing that settles.
        self._still.enter_context(self.app.batch_update())
        self.set_timer(LONGEST_STILL, self._still.close)

    def on_screen_resume(self) -> None:
        self._known = self._lobby.meetings()
        self._draw()

    def on_resize(self) -> None:
        self._draw()
        self.call_next(self._still.close)

    def on_unmount(self) -> None:
        self._still.close()
        self._aside.shutdown(wait=False)

    def watch_language(self) -> None:
        # Not before what is listed is known: it would all be drawn twice before the first picture.
        if self._drawn is not None:
            self._draw()

    @property
    def _tongue(self) -> Tongue:
        return tongue(self.language)

    def _draw(self) -> None:
        drawn = (self.language, self.size, self._known)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        pen = Pen(self._tongue, max(20, self.size.width - 12))
        self.query_one("#languages", Static).update(languages(self.language))
        self.query_one("#greeting", Static).update(greeting(pen, self.size.height))
        self.query_one("#how", Static).update(Content(self._tongue(HOW)))
        listed = self.query_one(OptionList)
        chosen = listed.highlighted or 0
        listed.clear_options()
        for option in self._options(pen):
            listed.add_options([option, None])
        listed.highlighted = min(chosen, listed.option_count - 1)

    def _options(self, pen: Pen) -> list[Option]:
        told = Say("Choose the agenda, the network and the place")
        look = Say("Look at an agenda, change it, or make one of your own")
        kept = Say("What each has promised itself, how it goes, who belongs to it")
        play = Say("A small meeting with simulated phones; hints say which key to press")
        practising = Option(offer("▷", Say("Practise"), play, pen), id=PRACTISE)
        # Whoever opens the program again in the middle of a meeting looks for that meeting.
        begun = [info for info in self._known if info.state == "running"][:1]
        beginning = Option(offer("+", Say("New meeting"), told, pen), id=NEW)
        first = [beginning, *(Option(entry(info, pen), id=info.id) for info in begun)]
        if any(info.date == self._now().date().isoformat() for info in begun):
            first.reverse()
        return [
            *first,
            Option(offer("◇", Say("Networks"), kept, pen), id=NETWORKS),
            Option(offer("≡", Say("Agendas"), look, pen), id=AGENDAS),
            *([practising] if self._practice else []),
            *(Option(entry(info, pen), id=info.id) for info in self._known if info not in begun),
        ]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id == NEW:
            self._begin()
        elif event.option.id == NETWORKS:
            self.app.push_screen(networks.NetworksScreen(self._lobby, self.language, self._now))
        elif event.option.id == AGENDAS:
            self.app.push_screen(agendas.AgendasScreen(self._lobby, self.language))
        elif event.option.id == PRACTISE and self._practice is not None:
            self._enter(self._aside.submit(self._practice, self.language), guided=True)
        else:
            self._enter(self._aside.submit(self._lobby.reopen, event.option.id or ""))

    @work(exclusive=True)
    async def _begin(self) -> None:
        hosts: list[Future[Host]] = []

        def send(answers: form.Answers) -> Future[Host]:
            hosts.append(self._aside.submit(self._start, answers))
            return hosts[-1]

        asked = setup.setup_form(self._lobby, self.language, self._now())
        dialog = asking.Asking(Say("New meeting"), asked, self._tongue, send)
        if await self.app.push_screen_wait(dialog):
            self.post_message(Opened(hosts[-1].result()))

    def _start(self, answers: form.Answers) -> Host:
        return self._lobby.start(setup.new_meeting(self._lobby, answers, self._now()))

    @work(exclusive=True)
    async def _enter(self, future: Future[Host], guided: bool = False) -> None:
        problem = await refusal(future)
        if problem is None:
            self.post_message(Opened(future.result(), guided))
        else:
            title = Say("This meeting cannot be opened now")
            self.app.push_screen(telling.Telling(title, (problem.words,), self._tongue))
