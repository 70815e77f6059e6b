"""What stands before every page: forms from elsewhere and oversized ones are turned away."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workshop.web.headers import header
from workshop.web.posted import LARGEST_BODY

PATIENCE = 60.0  # seconds for a whole form, also over a very slow network


class Guarded:
    """Turns away forms sent from another site, and bodies no page of ours would send.

    `address` is what phones open, where a proxy may speak to us under another name.
    """

    def __init__(self, app: ASGIApp, address: Callable[[], str] | None = None) -> None:
        self._app = app
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        if not self._from_here(scope):
            raise HTTPException(403)
        await self._app(scope, _limited(receive, scope), send)

    def _from_here(self, scope: Scope) -> bool:
        origin = header(scope, b"origin")
        if origin is None:
            return True
        # A tunnel or proxy speaks to us under another name; some tell the public one beside.
        hosts = (header(scope, b"host"), header(scope, b"x-forwarded-host"))
        told = origin.partition("://")[2]
        return bool(told) and (told in hosts or self._is_public(told))

    def _is_public(self, host: str) -> bool:
        return self._address is not None and host == urlsplit(self._address()).netloc


def _limited(receive: Receive, scope: Scope) -> Receive:
    """Half a form that never becomes whole is not waited for.

    The server hands on an empty part now and then while there is no other, so that no form needs a
    timer of its own: hundreds of ballots a second pass here.
    """
    size = 0
    until = time.monotonic() + PATIENCE
    declared = header(scope, b"content-length") or "0"
    too_large = declared.isdigit() and int(declared) > LARGEST_BODY

    async def received() -> Message:
        nonlocal size
        if too_large:
            raise HTTPException(413)
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise HTTPException(413)
        if message.get("more_body", False) and time.monotonic() > until:
            raise HTTPException(408, headers={"Connection": "close"})
        return message

    return received
