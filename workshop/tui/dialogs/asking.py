"""The dialog for any form: keeps what is typed until the room has taken it in."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from workshop.domain.form import Answers, Form, Lines, Points
from workshop.domain.refused import Refused, Unreadable
from workshop.domain.words import Say, Words
from workshop.language import Tongue
from workshop.tui.dialogs.confirm import Confirm
from workshop.tui.dialogs.window import Window
from workshop.tui.fields.lines import LinesBox
from workshop.tui.fields.page import FormPage
from workshop.tui.outcome import refusal

Send = Callable[[Answers], "Future[Any]"]
TAKEN = Say("Received. Write the next.")
UNSENT = Say("Leave without saving? What you have typed here is lost.")
SHOWN = Say("Received; the room sees it. Ctrl+S when you are done.")


class Asking(Window[bool]):
    """Answers True when something was taken in. `confirm` is asked before sending."""

    BINDINGS = [
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("ctrl+n", "save_more", show=False, priority=True),
    ]

    def __init__(
        self,
        title: Words,
        form: Form,
        tongue: Tongue,
        send: Send,
        confirm: Words = "",
        at_once: bool = False,
    ) -> None:
        """`at_once` sends each text when Enter follows it, so that the room sees it come."""
        super().__init__(tongue)
        self._at_once = at_once
        self.set_class(at_once, "-low-down")
        self._title = title
        self._form = form
        self._send = send
        self._confirm = confirm
        self._sent = False
        self._known: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield self.heading(self._title)
            yield FormPage(self._form, self.tongue)
            yield Static(Content(""), classes="refusal")
            with Horizontal(classes="buttons"):
                yield self.button(self._form.submit, "Ctrl+S", "save", main=True)
                if self.many:
                    yield self.button(Say("Save, then one more"), "Ctrl+N", "more")
                yield self.button(Say("Cancel"), "Esc", "cancel")

    def on_mount(self) -> None:
        page = self.query_one(FormPage)
        page.begin()
        self._known = page.texts() | page.offered

    @property
    def many(self) -> bool:
        """Whether one often has several of these to type: texts and ballots."""
        return any(isinstance(field, Lines | Points) for field in self._form.fields)

    def action_leave(self) -> None:
        self._leave()

    @work(exclusive=True)
    async def _leave(self) -> None:
        """What somebody has typed is not thrown away by one key."""
        unsent = self.query_one(FormPage).texts() - self._known
        if unsent and not await self.app.push_screen_wait(Confirm(UNSENT, self.tongue)):
            return
        self.dismiss(self._sent)

    def action_save(self) -> None:
        self._save(more=False)

    def action_save_more(self) -> None:
        if self.many:
            self._save(more=True)

    @on(LinesBox.Written)
    def _written(self) -> None:
        if self._at_once and not self._confirm:
            self._send_so_far(self.query_one(FormPage).answers())

    @work
    async def _send_so_far(self, answers: Answers) -> None:
        """One command for each text, to be undone by itself; what is sent again changes nothing."""
        problem = await refusal(self._send(answers))
        if self.is_attached:
            self._sent = self._sent or problem is None
            self._known |= self.query_one(FormPage).texts() if problem is None else frozenset()
            self._tell(problem.words if problem else SHOWN)

    @on(FormPage.Finished)
    def _finished(self) -> None:
        self._save(more=False)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        match event.button.id:
            case "save":
                self._save(more=False)
            case "more":
                self._save(more=True)
            case _:
                self.action_leave()

    @work(exclusive=True)
    async def _save(self, more: bool) -> None:
        page = self.query_one(FormPage)
        answers = page.answers()
        if self._confirm and not await self.app.push_screen_wait(
            Confirm(self._confirm, self.tongue)
        ):
            return
        problem = await refusal(self._send(answers))
        if problem is not None:
            self._complain(problem)
        elif more:
            self._sent = True
            self._tell(TAKEN)
            page.complain({})
            await page.clear()
        else:
            self.dismiss(True)

    def _complain(self, problem: Refused) -> None:
        fields = problem.fields if isinstance(problem, Unreadable) else {}
        self._tell(problem.words)
        self.query_one(FormPage).complain(fields)

    def _tell(self, words: Words) -> None:
        spot = self.query_one(".refusal", Static)
        spot.update(Content(self.tongue(words)))
        spot.add_class("shown")
