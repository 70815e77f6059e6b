"""The meeting: the stage with agenda, clock and keys around it. It composes and passes on."""

from collections.abc import Callable, Mapping

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.reactive import reactive, var
from textual.screen import Screen

from workshop.clock import Clock
from workshop.domain.meeting import Meeting
from workshop.domain.words import Language, Say
from workshop.language import Tongue, tongue
from workshop.tui.commands import SCREEN
from workshop.tui.dialogs.confirm import Confirm
from workshop.tui.door import Host
from workshop.tui.messages import MeetingChanged
from workshop.tui.outcome import tell
from workshop.tui.pace import Pace
from workshop.tui.planner import Running
from workshop.tui.screens.agenda import AgendaScreen
from workshop.tui.view import View, view
from workshop.tui.widgets.agenda import Agenda
from workshop.tui.widgets.band import Band
from workshop.tui.widgets.guide import Guide
from workshop.tui.widgets.keys import Keys
from workshop.tui.widgets.pulpit import Pulpit
from workshop.tui.widgets.qr import CodeCorner
from workshop.tui.widgets.stage import Stage
from workshop.tui.widgets.status import Status

LEAVE = Say("Leave the meeting? Nothing is lost: it can be continued from the first screen.")


class MeetingScreen(Screen[bool]):
    """All parts repaint from one value, `view`. Answers True when it was left."""

    CSS_PATH = "meeting.tcss"
    BINDINGS = [command.binding for command in SCREEN]
    view: var[View | None] = var(None)
    language: reactive[Language] = reactive[Language]("en")

    def __init__(self, host: Host, now: Clock, guided: bool = False) -> None:
        """`guided` tells which key to press next."""
        super().__init__()
        self._guided = guided
        self._host = host
        self._now = now
        self._tongue = tongue("en")
        self._hush: Callable[[], None] = lambda: None
        self._pace = Pace(self, self._show)
        self._told = False

    def compose(self) -> ComposeResult:
        with Pulpit(self._host).data_bind(MeetingScreen.view):
            yield Band(self._host.address).data_bind(MeetingScreen.view)
            with Horizontal():
                with Vertical(id="side"):
                    yield Agenda().data_bind(MeetingScreen.view)
                    yield CodeCorner(self._host.address)
                with Vertical(id="main"):
                    yield Stage(self._host.address).data_bind(MeetingScreen.view)
                    yield Status(self._host.address, self._now).data_bind(MeetingScreen.view)
            if self._guided:
                yield Guide().data_bind(MeetingScreen.view)
            yield Keys(self._host).data_bind(MeetingScreen.view)

    def on_mount(self) -> None:
        self._hush = self._host.room.hear(self._heard)
        self._show()
        self.query_one(Stage).focus()
        self.call_after_refresh(self._tell_notice)  # by then the screen knows its language
        meeting = self._host.room.meeting
        if not meeting.people and len(meeting.visits) == 1:
            self.call_after_refresh(self.query_one(Pulpit).action_join)

    def _tell_notice(self) -> None:
        if self._host.notice and self.view:
            tell(self, self._host.notice, self.view.tongue)

    def _heard(self, meeting: Meeting) -> None:
        """Called on the room's thread: passes the news on, and does nothing else there."""
        if not self._told:
            self._told = True
            self.post_message(MeetingChanged(meeting))

    def on_unmount(self) -> None:
        self._hush()

    def on_meeting_changed(self, message: MeetingChanged) -> None:
        self._pace.ask()

    @on(Keys.Done)
    def _done(self) -> None:
        self._pace.now()

    def watch_language(self) -> None:
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        """Draws the newest meeting there is."""
        self._told = False  # first: news that come while drawing are told again
        if self.query_one(Pulpit).frozen:
            return
        meeting = self._host.room.meeting
        self._tongue = _speaking(self._tongue, self.language, self.view, meeting.names)
        self.view = view(meeting, self._tongue)

    def on_key(self, event: Key) -> None:
        if self.query_one(Keys).press(event.character or event.key):
            event.stop()

    @on(Stage.Passed)
    def _passed(self, message: Stage.Passed) -> None:
        self.query_one(Keys).pick("next" if message.by > 0 else "back")

    def action_edit_agenda(self) -> None:
        running = Running(self._host, self._now)
        self.app.push_screen(AgendaScreen(running, self.language))

    @work
    async def action_leave(self) -> None:
        if await self.app.push_screen_wait(Confirm(LEAVE, self._tongue)):
            self.dismiss(True)


def _speaking(
    before: Tongue, language: Language, shown: View | None, names: Mapping[str, str]
) -> Tongue:
    """The same tongue as long as it says the same: then nothing has to be drawn anew."""
    if shown and before.language == language and shown.meeting.names == names:
        return before
    return tongue(language).knowing(names)
