"""Tells open pages that they should look again: one message computed once, the same for all."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from workshop.domain.meeting import Meeting
from workshop.room import Room
from workshop.steps import AnyStep
from workshop.web.door import visitor
from workshop.web.version import asks

SHORTEST_GAP = 0.05  # seconds between two messages, however many changes lie between
HEARTBEAT = 10.0  # seconds; a phone that hears nothing for longer says that we are gone

Version = Callable[[Meeting, AnyStep | None], str]
Own = Callable[[Meeting], Mapping[str, str]]


@dataclass(frozen=True)
class Seen:
    """What a channel says of one meeting; `own` maps people to a mark of what only they see."""

    meeting: Meeting
    version: str
    asks: str
    own: Mapping[str, str] = field(default_factory=dict)

    def version_for(self, person: str) -> str:
        return self.version + self.own.get(person, "")

    @cached_property
    def message(self) -> bytes:
        """The same bytes for all but the few who see something of their own."""
        return self._message(self.version)

    def message_for(self, person: str) -> bytes:
        own = person in self.own
        return self._message(self.version_for(person)) if own else self.message

    def _message(self, version: str) -> bytes:
        return f"data: {json.dumps({'version': version, 'asks': self.asks})}\n\n".encode()


class News:
    """One channel: every listener gets the newest version, slow ones skip what lay between."""

    def __init__(self, room: Room, version: Version, own: Own = lambda meeting: {}) -> None:
        self._room = room
        self._of = version
        self._own = own
        self._seen: Seen | None = None
        self._told: Seen | None = None
        self._woken = asyncio.Event()
        self._closed = False
        self._beats = 0
        self._beating: asyncio.TimerHandle | None = None
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

    def version_for(self, person: str) -> str:
        """The version of what this person is shown now."""
        return self._now().version_for(person)

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
        for timer in (self._pending, self._beating):
            if timer:
                timer.cancel()
        self._woken.set()

    async def stream(self, request: Request) -> Response:
        """The endpoint: server-sent events until the browser goes away."""
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        if self._beating is None:
            self._beat_later()
        phone = visitor(request, self._room.meeting).phone
        return StreamingResponse(self._messages(phone), 200, headers, "text/event-stream")

    def _now(self) -> Seen:
        """Computed once for each meeting, however many look at it."""
        meeting, step = self._room.meeting, self._room.step()
        if self._seen is None or self._seen.meeting is not meeting:
            version, asked = self._of(meeting, step), asks(meeting, step)
            self._seen = Seen(meeting, version, asked, self._own(meeting))
        return self._seen

    def _tell(self) -> None:
        self._pending = None
        self._last = asyncio.get_running_loop().time()
        now, told = self._now(), self._told
        if told is None or (now.message, now.own) != (told.message, told.own):
            self._told = now
            self._wake()

    def _beat(self) -> None:
        """Says all again to all: a phone that hears nothing for long would think we are gone."""
        self._beats += 1
        self._wake()
        self._beat_later()

    def _beat_later(self) -> None:
        self._beating = asyncio.get_running_loop().call_later(HEARTBEAT, self._beat)

    def _wake(self) -> None:
        self._woken.set()
        self._woken = asyncio.Event()

    async def _messages(self, phone: str) -> AsyncIterator[bytes]:
        yield b"retry: 1500\n\n"
        said = (b"", -1)
        while not self._closed:
            # Taken before the message is read, so that no change falls between the two.
            woken, now = self._woken, self._now()
            message = now.message_for(now.meeting.phones.get(phone, phone))
            if (message, self._beats) != said:
                said = (message, self._beats)
                yield message
            await woken.wait()
