"""Tells open pages that they should look again: one message computed once, the same for all."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from workshop.domain.meeting import Meeting
from workshop.room import Room
from workshop.steps import AnyStep
from workshop.web.version import asks

SHORTEST_GAP = 0.05  # seconds between two messages, however many changes lie between
HEARTBEAT = 15.0  # seconds; a phone that hears nothing for longer connects anew

Version = Callable[[Meeting, AnyStep | None], str]


@dataclass(frozen=True)
class Seen:
    """What a channel says of one meeting."""

    meeting: Meeting
    version: str
    asks: str
    message: bytes


class News:
    """One channel: every listener gets the newest version, slow ones skip what lay between."""

    def __init__(self, room: Room, version: Version) -> None:
        self._room = room
        self._of = version
        self._seen: Seen | None = None
        self._sent = b""
        self._woken = asyncio.Event()
        self._closed = False
        self._pending: asyncio.TimerHandle | None = None
        self._last = 0.0

    @property
    def version(self) -> str:
        """The version of what is shown now."""
        return self._now().version

    @property
    def asks(self) -> str:
        """Which question is open now."""
        return self._now().asks

    @property
    def message(self) -> bytes:
        """What every stream is told now."""
        return self._now().message

    def heard(self, meeting: Meeting) -> None:
        """Something changed: tell now, or a little later together with what else changes."""
        if self._pending or self._closed:
            return
        loop = asyncio.get_running_loop()
        wait = max(0.0, self._last + SHORTEST_GAP - loop.time())
        self._pending = loop.call_later(wait, self._tell)

    def close(self) -> None:
        """End every stream, so that nobody has to wait for them."""
        self._closed = True
        if self._pending:
            self._pending.cancel()
        self._woken.set()

    async def stream(self, request: Request) -> Response:
        """The endpoint: server-sent events until the browser goes away."""
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._messages(), 200, headers, "text/event-stream")

    def _now(self) -> Seen:
        """Computed once for each meeting, however many look at it."""
        meeting, step = self._room.meeting, self._room.step()
        if self._seen is None or self._seen.meeting is not meeting:
            version, asked = self._of(meeting, step), asks(meeting, step)
            news = json.dumps({"version": version, "asks": asked})
            self._seen = Seen(meeting, version, asked, f"data: {news}\n\n".encode())
        return self._seen

    def _tell(self) -> None:
        self._pending = None
        self._last = asyncio.get_running_loop().time()
        if self.message != self._sent:
            self._sent = self.message
            self._woken.set()
            self._woken = asyncio.Event()

    async def _messages(self) -> AsyncIterator[bytes]:
        yield b"retry: 1500\n\n"
        while not self._closed:
            # Taken before the message is read, so that no change falls between the two.
            woken = self._woken
            yield self.message
            await _or_later(woken)


async def _or_later(woken: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(HEARTBEAT):
            await woken.wait()
    except TimeoutError:
        return
