"""Serves the pages as a guest on the running event loop: no signals, no logging set up, no fuss."""

import asyncio
import socket
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.loops.auto import auto_loop_factory

from workshop.web.listening import bound

if sys.platform != "win32":
    import resource

GRACE = 1  # seconds for requests under way when the server stops
MOST_OPEN = 8_192  # connections and files
TICKS = 10  # of the server, ten a second
SILENCE = 20  # seconds a connection may take to say what it wants


def fast_loop() -> asyncio.AbstractEventLoop:
    """The event loop that serves fastest on this system."""
    return auto_loop_factory()()


class Server:
    """`port` is the real one after `start`, also when 0 (any free port) was asked for.

    It serves a socket that listens already, where one is given.
    """

    def __init__(
        self,
        app: ASGIApp,
        port: int = 0,
        host: str = "0.0.0.0",
        listening: socket.socket | None = None,
    ) -> None:
        self.port = port
        self._host = host
        self._listening = listening
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="on",
            ws="none",
            server_header=False,
            # Nobody's network address is asked for; the guard reads a tunnel's name by itself.
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE,
        )
        self._guest = _Guest(config)
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Returns when pages are served; raises `Refused` when the port cannot be had."""
        allow_many()
        listening = self._listening or bound(self._host, self.port)
        self.port = listening.getsockname()[1]
        self._serving = asyncio.create_task(self._guest.serve([listening]))
        while not self._guest.started and not self._serving.done():
            await asyncio.sleep(0.005)
        if self._serving.done():
            await self._serving

    async def stop(self) -> None:
        """Ends the open streams, lets requests under way finish, and frees the port."""
        self._guest.should_exit = True
        if self._serving is not None:
            await self._serving


class _Guest(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._silent: dict[Any, int] = {}

    async def on_tick(self, counter: int) -> bool:
        if counter % TICKS == 0:
            self._silent = _sent_away(self.server_state.connections, self._silent)
            _reminded(self.server_state.connections)
        return await super().on_tick(counter)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ctrl+C belongs to the program whose guest this is."""
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # The application first: it ends its streams, so that nobody has to wait for phones.
        await self.lifespan.shutdown()
        await super().shutdown(sockets)


def _sent_away(connections: Iterable[Any], before: Mapping[Any, int]) -> dict[Any, int]:
    """Closes connections that have not asked for anything for long; how often each was silent."""
    silent = {one: before.get(one, 0) + 1 for one in connections if _silent(one)}
    for one, times in silent.items():
        if times > SILENCE:
            one.transport.close()
    return silent


def _reminded(connections: Iterable[Any]) -> None:
    """Whoever waits for the rest of a form gets an empty part, to see how late it is."""
    for one in connections:
        cycle = getattr(one, "cycle", None)
        if cycle is not None and cycle.more_body and not cycle.response_complete:
            cycle.message_event.set()


def _silent(connection: Any) -> bool:
    """Nothing is asked, or half a question; between two, the server itself waits only shortly."""
    cycle = getattr(connection, "cycle", None)
    resting = getattr(connection, "timeout_keep_alive_task", None) is not None
    return (cycle is None or cycle.response_complete) and not resting


def allow_many() -> None:
    """Every phone holds a stream and a connection; many systems allow 256 or 1,024 in all."""
    if sys.platform != "win32":
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = MOST_OPEN if hard == resource.RLIM_INFINITY else min(MOST_OPEN, hard)
        if soft != resource.RLIM_INFINITY and soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
