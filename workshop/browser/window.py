"""Serves the page with the terminal app in it, to this computer alone.

The page's terminal comes with textual-serve; its own server would start the program, and with it
the phones' server, anew each time the page is loaded. Here the meeting runs on beside the page.
"""

import asyncio
import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from html import escape
from importlib.resources import files
from importlib.util import find_spec
from string import Template

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

from workshop.browser.driver import PageDriver, writing_to
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say
from workshop.language import tongue
from workshop.tui.app import WorkshopApp

HOME = "127.0.0.1"
LETTERS = 16  # pixels; the browser's zoom makes them larger
TICK = 0.1
MISSING = Say(
    "The window in a browser needs one more package. In the folder of the program, run: "
    ".venv/bin/python -m pip install textual-serve (Windows: .venv\\Scripts\\python). Then try "
    "again, or leave out --browser to use the terminal."
)
CLOSED = Say("The stage is closed in this window. The meeting is kept.")
AGAIN = Say("Show the stage again")


class Window:
    """One address with a secret in it: other pages in the same browser must not find it."""

    def __init__(self, stage: Callable[[], WorkshopApp], language: Language) -> None:
        """`stage` makes the app anew each time the page is loaded. Raises `Refused`."""
        self._terminal = _terminal()
        self._stage = stage
        self._language = language
        self._socket = socket.create_server((HOME, 0))
        self._secret = secrets.token_urlsafe(16)
        self._server = uvicorn.Server(
            uvicorn.Config(
                self._routes(),
                log_config=None,
                ws="websockets-sansio",
                lifespan="off",
                timeout_graceful_shutdown=2,
            )
        )

    @property
    def address(self) -> str:
        return f"http://{HOME}:{self._socket.getsockname()[1]}/{self._secret}/"

    def run(self) -> None:
        """Until the meeting is left in the page, or Ctrl+C is pressed in the terminal."""
        os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color"}
        self._server.run(sockets=[self._socket])

    def close(self) -> None:
        self._server.should_exit = True

    def _routes(self) -> Starlette:
        under = f"/{self._secret}"
        static = StaticFiles(directory=self._terminal)
        return Starlette(
            routes=[
                Route(f"{under}/", self._page),
                WebSocketRoute(f"{under}/ws", self._shown),
                Mount(f"{under}/static", static),
            ]
        )

    async def _page(self, request: Request) -> Response:
        say = tongue(self._language)
        told = {"title": "workshop", "closed": say(CLOSED), "again": say(AGAIN)}
        there = self.address.replace("http:", "ws:") + "ws"
        fixed = {"language": self._language, "socket": there, "size": str(LETTERS)}
        page = Template(files("workshop.browser").joinpath("page.html").read_text("utf-8"))
        words = {name: escape(text) for name, text in (told | fixed).items()}
        return HTMLResponse(page.substitute(words), headers={"Referrer-Policy": "no-referrer"})

    async def _shown(self, page: WebSocket) -> None:
        await page.accept()
        queue: asyncio.Queue[str] = asyncio.Queue()
        app = self._stage()
        app.driver_class = writing_to(queue.put_nowait)
        size = _number(page, "width", 80), _number(page, "height", 24)
        showing = asyncio.create_task(app.run_async(size=size))
        beside = [
            asyncio.create_task(_send(page, queue)),
            asyncio.create_task(_listen(page, app)),
            asyncio.create_task(_tick(app)),
        ]
        listening = beside[1]
        await asyncio.wait({showing, listening}, return_when=asyncio.FIRST_COMPLETED)
        ended = showing.done()
        if not ended:
            app.exit()
        await asyncio.wait({showing}, timeout=5)
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        if ended:
            with suppress(RuntimeError, WebSocketDisconnect):
                await page.close()
        # After a fault the page shows the meeting again where it is; left is left.
        if ended and not app.return_code:
            self.close()


async def _send(page: WebSocket, queue: asyncio.Queue[str]) -> None:
    """Sends all that has been drawn meanwhile as one message."""
    while True:
        parts = [await queue.get()]
        while not queue.empty():
            parts.append(queue.get_nowait())
        await page.send_bytes("".join(parts).encode("utf-8", "replace"))


async def _listen(page: WebSocket, app: WorkshopApp) -> None:
    with suppress(WebSocketDisconnect):
        while True:
            match await page.receive_json():
                case ["stdin", str(data)] if isinstance(app._driver, PageDriver):
                    app._driver.typed(data)
                case ["resize", {"width": int(width), "height": int(height)}] if isinstance(
                    app._driver, PageDriver
                ):
                    app._driver.resize(width, height)
                case ["ping", data]:
                    await page.send_json(["pong", data])
                case _:
                    pass


async def _tick(app: WorkshopApp) -> None:
    while True:
        await asyncio.sleep(TICK)
        if isinstance(app._driver, PageDriver):
            app._driver.tick()


def _number(page: WebSocket, name: str, least: int) -> int:
    given = page.query_params.get(name, "")
    return max(least, int(given)) if given.isdecimal() and len(given) < 5 else least


def _terminal() -> str:
    """The folder with the page's terminal; found without loading the package."""
    found = find_spec("textual_serve")
    if found is None or not found.submodule_search_locations:
        raise Refused(MISSING)
    return f"{found.submodule_search_locations[0]}/static"
