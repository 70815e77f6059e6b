"""What every screen that erases has in common: it tells, asks, does it, and tells what became."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from workshop.domain.form import Answers, Form
from workshop.domain.loss import Loss, Renewed, done
from workshop.domain.parting import choosing_form
from workshop.domain.reading import read
from workshop.domain.words import Count, Joined, Language, Say, Words
from workshop.store import finding
from workshop.tui.dialogs.asking import Asking
from workshop.tui.dialogs.parting import ERASE, Parting
from workshop.tui.dialogs.reading import Reading
from workshop.tui.dialogs.telling import Telling
from workshop.tui.door import Lobby
from workshop.tui.drawing.loss import parts
from workshop.tui.outcome import refusal
from workshop.tui.screens.drawn import DrawnScreen

T = TypeVar("T")
MOST = 20  # texts to choose from
LONGEST = 160  # letters of a text that is only to be known again
TITLE = ERASE
REFUSED = Say("This was not done")


class ErasingScreen(DrawnScreen):
    """`doing` is what erases; it reads and writes beside the thread that draws."""

    def __init__(self, lobby: Lobby, language: Language) -> None:
        super().__init__(language)
        self.doing = lobby.forgetting
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="forgetting")

    def on_unmount(self) -> None:
        self._aside.shutdown(wait=False)

    @abstractmethod
    def where(self, meeting: str) -> Words:
        """What a meeting is known by; for "" that it was written between meetings."""

    async def erase_text(self, text: finding.Written) -> None:
        doing = self.doing
        await self.part(partial(doing.losses.text, text), partial(doing.erase_text, text))

    async def choose(
        self, found: list[finding.Written], sought: str, intro: Words, least: int = 1
    ) -> list[finding.Written]:
        """One of these texts, or with `least` 0 any number; the first of them are offered."""
        offered = {one.card: one for one in found[:MOST]}
        told = {
            card: (around(one.text, sought), self.where(one.meeting))
            for card, one in offered.items()
        }
        rest = _rest(len(found) - len(offered))
        form = choosing_form(told, Joined((intro, rest), " "), least)
        chosen: list[str] = []
        await self.ask(TITLE, form, lambda a: chosen.extend(read(form, a).picked("texts")))
        return [offered[card] for card in chosen]

    async def part(self, weigh: Callable[[], Loss], erase: Callable[[], Renewed]) -> bool:
        """Tells what would go, asks, does it, and tells what became of it."""
        loss = await self.wait(weigh)
        if loss is None:
            return False
        asked = Parting(loss.question, loss.parts(), self.tongue)
        if not await self.app.push_screen_wait(asked):
            return False
        renewed = await self.wait(erase)
        if renewed is not None:
            draw = partial(parts, tuple(done(renewed)))
            await self.app.push_screen_wait(Reading(Say("It is erased"), self.tongue, draw))
        return renewed is not None

    async def ask(self, title: Words, form: Form, decide: Callable[[Answers], None]) -> bool:
        def send(answers: Answers) -> Future[None]:
            return self._aside.submit(decide, answers)

        return await self.app.push_screen_wait(Asking(title, form, self.tongue, send)) is True

    async def wait(self, doing: Callable[[], T]) -> T | None:
        """Does it beside the thread that draws; None, and it is told why, when it is refused."""
        future = self._aside.submit(doing)
        problem = await refusal(future)
        if problem is None:
            return await asyncio.wrap_future(future)
        await self.app.push_screen_wait(Telling(REFUSED, (problem.words,), self.tongue))
        return None


def _rest(more: int) -> Words:
    if not more:
        return ""
    return Count(
        "%(n)s more is not shown; write more words to find it.",
        "%(n)s more are not shown; write more words to find them.",
        more,
    )


def around(text: str, sought: str) -> str:
    """The part of a text in which these words stand; its beginning where they do not."""
    start = max(0, text.casefold().find(sought.casefold()) - LONGEST // 3)
    part = text[start : start + LONGEST]
    return ("…" if start else "") + part + ("…" if start + LONGEST < len(text) else "")
