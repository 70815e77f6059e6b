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
from textual.widgets.option_list import Option

from workshop.domain.action import Action
from workshop.domain.event import Point
from workshop.domain.form import Answers, Field, Form, Line, Number, Pick
from workshop.domain.form import Option as Choice
from workshop.domain.form import Text as LongText
from workshop.domain.reading import read
from workshop.domain.words import LANGUAGES, Language, Own, Say, Texts, Words, said
from workshop.language import LANGUAGE_NAMES, Tongue, tongue
from workshop.planning import START
from workshop.tui.dialogs.asking import Asking
from workshop.tui.dialogs.choosing import Choosing
from workshop.tui.dialogs.confirm import YES, Confirm
from workshop.tui.drawing.pen import STRONG, Pen
from workshop.tui.drawing.timetable import READABLE, Row, head, row
from workshop.tui.outcome import refusal
from workshop.tui.planner import Draft, Planner
from workshop.tui.widgets.keys import DARKENED, secret
from workshop.wording import Wording, wordings

TICK = 1.0
TAKEN = 8  # lines, by what stands above and beneath the points
LEAVE = Say("Leave without saving? What you changed in this agenda is lost.")
CENTRAL = Say("This is a central item: it stays as it is and where it is.")
KEYS: tuple[tuple[str, str, str, Words], ...] = (
    ("a", "a", "add", Say("Add")),
    ("enter", "Enter", "change", Say("Change")),
    ("n", "n", "notes", Say("Notes")),
    ("ctrl+up,shift+up,left_square_bracket", "Ctrl+↑", "move(-1)", Say("Up")),
    ("ctrl+down,shift+down,right_square_bracket", "Ctrl+↓", "move(1)", Say("Down")),
    ("plus,equals_sign", "+", "minutes(1)", Say("1 min more")),
    ("minus", "-", "minutes(-1)", Say("1 min less")),
    ("s", "s", "skip", Say("Skip or take up")),
    ("r", "r", "repeat", Say("Once more")),
    ("delete,x", "x", "remove", Say("Take away")),
    ("f", "f", "shorten", Say("Shorten what comes")),
    ("u", "u", "undo", Say("Undo")),
    ("w", "w", "save", Say("Save as a file")),
    ("escape,q", "Esc", "leave", Say("Close")),
)


class AgendaScreen(Screen[None]):
    """Works on any `Planner`; every change is drawn at once."""

    CSS_PATH = "agenda.tcss"
    BINDINGS = [Binding(keys, action, show=False) for keys, _, action, _ in KEYS if keys != "enter"]

    def __init__(self, planner: Planner, language: Language) -> None:
        super().__init__()
        self._language = language
        self._planner = planner
        self._rows: list[Row] = []

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="head")
        yield OptionList(id="points", markup=False)
        yield Static(id="keys")

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        self._draw()
        current = self._planner.now.here
        if current:
            self.query_one(OptionList).highlighted = self._place(current)
        self.watch(self.app, "language", self._speak, init=False)
        self.set_interval(TICK, self._draw)

    def on_resize(self) -> None:
        self._rows = []
        self._draw()

    def _speak(self, language: Language) -> None:
        self._language = language
        if isinstance(self._planner, Draft):
            self._planner.language = language
        self.on_resize()

    @property
    def _tongue(self) -> Tongue:
        return tongue(self._language)

    def _draw(self) -> None:
        """Everything anew; the list only where a point or a time is another."""
        rows = self._planner.rows()
        title, told = self._tongue(self._planner.title), self._tongue(self._planner.summary())
        pen = Pen(self._tongue, self._width)
        top = Content.assemble((title, STRONG), "   ", told)
        self.query_one("#title", Static).update(top)
        self.query_one("#head", Static).update(head(pen))
        self.query_one("#keys", Static).update(self._keys())
        if rows == self._rows:
            return
        item, listed = self._item, self.query_one(OptionList)
        place, self._rows = listed.highlighted or 0, rows
        drawn = [row(one, pen) for one in rows]
        airy = sum(len(lines) + 1 for lines in drawn) <= self.size.height - TAKEN
        listed.clear_options()
        for one, lines in zip(rows, drawn, strict=True):
            option = Option(Content("\n").join(lines), id=one.point.id)
            listed.add_options([option, None] if airy else [option])
        known = self._place(item) if item else None
        listed.highlighted = min(place, len(rows) - 1) if known is None else known

    @property
    def _width(self) -> int:
        return max(40, min(READABLE, self.size.width - 6))

    def _keys(self) -> Content:
        parts = [
            Content.assemble((f" {shown} ", "bold $band-ink on $band"), " ", self._tongue(label))
            for _, shown, action, label in KEYS
            if action != "shorten" or any(one.gives for one in self._planner.rows())
        ]
        return _flowed(parts, max(40, self.size.width - 4))

    @property
    def _item(self) -> str:
        listed = self.query_one(OptionList)
        return (listed.highlighted_option.id or "") if listed.highlighted_option else ""

    @property
    def _point(self) -> Point:
        return next(one.point for one in self._rows if one.point.id == self._item)

    def _place(self, item: str) -> int | None:
        return next((n for n, one in enumerate(self._rows) if one.point.id == item), None)

    def _action(self, name: str) -> Action | None:
        return next((one for one in self._planner.actions() if one.name == name), None)

    @work
    async def _do(self, name: str, go: str = "", **answers: str) -> None:
        """Does it at once; where it is refused, says why. `go` is the item to stand at then."""
        given = {key: [value] for key, value in answers.items()}
        await self._told(self._planner.lead(name, given))
        if go and (place := self._place(go)) is not None:
            self.query_one(OptionList).highlighted = place

    async def _told(self, future: Future[Any]) -> bool:
        problem = await refusal(future)
        if problem is not None:
            self._tell(problem.words)
        self._draw()
        return problem is None

    def _tell(self, words: Words, severity: str = "warning") -> None:
        kind: Any = severity
        self.notify(self._tongue(words), severity=kind, timeout=8, markup=False)

    def action_move(self, by: int) -> None:
        ids, item = [one.point.id for one in self._rows], self._item
        place = ids.index(item) + by
        if self._point.locked:
            self._tell(CENTRAL)
        elif 0 <= place < len(ids):
            others = [START, *(one for one in ids if one != item)]
            self._do("plan_move", item, item=item, after=others[place])

    def action_skip(self) -> None:
        point = self._point
        if point.id == self._planner.now.here:
            self._tell(Say("This is the item the meeting is at. Go on to the next one instead."))
        elif point.locked:
            self._tell(CENTRAL)
        else:
            self._do("plan_skip", items=point.id)

    def action_repeat(self) -> None:
        self._do("plan_repeat", item=self._item, after=self._item)

    def action_remove(self) -> None:
        action = self._action("plan_remove")
        if action is None or self._item not in _offered(action):
            self._tell(Say("This item has been held, is central or is the last: skip it instead."))
        else:
            self._do("plan_remove", item=self._item)

    def action_minutes(self, by: int) -> None:
        action, item = self._action("plan_change"), self._item
        fills = _offered(action).get(item) if action else None
        if fills is None:
            self._tell(CENTRAL)
            return
        minutes = max(0, int(fills.fills["minutes"]) + by)
        self._do("plan_change", item=item, **{**fills.fills, "minutes": str(minutes)})

    @work
    async def action_add(self) -> None:
        action = self._action("plan_add")
        if action is None or action.form is None:
            return
        fields = tuple(
            _with_value(field, self._item) if field.name == "after" else field
            for field in action.form.fields
        )
        before = {one.point.id for one in self._rows}
        await self._asked(action, Form(fields=fields, submit=action.form.submit))
        new = [one.point.id for one in self._rows if one.point.id not in before]
        if new:
            self.query_one(OptionList).highlighted = self._place(new[0])

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        if isinstance(self._planner, Draft):
            self._reword(self._planner)
        else:
            self._item_form("plan_change")

    def action_notes(self) -> None:
        self._item_form("plan_notes")

    @work
    async def _item_form(self, name: str) -> None:
        """The form of an action, for the item one stands at."""
        action = self._action(name)
        option = _offered(action).get(self._item) if action else None
        if action is None or action.form is None or option is None:
            self._tell(CENTRAL)
            return
        warned = secret(action) if not isinstance(self._planner, Draft) else ""
        if warned and not await self._sure(warned, DARKENED):
            return
        fields = tuple(
            _with_value(field, option.fills.get(field.name, ""))
            for field in action.form.fields
            if field.name != "item"
        )
        await self._asked(action, Form(fields=fields, submit=action.form.submit), item=self._item)

    async def _asked(self, action: Action, form: Form, **more: str) -> None:
        given = {key: [value] for key, value in more.items()}

        def send(answers: Answers) -> Future[None]:
            return self._planner.lead(action.name, {**answers, **given})

        await self.app.push_screen_wait(Asking(action.label, form, self._tongue, send))
        self._draw()

    @work
    async def _reword(self, draft: Draft) -> None:
        """First which text, then the text in four languages."""
        point = self._point
        if point.locked:
            self._tell(CENTRAL)
            return
        known = wordings(point)
        pick = Pick(
            name="text",
            label=Say("Which text?"),
            options=tuple(_choice(n, one, self._language) for n, one in enumerate(known)),
            required=True,
        )
        chosen = await self.app.push_screen_wait(Choosing(Form(fields=(pick,)), self._tongue))
        if not chosen:
            return
        wording = known[int(chosen["text"][0])]
        form = _languages(wording)

        def send(answers: Answers) -> Future[None]:
            filled = read(form, answers)
            told = {one: filled.text(one) for one in LANGUAGES}
            texts = Texts(**_completed(told)) if any(told.values()) else None
            return draft.reword(point.id, wording.path, texts)

        await self.app.push_screen_wait(Asking(wording.label, form, self._tongue, send))
        self._draw()

    async def _sure(self, question: Words, yes: Words = YES) -> bool:
        return await self.app.push_screen_wait(Confirm(question, self._tongue, yes)) is True

    def action_shorten(self) -> None:
        self._do("shorten")

    @work
    async def action_undo(self) -> None:
        await self._told(self._planner.undo())

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
        asking = Asking(Say("Save as a file"), form, self._tongue, send)
        if await self.app.push_screen_wait(asking):
            self._tell(said("Saved: %(file)s", file=str(saved[-1].result())), "information")

    @work
    async def action_leave(self) -> None:
        if not self._planner.changed or await self._sure(LEAVE):
            self.dismiss(None)


def _offered(action: Action) -> dict[str, Choice]:
    """The items that an action can be done with."""
    fields = action.form.fields if action.form else ()
    picks = (field for field in fields if isinstance(field, Pick) and field.name == "item")
    return {option.key: option for pick in picks for option in pick.options}


def _with_value(field: Field, raw: str) -> Field:
    """The field with what stands there now."""
    match field:
        case Pick():
            return replace(field, value=(raw,))
        case Number():
            return replace(field, value=int(raw))
        case Line() | LongText():
            return replace(field, value=raw)
        case _:
            return field


def _choice(number: int, wording: Wording, language: Language) -> Choice:
    now = Own(wording.texts[language]) if wording.texts else Say("nothing yet")
    return Choice(key=str(number), words=wording.label, hint=now)


def _languages(wording: Wording) -> Form:
    fields = tuple(
        LongText(
            name=one,
            label=LANGUAGE_NAMES[one],
            value=wording.texts[one] if wording.texts else "",
            most=2_000,
        )
        for one in LANGUAGES
    )
    return Form(fields=fields, submit=Say("Save"), intro=FILLED)


FILLED = Say("A language that is left empty gets the text of the first one that is filled in.")


def _completed(told: dict[Language, str]) -> dict[str, str]:
    first = next(text for text in told.values() if text)
    return {language: text or first for language, text in told.items()}


def _flowed(parts: list[Content], width: int) -> Content:
    """Keys beside one another, on as many lines as they need."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + 3 + part.cell_length <= width:
            lines[-1] = lines[-1] + "   " + part
        else:
            lines.append(part)
    return Content("\n").join(lines)
