"""The facilitator's place: opens the windows that lie over the meeting."""

from textual import work
from textual.containers import Vertical
from textual.reactive import var

from workshop.domain.form import Form, Option, Pick
from workshop.domain.words import Say
from workshop.tui.commands import PULPIT
from workshop.tui.dialogs import documents
from workshop.tui.dialogs.choosing import Choosing
from workshop.tui.dialogs.confirm import Confirm
from workshop.tui.dialogs.help import Help
from workshop.tui.dialogs.telling import Telling
from workshop.tui.door import Host
from workshop.tui.screens.hidden import hidden
from workshop.tui.screens.joining import Joining, tell_moved
from workshop.tui.view import View
from workshop.tui.widgets.band import Band
from workshop.tui.widgets.keys import DARKENED, Keys
from workshop.tui.widgets.qr import CodeCorner
from workshop.tui.widgets.stage import Stage
from workshop.tui.widgets.status import Status

LOOK = 3.0  # seconds
CODED = 28  # from this height the code stands beneath the agenda
SECRET = Say("Whoever has this address can lead the meeting. Open it on your own phone only.")
SEEN = Say(
    "This shows an address with which anybody can lead the meeting. Hide the projector first."
)


class Pulpit(Vertical):
    """Everything else stands inside it, so its keys work wherever the cursor is."""

    BINDINGS = [command.binding for command in PULPIT]
    view: var[View | None] = var(None)

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._address = host.address
        self.frozen = False

    @property
    def _now(self) -> View:
        assert self.view is not None
        return self.view

    def on_mount(self) -> None:
        self.set_interval(LOOK, self._look)

    def on_resize(self) -> None:
        self._place_code()

    def action_agenda(self) -> None:
        """Shows the agenda where it is hidden, and hides it where it is shown."""
        self.query_one("#side").toggle_class("turned")
        self._place_code()

    def _place_code(self) -> None:
        """Beneath the agenda where it is shown and leaves room; else the stage and band invite."""
        shown = self.screen.has_class("-wide") != self.query_one("#side").has_class("turned")
        beneath = shown and self.size.height >= CODED
        self.query_one(CodeCorner).display = beneath
        self.query_one(Stage).invites = self.query_one(Band).invites = not beneath

    def action_join(self) -> None:
        self.app.push_screen(Joining(self._host, self))

    def action_freeze(self) -> None:
        """The stage stays as it is, whatever is done meanwhile; or catches up."""
        self.frozen = not self.frozen
        keys = self.query_one(Keys)
        keys.frozen = self.frozen
        keys.repaint()
        keys.post_message(Keys.Done())

    def _look(self) -> None:
        """A computer that changes network has another address, and phones need the new code."""
        before = self._address
        if self._host.address == before:
            return
        self._address = self._host.address
        self.query_one(CodeCorner).address = self._address
        self.query_one(Status).address = self._address
        self.query_one(Stage).address = self._address
        band = self.query_one(Band)
        band.address = self._address
        band.repaint()
        # One that was only chosen leaves the phones where they are.
        if not any(f"//{place}:" in before for place in self._host.places.all()):
            tell_moved(self._host, self, self._now.tongue)

    def action_hide(self) -> None:
        meeting = self._now.meeting
        self.app.push_screen(hidden(meeting.network, meeting.title, self._now.tongue))

    def action_documents(self) -> None:
        self.app.push_screen(documents.of_meeting(self._now.tongue, self._host))

    @work
    async def action_desk(self) -> None:
        """Asks first when somebody sits in the room, who could scan it from the wall."""
        if self._now.meeting.present() and not await self._darkened():
            return
        told = (SECRET, self._host.desk)
        title = Say("The facilitator's secret page")
        self.app.push_screen(Telling(title, told, self._now.tongue, scan=self._host.desk))

    async def _darkened(self) -> bool:
        question: Confirm = Confirm(SEEN, self._now.tongue, DARKENED)
        return await self.app.push_screen_wait(question) is True

    def action_help(self) -> None:
        self.app.push_screen(Help(self._now))

    @work
    async def action_palette(self) -> None:
        options = tuple(
            Option(key=action.name, words=action.label, hint=action.hint)
            for action in self._now.actions
        )
        label = Say("What is to be done?")
        pick = Pick(name="action", label=label, options=options, required=True)
        chosen = await self.app.push_screen_wait(Choosing(Form(fields=(pick,)), self._now.tongue))
        if chosen:
            self.query_one(Keys).pick(chosen["action"][0])
