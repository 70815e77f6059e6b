"""Tells open pages that they should look again: one message computed once, the same for all."""

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from workshop.domain.meeting import Meeting
from workshop.room import Room
from workshop.steps import AnyStep
from workshop.web.door import visitor
from workshop.web.stream import Stream
from workshop.web.version import asks

SHORTEST_GAP = 0.05  # seconds between two messages, however many changes lie between
TOLD_AT_ONCE = 200  # pages
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
        self._streams: dict[Stream, None] = {}
        self._closed = False
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
        for stream in tuple(self._streams):
            stream.end()

    async def stream(self, request: Request) -> Response:
        """The endpoint: server-sent events until the browser goes away."""
        if self._beating is None:
            self._beat_later()
        phone = visitor(request, self._room.meeting).phone
        stream = Stream(lambda: self._message_for(phone), self._streams)
        if self._closed:
            stream.end()
        return stream

    def _message_for(self, phone: str) -> bytes:
        now = self._now()
        return now.message_for(now.meeting.phones.get(phone, phone))

    def _now(self) -> Seen:
        """Computed once for each meeting, however many look at it."""
        meeting, step = self._room.meeting, self._room.step()
        if self._seen is None or self._seen.meeting is not meeting:
            version, asked = self._of(meeting, step), asks(meeting, step)
            self._seen = Seen(meeting, version, asked, self._own(meeting))
        return self._seen

    def _tell(self) -> None:
        """Nothing is worked out where nobody follows."""
        self._pending = None
        if not self._streams:
            return
        self._last = asyncio.get_running_loop().time()
        now, told = self._now(), self._told
        if told is None or (now.message, now.own) != (told.message, told.own):
            self._told = now
            self._wake()

    def _beat(self) -> None:
        """Says all again to all: a phone that hears nothing for long would think we are gone."""
        self._wake(again=True)
        self._beat_later()

    def _beat_later(self) -> None:
        self._beating = asyncio.get_running_loop().call_later(HEARTBEAT, self._beat)

    def _wake(self, again: bool = False) -> None:
        self._wake_some(iter(tuple(self._streams)), again)

    def _wake_some(self, waiting: Iterator[Stream], again: bool) -> None:
        """Tells one part after another, so that what others send meanwhile is answered between."""
        some = tuple(islice(waiting, TOLD_AT_ONCE))
        for stream in some:
            stream.wake(again)
        if some:
            asyncio.get_running_loop().call_soon(self._wake_some, waiting, again)
