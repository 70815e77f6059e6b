"""The agenda editor: the points with their times, and one key for each thing to do with them."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from workshop.domain.action import Action
from workshop.domain.form import Answers, Field, Form, Line, Number, Option, Pick, Text
from workshop.domain.words import Language, Say, Words, said
from workshop.language import Tongue, tongue
from workshop.planning import START
from workshop.tui.dialogs.asking import Asking, Send
from workshop.tui.dialogs.choosing import Choosing
from workshop.tui.dialogs.confirm import YES, Confirm
from workshop.tui.dialogs.wording import choice, languages, told
from workshop.tui.drawing.keys import keys
from workshop.tui.drawing.pen import STRONG, Pen
from workshop.tui.drawing.timetable import READABLE, head
from workshop.tui.outcome import refusal
from workshop.tui.planner import Draft, Planner
from workshop.tui.widgets.keys import DARKENED, secret
from workshop.tui.widgets.timetable import Timetable
from workshop.wording import wordings

TICK = 1.0
TAKEN = 8  # lines, by what stands above and beneath the points
LEAVE = Say("Leave without saving? What you changed in this agenda is lost.")
CENTRAL = Say("This is a central item: it stays as it is and where it is.")
CURRENT = Say("This is the item the meeting is at. Go on to the next one instead.")
STAYS = Say("This item has been held, is central or is the last: skip it instead.")
SHORTEN = ("f", "f", "lead('shorten')", Say("Shorten what comes"))
KEYS: tuple[tuple[str, str, str, Words], ...] = (
    ("a", "a", "add", Say("Add")),
    ("", "Enter", "change", Say("Change")),
    ("n", "n", "notes", Say("Notes")),
    ("ctrl+up,shift+up,left_square_bracket", "Ctrl+↑", "move(-1)", Say("Up")),
    ("ctrl+down,shift+down,right_square_bracket", "Ctrl+↓", "move(1)", Say("Down")),
    ("plus,equals_sign", "+", "minutes(1)", Say("1 min more")),
    ("minus", "-", "minutes(-1)", Say("1 min less")),
    ("s", "s", "skip", Say("Skip or take up")),
    ("r", "r", "repeat", Say("Once more")),
    ("delete,x", "x", "remove", Say("Take away")),
    SHORTEN,
    ("u", "u", "undo", Say("Undo")),
    ("w", "w", "save", Say("Save as a file")),
    ("escape,q", "Esc", "leave", Say("Close")),
)


class AgendaScreen(Screen[None]):
    """Works on any `Planner`; every change is drawn at once."""

    CSS_PATH = "agenda.tcss"
    BINDINGS = [Binding(pressed, action, show=False) for pressed, _, action, _ in KEYS if pressed]

    def __init__(self, planner: Planner, language: Language) -> None:
        super().__init__()
        self._planner = planner
        self._tongue: Tongue = tongue(language)

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="head")
        yield Timetable("points")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self._list.focus()
        self.draw()
        self._list.go(self._planner.now.here)
        self.watch(self.app, "language", self._speak, init=False)
        self.set_interval(TICK, self.draw)

    def on_resize(self) -> None:
        self.draw()

    def _speak(self, language: Language) -> None:
        self._tongue = tongue(language)
        if isinstance(self._planner, Draft):
            self._planner.language = language
        self.draw()

    @property
    def _list(self) -> Timetable:
        return self.query_one(Timetable)

    def draw(self) -> None:
        """Everything as it stands now."""
        rows = self._planner.rows()
        pen = Pen(self._tongue, max(40, min(READABLE, self.size.width - 6)))
        title = pen.say(self._planner.title, STRONG)
        summary = pen.say(self._planner.summary())
        self.query_one("#title", Static).update(Content.assemble(title, "   ", summary))
        self.query_one("#head", Static).update(head(pen))
        offered = [one for one in KEYS if one is not SHORTEN or any(row.gives for row in rows)]
        drawn = keys([(shown, label) for _, shown, _, label in offered], self._wide)
        self.query_one("#keys", Static).update(Content("\n").join(drawn))
        self._list.show(rows, pen, self.size.height - TAKEN)

    @property
    def _wide(self) -> Pen:
        return Pen(self._tongue, max(40, self.size.width - 4))

    def tell(self, words: Words) -> None:
        """A calm message that goes away by itself."""
        self.notify(self._tongue(words), severity="warning", timeout=8, markup=False)

    def action_move(self, by: int) -> None:
        ids, item = [one.point.id for one in self._list.rows], self._list.point.id
        place = ids.index(item) + by
        if self._list.point.locked:
            self.tell(CENTRAL)
        elif 0 <= place < len(ids):
            others = [START, *(one for one in ids if one != item)]
            self.action_lead("plan_move", item=item, after=others[place])

    def action_skip(self) -> None:
        point = self._list.point
        if point.id == self._planner.now.here or point.locked:
            self.tell(CENTRAL if point.locked else CURRENT)
        else:
            self.action_lead("plan_skip", items=point.id)

    def action_repeat(self) -> None:
        item = self._list.point.id
        self.action_lead("plan_repeat", item=item, after=item)

    def action_remove(self) -> None:
        item = self._list.point.id
        if self._offered("plan_remove", item):
            self.action_lead("plan_remove", item=item)
        else:
            self.tell(STAYS)

    def action_minutes(self, by: int) -> None:
        item = self._list.point.id
        known = self._offered("plan_change", item)
        if known is None:
            self.tell(CENTRAL)
        else:
            minutes = str(max(0, int(known.fills["minutes"]) + by))
            self.action_lead("plan_change", item=item, **{**known.fills, "minutes": minutes})

    @work
    async def action_lead(self, name: str, **answers: str) -> None:
        """Does it at once; where it is refused, says why."""
        given = {key: [value] for key, value in answers.items()}
        await self._done(self._planner.lead(name, given))

    async def _done(self, future: Future[Any]) -> None:
        problem = await refusal(future)
        if problem is not None:
            self.tell(problem.words)
        self.draw()

    @work
    async def action_undo(self) -> None:
        await self._done(self._planner.undo())

    @work
    async def action_add(self) -> None:
        action, before = self._action("plan_add"), {one.point.id for one in self._list.rows}
        if action is None or action.form is None:
            return
        here = {"after": self._list.point.id}
        form = _filled(action.form, here)
        await self._ask(action.label, form, lambda a: self._planner.lead(action.name, a))
        new = [one.point.id for one in self._list.rows if one.point.id not in before]
        self._list.go(new[0] if new else "")

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        if self._list.point.locked:
            self.tell(CENTRAL)
        elif isinstance(self._planner, Draft):
            self._reword(self._planner)
        else:
            self._change("plan_change")

    def action_notes(self) -> None:
        self._change("plan_notes")

    @work
    async def _change(self, name: str) -> None:
        """The form of an action, for the item one stands at."""
        action, item = self._action(name), self._list.point.id
        known = self._offered(name, item)
        if action is None or action.form is None or known is None:
            self.tell(CENTRAL)
            return
        warned = "" if isinstance(self._planner, Draft) else secret(action)
        if warned and not await self._sure(warned, DARKENED):
            return
        rest = replace(action.form, fields=tuple(f for f in action.form.fields if f.name != "item"))

        def send(answers: Answers) -> Future[None]:
            return self._planner.lead(name, {**answers, "item": [item]})

        await self._ask(action.label, _filled(rest, known.fills), send)

    @work
    async def _reword(self, draft: Draft) -> None:
        """First which text, then the text in four languages."""
        item, known = self._list.point.id, wordings(self._list.point)
        form = choice(known, self._tongue.language)
        chosen = await self.app.push_screen_wait(Choosing(form, self._tongue))
        if chosen and chosen["text"]:
            one = known[int(chosen["text"][0])]

            def send(answers: Answers) -> Future[None]:
                return draft.reword(item, one.path, lambda: told(one, answers))

            await self._ask(one.label, languages(one), send)

    @work
    async def action_save(self) -> None:
        name = Line(
            name="name",
            label=Say("Name of your agenda"),
            hint=Say("It is then found under this name wherever agendas are chosen."),
            value=self._planner.file,
            required=True,
            most=60,
        )
        saved: list[Future[Path]] = []

        def send(answers: Answers) -> Future[Path]:
            saved.append(self._planner.save(answers["name"][0]))
            return saved[-1]

        form = Form(fields=(name,), submit=Say("Save"))
        if await self._ask(Say("Save as a file"), form, send):
            told_ = said("Saved: %(file)s", file=str(saved[-1].result()))
            self.notify(self._tongue(told_), timeout=8, markup=False)

    @work
    async def action_leave(self) -> None:
        if not self._planner.changed or await self._sure(LEAVE):
            self.dismiss(None)

    async def _ask(self, title: Words, form: Form, send: Send) -> bool:
        done = await self.app.push_screen_wait(Asking(title, form, self._tongue, send))
        self.draw()
        return done is True

    async def _sure(self, question: Words, yes: Words = YES) -> bool:
        return await self.app.push_screen_wait(Confirm(question, self._tongue, yes)) is True

    def _action(self, name: str) -> Action | None:
        return next((one for one in self._planner.actions() if one.name == name), None)

    def _offered(self, name: str, item: str) -> Option | None:
        """What an action offers for an item; None when it cannot be done with it."""
        action = self._action(name)
        fields = action.form.fields if action and action.form else ()
        picks = (field for field in fields if isinstance(field, Pick) and field.name == "item")
        return next((one for pick in picks for one in pick.options if one.key == item), None)


def _filled(form: Form, fills: Any) -> Form:
    """The form with what stands there now."""
    fields = tuple(
        _with_value(field, fills[field.name]) if field.name in fills else field
        for field in form.fields
    )
    return replace(form, fields=fields)


def _with_value(field: Field, raw: str) -> Field:
    match field:
        case Pick():
            return replace(field, value=(raw,))
        case Number():
            return replace(field, value=int(raw))
        case Line() | Text():
            return replace(field, value=raw)
        case _:
            return field
