"""Writes the Word documents: choose a language, wait, and see where they lie."""

from concurrent.futures import Future
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, LoadingIndicator, Static

from workshop.domain.form import Form, Option, Pick
from workshop.domain.words import LANGUAGES, Count, Language, Say
from workshop.language import LANGUAGE_NAMES, Tongue
from workshop.tui.dialogs.window import Window
from workshop.tui.door import Host
from workshop.tui.fields.page import FormPage
from workshop.tui.outcome import refusal

TITLE = Say("Documents")
MAIN = 2  # minutes and plan, which are first


class Documents(Window[bool]):
    """Nothing is lost by writing them again; the folder is shown so that one finds them."""

    BINDINGS = [Binding("ctrl+o", "folder", show=False, priority=True)]

    def __init__(self, tongue: Tongue, host: Host) -> None:
        super().__init__(tongue)
        self._host = host

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield self.heading(TITLE)
            yield FormPage(language_form(self.tongue.language), self.tongue)
            yield LoadingIndicator()
            yield Static(Content(""), classes="told")
            with Horizontal(classes="buttons"):
                yield self.button(Say("Write"), "Enter", "write", main=True)
                yield self.button(Say("Open the folder"), "Ctrl+O", "folder")
                yield self.button(Say("Close"), "Esc", "close")

    def on_mount(self) -> None:
        self.query_one(LoadingIndicator).display = False
        self.query_one("#folder").display = False
        self.query_one(FormPage).begin()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "write":
            self._begin()
        elif event.button.id == "folder":
            self.action_folder()
        else:
            self.dismiss(True)

    def action_folder(self) -> None:
        if self.query_one("#folder").display:
            self._host.open_folder()

    @on(FormPage.Finished)
    def _begin(self) -> None:
        chosen = self.query_one(FormPage).answers()["language"]
        self._wait(next(one for one in LANGUAGES if one in chosen))

    @work(exclusive=True)
    async def _wait(self, language: Language) -> None:
        waiting = self.query_one(LoadingIndicator)
        waiting.display = True
        future = self._host.write_documents(language)
        problem = await refusal(future)
        waiting.display = False
        told = self.query_one(".told", Static)
        told.update(Content(self.tongue(problem.words) if problem else self._listed(future)))
        self.query_one("#folder").display = problem is None
        self.query_one("#close" if problem else "#folder").focus()

    def _listed(self, future: "Future[list[Path]]") -> str:
        files = future.result()
        folder = str(files[0].parent) if files else ""
        told = Count(
            "%(n)s document lies in %(folder)s",
            "%(n)s documents lie in %(folder)s, among them:",
            len(files),
            {"folder": folder},
        )
        return "\n".join((self.tongue(told), *(f"  {file.name}" for file in files[:MAIN])))


def language_form(now: Language) -> Form:
    """Which language the documents are written in."""
    options = tuple(Option(key=one, words=LANGUAGE_NAMES[one]) for one in LANGUAGES)
    label = Say("In which language?")
    return Form(
        fields=(Pick(name="language", label=label, options=options, value=(now,), required=True),)
    )
