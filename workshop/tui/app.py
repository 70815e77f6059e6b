"""The terminal app: the first screen, the meeting, and what holds for both."""

from __future__ import annotations

import logging

from rich.text import Text
from textual import events, on
from textual.app import App
from textual.reactive import reactive
from textual.screen import Screen

from workshop import later
from workshop.clock import Clock, local_now
from workshop.domain.words import LANGUAGES, Language, Say
from workshop.language import tongue
from workshop.tui.commands import ANYWHERE
from workshop.tui.door import Host, Lobby, Practice
from workshop.tui.keyboard import Keyboard
from workshop.tui.opened import Opened
from workshop.tui.screens import meeting
from workshop.tui.screens.small import TooSmall, fits
from workshop.tui.screens.welcome import Welcome
from workshop.tui.themes import DARK, LIGHT, THEMES

WIDE, TALL = 100, 34
BREATH = 0.05  # seconds in which the first picture reaches the window


FAULT = Say(
    "The screen stopped because of a fault in the program. Everything that was received is kept, "
    "and the meeting can be continued."
)


class WorkshopApp(App[None]):
    """With a `host` it goes straight to that meeting, and ends when the meeting is left.

    `practice` opens a meeting to practise in; `guided` says that the `host` is one.
    """

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = ["app.tcss", "screens/welcome.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (TALL, "-tall")]
    BINDINGS = [command.binding for command in ANYWHERE]
    language: reactive[Language] = reactive[Language]("en")

    def __init__(
        self,
        lobby: Lobby,
        language: Language,
        host: Host | None = None,
        now: Clock = local_now,
        practice: Practice | None = None,
        guided: bool = False,
    ) -> None:
        super().__init__()
        self._keyboard = Keyboard(self, super().on_event)
        self._practice = practice
        self._guided = guided
        self._lobby = lobby
        self._host = host
        self._now = now
        self.set_reactive(WorkshopApp.language, language)
        for theme in THEMES:
            self.register_theme(theme)
        # Set as a change it would have all styles worked out twice before the first picture.
        self.set_reactive(WorkshopApp.theme, DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The first screen lies under all others; a meeting that was named has none under it."""
        if self._host is not None:
            return Screen()
        return Welcome(self._lobby, self._now, self._practice).data_bind(WorkshopApp.language)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._keyboard.press(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        if self._host is not None:
            self._open(self._host, self._guided)
        self.call_after_refresh(self.set_timer, BREATH, self._drawn)

    def _drawn(self) -> None:
        """The first picture stands; what is loaded now does not hold it up."""
        if self._host is not None:
            self._host.admit()
        later.load()

    @on(Opened)
    def _opened(self, message: Opened) -> None:
        self.language = message.host.room.meeting.language
        self._open(message.host, message.guided)

    def _open(self, host: Host, guided: bool) -> None:
        screen = meeting.MeetingScreen(host, self._now, guided).data_bind(WorkshopApp.language)

        def left(leaving: bool | None) -> None:
            host.close()
            if self._host is not None:
                self.exit()

        self.push_screen(screen, left)

    def on_resize(self, event: events.Resize) -> None:
        small = not fits(event.size.width, event.size.height)
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall(tongue(self.language)))

    def _fatal_error(self) -> None:
        # Textual would print the whole fault, with everybody's texts in it, on the wall.
        logging.getLogger("workshop").exception("The terminal stopped")
        self.panic(Text(tongue(self.language)(FAULT)))

    def action_help_quit(self) -> None:
        """Ctrl+C: asks whether to leave, instead of the framework's advice in English."""
        if isinstance(self.screen, meeting.MeetingScreen):
            self.screen.action_leave()

    def action_colours(self) -> None:
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_language(self) -> None:
        self.language = LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]

    def action_speak(self, language: Language) -> None:
        self.language = language
