"""What the agenda editor asks: the windows that lie over it, and what comes of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual import work

from workshop.domain.form import Answers, Field, Form, Line, Number, Pick, Text
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say, Words, said
from workshop.leading.wording import wordings
from workshop.tui.dialogs.asking import Asking, Send
from workshop.tui.dialogs.choosing import Choosing
from workshop.tui.dialogs.wording import choice, languages, told
from workshop.tui.outcome import refusal
from workshop.tui.planner import Draft, Planner
from workshop.tui.screens.drawn import DrawnScreen
from workshop.tui.widgets.keys import DARKENED, secret
from workshop.tui.widgets.timetable import Timetable
from workshop.tui.wishes import CENTRAL, Wish, Wishes


class AgendaAsking(DrawnScreen):
    """The half of the editor that asks; the other half draws, and says what the keys are."""

    def __init__(self, planner: Planner, language: Language) -> None:
        super().__init__(language)
        self.planner = planner
        self.wishes = Wishes(planner)
        self._turn = asyncio.Lock()

    @property
    def points(self) -> Timetable:
        return self.query_one(Timetable)

    def conduct(self, wish: Callable[[str], Wish | None]) -> None:
        """Does at once what is wished for the point one stands at; if refused, says why."""
        self._conduct(self.points.point.id, wish)

    @work
    async def _conduct(self, item: str, wish: Callable[[str], Wish | None]) -> None:
        # One after another: each starts from what the one before has made of the agenda.
        async with self._turn:
            try:
                wished = wish(item)
            except Refused as refused:
                self.tell(refused.words)
                return
            if wished is not None:
                name, answers = wished
                given = {key: [value] for key, value in answers.items()}
                await self._done(self.planner.lead(name, given))

    async def _done(self, future: Future[Any]) -> None:
        problem = await refusal(future)
        if problem is not None:
            self.tell(problem.words)
        self.draw()

    @work
    async def action_undo(self) -> None:
        async with self._turn:
            await self._done(self.planner.undo())

    @work
    async def action_add(self) -> None:
        action, before = self.wishes.action("plan_add"), {one.point.id for one in self.points.rows}
        if action is None or action.form is None:
            return
        here = {"after": self.points.point.id}
        form = _filled(action.form, here)
        await self._ask(action.label, form, lambda a: self.planner.lead(action.name, a))
        new = [one.point.id for one in self.points.rows if one.point.id not in before]
        self.points.go(new[0] if new else "")

    @work
    async def change(self, name: str) -> None:
        """The form of an action, for the item one stands at."""
        action, item = self.wishes.action(name), self.points.point.id
        known = self.wishes.offered(name, item)
        if action is None or action.form is None or known is None:
            self.tell(CENTRAL)
            return
        warned = "" if isinstance(self.planner, Draft) else secret(action)
        if warned and not await self.sure(warned, DARKENED):
            return
        rest = replace(action.form, fields=tuple(f for f in action.form.fields if f.name != "item"))

        def send(answers: Answers) -> Future[None]:
            return self.planner.lead(name, {**answers, "item": [item]})

        await self._ask(action.label, _filled(rest, known.fills), send)

    @work
    async def reword(self, draft: Draft) -> None:
        """First which text, then the text in four languages."""
        item, known = self.points.point.id, wordings(self.points.point)
        form = choice(known, self.tongue.language)
        chosen = await self.app.push_screen_wait(Choosing(form, self.tongue))
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
            value=self.planner.file,
            required=True,
            most=60,
        )
        saved: list[Future[Path]] = []

        def send(answers: Answers) -> Future[Path]:
            saved.append(self.planner.save(answers["name"][0]))
            return saved[-1]

        form = Form(fields=(name,), submit=Say("Save"))
        if await self._ask(Say("Save as a file"), form, send):
            told_ = said("Saved as “%(name)s”", name=saved[-1].result().stem)
            self.notify(self.tongue(told_), timeout=8, markup=False)

    async def _ask(self, title: Words, form: Form, send: Send) -> bool:
        done = await self.app.push_screen_wait(Asking(title, form, self.tongue, send))
        self.draw()
        return done is True


def _filled(form: Form, fills: Mapping[str, str]) -> Form:
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
