"""A phone's line to the server: HTTP over a bare socket, so that the measuring costs little."""

import asyncio
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode

if sys.platform != "win32":
    import resource

HOST = "127.0.0.1"
PATIENCE = 60.0
TOO_MANY = (
    "This needs %(lines)s connections at a time, and this computer allows a program %(most)s. "
    "Ask for fewer phones, or for more connections (ulimit -Hn as administrator)."
)


def allow(lines: int) -> None:
    """Lets this process, and those it starts, hold so many connections; ends it in words if not."""
    if sys.platform == "win32":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= lines:
        return
    if hard != resource.RLIM_INFINITY and hard < lines:
        sys.exit(TOO_MANY % {"lines": lines, "most": hard})
    resource.setrlimit(resource.RLIMIT_NOFILE, (lines, hard))


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    text: str


class News(asyncio.Protocol):
    """One stream of news; `heard` is when each new thing it said arrived.

    Read by hand: one program is all the phones, and readers made for comfort would take longer to
    hear two thousand messages than the server takes to send them.
    """

    def __init__(self) -> None:
        self.heard: list[float] = []
        self._over = False
        self._rest = self._said = b""
        self._transport: asyncio.Transport | None = None

    def begin(self, transport: asyncio.Transport, request: bytes) -> None:
        self._transport = transport
        transport.write(request)

    def data_received(self, data: bytes) -> None:
        *messages, self._rest = (self._rest + data).split(b"\n\n")
        for message in messages:
            _, mark, said = message.partition(b"data: ")
            if mark and said != self._said:
                self._said = said
                self.heard.append(time.perf_counter())

    def connection_lost(self, problem: Exception | None) -> None:
        self._over = True

    def knows(self, things: int) -> bool:
        """Whether so many new things were heard; raises `EOFError` when they can come no more."""
        if self._over and len(self.heard) < things:
            raise EOFError("the stream of news ended")
        return len(self.heard) >= things

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


@dataclass
class Line:
    """One connection kept open, with a phone's cookies; connects anew when it was closed."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def get(self, path: str = "/") -> Answer:
        return await self._ask(self.request("GET", path), 0.0)

    async def post(self, path: str, values: Mapping[str, list[str]], slow: float = 0.0) -> Answer:
        """Sends a form; `slow` spreads it over so many seconds, as a bad network does."""
        return await self._ask(self.request("POST", path, values), slow)

    async def send(self, request: bytes) -> Answer:
        """Sends bytes that `request` made earlier."""
        return await self._ask(request, 0.0)

    def request(
        self, method: str, path: str, values: Mapping[str, list[str]] | None = None
    ) -> bytes:
        body = urlencode(dict(values or {}), doseq=True).encode()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = [f"{method} {path} HTTP/1.1", f"Host: {HOST}:{self.port}"]
        head += [f"Cookie: {cookies}"] if cookies else []
        if method == "POST":
            head += ["Content-Type: application/x-www-form-urlencoded"]
            head += [f"Content-Length: {len(body)}"]
        return "\r\n".join([*head, "", ""]).encode() + body

    async def follow(self, path: str) -> "News":
        """A stream of news, opened on a connection of its own."""
        loop = asyncio.get_running_loop()
        transport, news = await loop.create_connection(News, HOST, self.port)
        news.begin(transport, self.request("GET", path))
        return news

    async def close(self) -> None:
        writer, self._reader, self._writer = self._writer, None, None
        if writer is not None:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _ask(self, request: bytes, slow: float) -> Answer:
        """A line that broke is tried again once: sending twice counts once."""
        async with asyncio.timeout(PATIENCE):
            try:
                return await self._once(request, slow)
            except (OSError, asyncio.IncompleteReadError):
                await self.close()
                return await self._once(request, slow)

    async def _once(self, request: bytes, slow: float) -> Answer:
        reader, writer = await self._connected()
        parts = 4 if slow else 1
        size = -(-len(request) // parts)
        for start in range(0, len(request), size):
            writer.write(request[start : start + size])
            await asyncio.sleep(slow / parts)
        return await self._read(reader)

    async def _read(self, reader: asyncio.StreamReader) -> Answer:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in head[1:]:
            name, _, value = line.partition(": ")
            if name.lower() == "set-cookie":
                key, _, kept = value.partition(";")[0].partition("=")
                self.cookies[key] = kept
            headers[name.lower()] = value
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection") == "close":
            await self.close()
        return Answer(int(head[0].split()[1]), headers, body.decode())

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(HOST, self.port)
        return self._reader, self._writer
