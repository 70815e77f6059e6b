"""What every screen about one network has in common: it reads it, asks, and keeps what is noted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from textual import work

from workshop.domain.form import Answers, Form
from workshop.domain.noted import Noted
from workshop.domain.words import Language, Words
from workshop.language import Tongue
from workshop.tui.dialogs.asking import Asking
from workshop.tui.door import Lobby
from workshop.tui.outcome import refusal
from workshop.tui.screens.drawn import DrawnScreen
from workshop.upkeep import Standing

Decide = Callable[[Answers], Noted]


class NetworkAsking(DrawnScreen):
    """`standing` is the network as it was read last; it is read anew after every change."""

    def __init__(self, lobby: Lobby, language: Language, standing: Standing) -> None:
        super().__init__(language)
        self.lobby = lobby
        self.standing = standing
        # The file is read and written beside the thread that draws.
        self._asks = False
        self.aside = ThreadPoolExecutor(1, thread_name_prefix="network")

    def on_unmount(self) -> None:
        self.aside.shutdown(wait=False)

    @property
    def tongue(self) -> Tongue:
        return super().tongue.knowing(self.standing.names)

    @property
    def network_id(self) -> str:
        return self.standing.network.id

    async def read_anew(self) -> None:
        """Reads the network again, and draws it."""
        loop, keeping = asyncio.get_running_loop(), self.lobby.keeping
        self.standing = await loop.run_in_executor(self.aside, keeping.get, self.network_id)
        self.draw()

    @work
    async def on_screen_resume(self) -> None:
        # Another screen may have changed something; a form of this one reads anew itself.
        if not self._asks:
            await self.read_anew()

    async def ask(self, title: Words, form: Form, decide: Decide) -> bool:
        """Asks, and keeps what was decided; True when something was answered."""
        done = await self.choose(title, form, lambda answers: self._note(decide, answers))
        await self.read_anew()
        return done

    async def choose(self, title: Words, form: Form, decide: Callable[[Answers], None]) -> bool:
        """Asks; `decide` runs beside the thread that draws, and may refuse."""

        def send(answers: Answers) -> Future[None]:
            return self.aside.submit(decide, answers)

        self._asks = True
        done = await self.app.push_screen_wait(Asking(title, form, self.tongue, send))
        self._asks = False
        return done is True

    def _note(self, decide: Decide, answers: Answers) -> None:
        self.lobby.keeping.note(self.network_id, decide(answers))

    async def note(self, decide: Callable[[], Noted]) -> None:
        """Keeps what needs no form; if refused, says why."""
        future = self.aside.submit(lambda: self._note(lambda answers: decide(), {}))
        problem = await refusal(future)
        if problem is not None:
            self.tell(problem.words)
        await self.read_anew()
