"""Writes the documents: choose language and draft or final, wait, and see where they lie."""

from concurrent.futures import Future

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, ProgressBar, Static

from workshop.domain.edition import Edition, Written
from workshop.domain.final import Unready, named, unready
from workshop.domain.form import Answers, Form, Line, Option, Pick
from workshop.domain.meeting import Meeting
from workshop.domain.words import LANGUAGES, Count, Language, Say
from workshop.language import LANGUAGE_NAMES, Tongue
from workshop.tui.dialogs.window import Window
from workshop.tui.door import Host, Writer
from workshop.tui.fields.page import FormPage
from workshop.tui.outcome import refusal
from workshop.upkeep import Standing

TITLE = Say("Documents")
MAIN = 2  # minutes and plan, which are first
STATES = {
    "draft": Say("Drafts"),
    "final": Say("Final: minutes and plan get a version number, and this goes on record"),
}


class Documents(Window[bool]):
    """Nothing is lost by writing them again; the folder is shown so that one finds them."""

    BINDINGS = [
        Binding("ctrl+s", "write", show=False, priority=True),
        Binding("ctrl+o", "folder", show=False, priority=True),
    ]

    class Came(Message):
        """So many documents are made, of so many."""

        def __init__(self, done: int, of: int) -> None:
            super().__init__()
            self.done, self.of = done, of

    def __init__(self, tongue: Tongue, writer: Writer, form: Form) -> None:
        super().__init__(tongue)
        self._writer = writer
        self._form = form

    def compose(self) -> ComposeResult:
        with Vertical(classes="frame"):
            yield self.heading(TITLE)
            yield FormPage(self._form, self.tongue)
            yield ProgressBar(show_eta=False)
            yield Static(Content(""), classes="told")
            with Horizontal(classes="buttons"):
                yield self.button(Say("Write"), "Ctrl+S", "write", main=True)
                yield self.button(Say("Open the folder"), "Ctrl+O", "folder")
                yield self.button(Say("Close"), "Esc", "close")

    def on_mount(self) -> None:
        self.query_one(ProgressBar).display = False
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

    def action_write(self) -> None:
        self._begin()

    def action_folder(self) -> None:
        if self.query_one("#folder").display:
            self._writer.open_folder()

    @on(FormPage.Finished)
    def _begin(self) -> None:
        self._wait(edition_of(self.query_one(FormPage).answers()))

    @on(Came)
    def _came(self, event: Came) -> None:
        self.query_one(ProgressBar).update(total=event.of, progress=event.done)

    def _told(self, done: int, of: int) -> None:
        """On the thread that writes; a message is the one thing that may cross over."""
        self.post_message(self.Came(done, of))

    @work(exclusive=True)
    async def _wait(self, edition: Edition) -> None:
        waiting = self.query_one(ProgressBar)
        waiting.display = True
        future = self._writer.write_documents(edition, self._told)
        problem = await refusal(future)
        waiting.display = False
        told = self.query_one(".told", Static)
        told.update(Content(self.tongue(problem.words) if problem else self._listed(future)))
        self.query_one("#folder").display = problem is None
        if isinstance(problem, Unready):
            self.query_one(FormPage).boxes[-1].begin()
        else:
            self.query_one("#close" if problem else "#folder").focus()

    def _listed(self, future: Future[Written]) -> str:
        written = future.result()
        files = written.files
        told = Count(
            "%(n)s document lies in %(folder)s",
            "%(n)s documents lie in %(folder)s, among them:",
            len(files),
            {"folder": str(files[0].parent) if files else ""},
        )
        names = (f"  {file.name}" for file in files[:MAIN])
        kept = (self.tongue(written.notice),) if written.notice else ()
        return "\n".join((self.tongue(told), *names, *kept))


def edition_form(meeting: Meeting, now: Language) -> Form:
    """In which language, draft or final; and where a measure lacks something, a reason."""
    languages = tuple(Option(key=one, words=LANGUAGE_NAMES[one]) for one in LANGUAGES)
    states = tuple(Option(key=key, words=words) for key, words in STATES.items())
    lacking = unready(meeting)
    gaps = {"measures": named(lacking)}
    why = Line(
        name="override",
        label=Say("Why final, although something is missing?"),
        hint=Say("Only for final ones. No responsible or no deadline: %(measures)s", gaps),
        most=300,
    )
    return Form(
        fields=(
            _one_of("language", Say("In which language?"), languages, now),
            _one_of("state", Say("Drafts or final?"), states, "draft"),
            *((why,) if lacking else ()),
        )
    )


def of_meeting(tongue: Tongue, host: Host) -> Documents:
    """The documents of a meeting."""
    return Documents(tongue, host, edition_form(host.room.meeting, tongue.language))


def of_network(tongue: Tongue, writer: Writer, standing: Standing) -> Documents:
    """The documents of a network, as of today: they are drafts, a meeting's are made final."""
    return Documents(tongue, writer, _languages_form(standing.network.language))


def _languages_form(now: Language) -> Form:
    languages = tuple(Option(key=one, words=LANGUAGE_NAMES[one]) for one in LANGUAGES)
    intro = Say("Plan, follow-up sheet, spreadsheet and calendar of the network as of today.")
    pick = _one_of("language", Say("In which language?"), languages, now)
    return Form(fields=(pick,), intro=intro)


def edition_of(answers: Answers) -> Edition:
    """What was chosen; a draft in the first language where nothing was."""
    language = next((one for one in LANGUAGES if one in answers.get("language", ())), LANGUAGES[0])
    reason = " ".join(answers.get("override", ()))
    return Edition(language, final="final" in answers.get("state", ()), override=reason)


def _one_of(name: str, label: Say, options: tuple[Option, ...], value: str) -> Pick:
    return Pick(name=name, label=label, options=options, value=(value,), required=True)
