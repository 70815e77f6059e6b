"""One phone that floods is slowed down alone: by its cookie, never by its network address."""

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from workshop.web.door import token

AT_ONCE = 4  # requests of one phone that are worked on at the same time
MOST_WAITING = 30  # and those that wait behind them
MOST_STREAMS = 12  # open tabs that follow
BURST = 500.0  # requests, before a phone gets only
A_SECOND = 10.0
LONGEST_WAIT = 5.0  # seconds a request is held back before it is refused
MOST_PHONES = 5_000


@dataclass
class Pace:
    """What one phone may still send: its allowance is filled up as time goes by."""

    allowance: float = BURST
    since: float = 0.0
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    inside: int = 0
    streams: int = 0

    def held(self) -> float:
        """Takes one from the allowance; how many seconds until it may be used.

        Refuses what would have to be held back for long, and takes nothing for it.
        """
        now = time.monotonic()
        self.allowance = min(BURST, self.allowance + (now - self.since) * A_SECOND) - 1
        self.since = now
        wait = max(0.0, -self.allowance / A_SECOND)
        if wait > LONGEST_WAIT:
            self.allowance += 1
            raise HTTPException(429)
        return wait

    @property
    def idle(self) -> bool:
        return not self.inside and not self.streams


class Paces:
    """What each phone may still send, by the token it brings."""

    def __init__(self) -> None:
        self._paces: OrderedDict[str, Pace] = OrderedDict()

    def __len__(self) -> int:
        return len(self._paces)

    def of(self, brought: str) -> Pace:
        pace = self._paces.get(brought)
        if pace is None:
            pace = self._paces[brought] = Pace(since=time.monotonic())
        self._paces.move_to_end(brought)
        if len(self._paces) > MOST_PHONES:
            oldest = next((one for one, its in self._paces.items() if its.idle), brought)
            del self._paces[oldest]
        return pace


class Paced:
    """Stands before every page; whoever brings no token has nothing to flood with but reading."""

    def __init__(self, app: ASGIApp, paces: Paces) -> None:
        self._app = app
        self._paces = paces

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        brought = token(scope) if scope["type"] == "http" else ""
        if not brought:
            await self._app(scope, receive, send)
            return
        pace = self._paces.of(brought)
        # A stream stays open for hours: it must not take the place of answers.
        follows = scope["path"].endswith("/events")
        await (self._followed if follows else self._answered)(pace, scope, receive, send)

    async def _answered(self, pace: Pace, scope: Scope, receive: Receive, send: Send) -> None:
        """One of the few requests of this phone at a time; too many at once are refused."""
        if pace.inside >= AT_ONCE + MOST_WAITING:
            raise HTTPException(429)
        pace.inside += 1
        try:
            await pace.gate.acquire()
            try:
                if wait := pace.held():
                    await asyncio.sleep(wait)
                await self._app(scope, receive, send)
            finally:
                pace.gate.release()
        finally:
            pace.inside -= 1

    async def _followed(self, pace: Pace, scope: Scope, receive: Receive, send: Send) -> None:
        if pace.streams >= MOST_STREAMS:
            raise HTTPException(429)
        pace.streams += 1
        try:
            await self._app(scope, receive, send)
        finally:
            pace.streams -= 1
