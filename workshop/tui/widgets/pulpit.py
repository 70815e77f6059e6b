"""The facilitator's place: opens the windows that lie over the meeting."""

from textual import work
from textual.containers import Vertical
from textual.reactive import var

from workshop.domain.form import Form, Option, Pick
from workshop.domain.words import Say
from workshop.tui.commands import PULPIT
from workshop.tui.dialogs.choosing import Choosing
from workshop.tui.dialogs.documents import Documents
from workshop.tui.dialogs.help import Help
from workshop.tui.dialogs.telling import Telling
from workshop.tui.door import Host
from workshop.tui.screens.hidden import hidden
from workshop.tui.screens.joining import Joining
from workshop.tui.view import View
from workshop.tui.widgets.keys import Keys

SECRET = Say("Whoever has this address can lead the meeting. Open it on your own phone only.")


class Pulpit(Vertical):
    """Everything else stands inside it, so its keys work wherever the cursor is."""

    BINDINGS = [command.binding for command in PULPIT]
    view: var[View | None] = var(None)

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host

    @property
    def _now(self) -> View:
        assert self.view is not None
        return self.view

    def action_join(self) -> None:
        self.app.push_screen(Joining(self._host.address, self))

    def action_hide(self) -> None:
        meeting = self._now.meeting
        self.app.push_screen(hidden(meeting.network, meeting.title, self._now.tongue))

    def action_documents(self) -> None:
        self.app.push_screen(Documents(self._now.tongue, self._host.write_documents))

    def action_desk(self) -> None:
        told = (SECRET, self._host.desk)
        title = Say("The facilitator's secret page")
        self.app.push_screen(Telling(title, told, self._now.tongue, scan=self._host.desk))

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
