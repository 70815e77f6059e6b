"""One open page that follows: server-sent events until it goes away or the server stops."""

import asyncio
from collections.abc import Callable

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
RETRY = b"retry: 1500\n\n"  # milliseconds until a browser connects anew


class Stream(Response):
    """`newest` gives what the page should know now, `streams` holds all that follow like it.

    The framework's own stream wakes a page through all that its request came in through, which
    takes half as long again where thousands are told at once. A page that reads slowly waits alone,
    and misses only what was overtaken meanwhile.
    """

    media_type = "text/event-stream"

    def __init__(self, newest: Callable[[], bytes], streams: dict["Stream", None]) -> None:
        super().__init__(headers=HEADERS)
        del self.headers["content-length"]
        self._newest = newest
        self._streams = streams
        self._woken = asyncio.Event()
        self._open = True
        self._said = b""

    def wake(self, again: bool = False) -> None:
        """There may be something new to say; what was said already is said again if need be."""
        self._said = b"" if again else self._said
        self._woken.set()

    def end(self) -> None:
        """Nothing more is said."""
        self._open = False
        self._woken.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        telling = asyncio.create_task(self._tell(send))
        self._streams[self] = None
        try:
            # Until the page is gone, or all is said: then the server says so here too.
            while (await receive())["type"] != "http.disconnect":
                pass
        except asyncio.CancelledError:
            telling.cancel()
            raise
        finally:
            self._streams.pop(self, None)
            self.end()
        await telling

    async def _tell(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        try:
            await send(_part(RETRY))
            while self._open:
                await self._tell_newest(send)
                await self._woken.wait()
        finally:
            await send(_part(b"", more=False))

    async def _tell_newest(self, send: Send) -> None:
        # Before the message is read, so that no change falls between the two.
        self._woken.clear()
        message = self._newest()
        if message != self._said:
            self._said = message
            await send(_part(message))


def _part(body: bytes, more: bool = True) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": more}
