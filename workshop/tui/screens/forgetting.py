"""Erasing for good: what is due, one person or one text everywhere; told before it is done."""

from __future__ import annotations

from datetime import date
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from workshop.domain.form import Answers
from workshop.domain.parting import (
    NAMES,
    TEXTS,
    meeting_form,
    person_form,
    text_form,
    until_form,
)
from workshop.domain.reading import UNFIT, read
from workshop.domain.refused import Refused, Unreadable
from workshop.domain.signs import BETWEEN
from workshop.domain.words import Count, Day, Joined, Language, Own, Say, Words, said
from workshop.store import finding
from workshop.store.erasing import Due
from workshop.store.shelf import Kept
from workshop.tui.door import Lobby
from workshop.tui.drawing.pen import Pen
from workshop.tui.screens.erasing import TITLE, ErasingScreen
from workshop.tui.widgets.listed import Listed

KEYS: tuple[tuple[str, Words], ...] = (
    ("Enter", Say("Erase of this meeting")),
    ("u", Say("Kept until")),
    ("p", Say("A person, everywhere")),
    ("t", Say("A text, everywhere")),
    ("Esc", Say("Back")),
)


class ForgettingScreen(ErasingScreen):
    """Meetings that still hold names or raw texts, those whose day has come first."""

    CSS_PATH = "register.tcss"
    BINDINGS = [
        Binding("escape,q", "dismiss", show=False),
        Binding("u", "until", show=False),
        Binding("p", "person", show=False),
        Binding("t", "text", show=False),
    ]

    def __init__(self, lobby: Lobby, language: Language) -> None:
        super().__init__(lobby, language)
        self._today = lobby.keeping.today
        self._held: dict[str, tuple[Kept, Due]] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Listed("measures")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self.query_one(Listed).focus()

    @work
    async def on_screen_resume(self) -> None:
        held = await self.wait(self.doing.held)
        self._held = {kept.id: (kept, due) for kept, due in held or ()}
        self.draw()

    def draw(self) -> None:
        wide = Pen(self.tongue, max(40, self.size.width - 4))
        title = (wide.say(TITLE, "bold"), *wide.write(NOTHING_BY_ITSELF))
        self.query_one("#title", Static).update(Content("\n").join(title))
        self.draw_keys(KEYS)
        pen = Pen(self.tongue, max(36, self.size.width - 6))
        drawn = [(id_, self._entry(*held, pen)) for id_, held in self._held.items()]
        self.query_one(Listed).show(drawn or [("", pen.say(NOTHING))])

    def _entry(self, kept: Kept, due: Due, pen: Pen) -> Content:
        """A meeting, whether its day has come, and what it still holds."""
        is_due = due.is_due(self._today)
        day = Joined((kept.title, Day(date.fromisoformat(kept.date[:10]))), " · ")
        top = pen.hang(Content("!  " if is_due else "›  "), pen.say(day, "bold"))
        names: Words = Count("%(n)s name", "%(n)s names", due.names) if due.names else ""
        holds = (names, Say("what people wrote") if due.texts else "")
        told = Joined((Own(kept.network), _until(due, is_due), *holds), " · ")
        return Content("\n").join((*top, *pen.hang(Content("   "), pen.say(told))))

    def where(self, meeting: str) -> Words:
        if not meeting:
            return BETWEEN
        kept = self._held[meeting][0] if meeting in self._held else None
        if kept is None:
            return Own(meeting)
        return Joined((Own(kept.network), kept.title, Day(date.fromisoformat(kept.date))), " · ")

    @property
    def _lit(self) -> tuple[Kept, Due] | None:
        return self._held.get(self.query_one(Listed).lit)

    @on(Listed.OptionSelected)
    @work
    async def _of_meeting(self) -> None:
        if self._lit is None:
            return
        kept, due = self._lit
        chosen: list[str] = []
        form = meeting_form(bool(due.names), due.texts)
        if await self.ask(TITLE, form, lambda a: chosen.extend(read(form, a).picked("what"))):
            losses, doing = self.doing.losses, self.doing
            if NAMES in chosen:
                await self.part(partial(losses.names, kept), partial(doing.erase_names, kept))
            if TEXTS in chosen:
                await self.part(partial(losses.texts, kept), partial(doing.erase_texts, kept))

    @work
    async def action_until(self) -> None:
        if self._lit is not None:
            kept, due = self._lit
            form = until_form(due.keep_until)

            def decide(answers: Answers) -> None:
                self.doing.keep_until(kept.id, read(form, answers).day("until"))

            await self.ask(Say("Kept until"), form, decide)

    @work
    async def action_person(self) -> None:
        found: list[finding.Person] = []
        form = person_form(await self.wait(self.doing.names) or ())

        def decide(answers: Answers) -> None:
            found[:] = self._people(read(form, answers).text("name"))

        if not await self.ask(Say("A person, everywhere"), form, decide):
            return
        name, doing = found[0].name, self.doing
        mentioned = await self.wait(partial(doing.texts, name)) or []
        erase = partial(doing.erase_person, found)
        if await self.part(partial(doing.losses.person, found), erase) and mentioned:
            intro = said(MENTIONED.text, name=Own(name))
            for text in await self.choose(mentioned, name, intro, least=0):
                await self.erase_text(text)

    @work
    async def action_text(self) -> None:
        found: list[finding.Written] = []
        sought: list[str] = []
        form = text_form()

        def decide(answers: Answers) -> None:
            sought[:] = [read(form, answers).text("text")]
            found[:] = self._texts(sought[0])

        if not await self.ask(Say("A text, everywhere"), form, decide):
            return
        chosen = found[:1]
        if len({(one.network, one.text) for one in found}) > 1:
            chosen = await self.choose(found, sought[0], Say("Several texts fit."))
        for text in chosen:
            await self.erase_text(text)

    def _people(self, name: str) -> list[finding.Person]:
        try:
            return self.doing.people(name)
        except Refused as refused:
            raise Unreadable(UNFIT, {"name": refused.words}) from None

    def _texts(self, sought: str) -> list[finding.Written]:
        found = self.doing.texts(sought)
        if not found:
            words = said("There is no text “%(words)s”.", words=Own(sought))
            raise Unreadable(UNFIT, {"text": words})
        return found


def _until(due: Due, is_due: bool) -> Words:
    if not due.keep_until:
        return Say("erasing is never proposed")
    day = Day(date.fromisoformat(due.keep_until))
    if is_due:
        return said("due since %(day)s", day=day)
    return said("kept until %(day)s", day=day)


NOTHING_BY_ITSELF = Say("Nothing is erased by itself: what is due is only proposed.")
NOTHING = Say("No meeting holds names or texts that could be erased.")
MENTIONED = Say("These texts mention %(name)s. Which of them are erased, too?")
