"""Keys in turn: each reaches what the key before it opened or went to.

The framework passes a key on at once, to what has the cursor then. Whoever types fast, on a
computer that is busy, would write in the field just left, or give commands meant as a text.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from textual.app import App
from textual.events import Event
from textual.message_pump import MessagePump
from textual.worker import Worker

# Seconds after which a key no longer holds up the next. Long enough for a dialog to open on a
# computer that is busy with other things; only a fault in the program takes longer.
PATIENCE = 5.0
ROUNDS = 2  # what a key does is told one step later, by another message

Pass = Callable[[Event], Awaitable[None]]


class Keyboard:
    """Holds keys back until the one before them has done what it does."""

    def __init__(self, app: App[None], pass_on: Pass) -> None:
        self._app = app
        self._pass_on = pass_on
        self._held: deque[Event] = deque()
        self._settling: Worker[None] | None = None

    async def press(self, event: Event) -> None:
        """Passes a key on, or keeps it for its turn."""
        if self._settling is not None and not self._settling.is_finished:
            self._held.append(event)
            return
        await self._pass_on(event)
        self._settling = self._app.run_worker(self._settle(), group="keys")

    async def _settle(self) -> None:
        await self._settled()
        while self._held:
            await self._pass_on(self._held.popleft())
            await self._settled()

    async def _settled(self) -> None:
        """Waits until what has the cursor, all around it and what it opened have come to rest."""
        try:
            async with asyncio.timeout(PATIENCE):
                before = self._app.screen
                for one in self._concerned():
                    await _rested(one)
                if self._app.screen is not before:
                    await _rested(self._app.screen)
                    await _rested(self._app)  # it is the app that gives the cursor away
        except TimeoutError:
            return

    def _concerned(self) -> list[MessagePump]:
        here = self._app.focused or self._app.screen
        return [*here.ancestors_with_self]


async def _rested(one: MessagePump) -> None:
    for _ in range(ROUNDS):
        rested = asyncio.Event()
        if not one.call_later(rested.set):
            return
        await rested.wait()
