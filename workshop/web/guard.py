"""What stands before every page: forms from elsewhere and oversized ones are turned away."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workshop.web.headers import header
from workshop.web.posted import LARGEST_BODY

PATIENCE = 60.0  # seconds for a whole form, also over a very slow network


class Guarded:
    """Turns away forms sent from another site, and bodies no page of ours would send."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        if not _from_here(scope):
            raise HTTPException(403)
        await self._app(scope, _limited(receive, scope), send)


def _from_here(scope: Scope) -> bool:
    origin = header(scope, b"origin")
    if origin is None:
        return True
    # A tunnel or proxy speaks to us under another name and tells the public one beside.
    hosts = (header(scope, b"host"), header(scope, b"x-forwarded-host"))
    told = origin.partition("://")[2]
    return bool(told) and told in hosts


def _limited(receive: Receive, scope: Scope) -> Receive:
    size = 0
    until = asyncio.get_running_loop().time() + PATIENCE

    async def received() -> Message:
        nonlocal size
        declared = header(scope, b"content-length") or "0"
        if declared.isdigit() and int(declared) > LARGEST_BODY:
            raise HTTPException(413)
        message = await _in_time(receive, until)
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise HTTPException(413)
        return message

    return received


async def _in_time(receive: Receive, until: float) -> Message:
    """Half a form that never becomes whole is not waited for."""
    try:
        async with asyncio.timeout_at(until):
            return await receive()
    except TimeoutError:
        raise HTTPException(408, headers={"Connection": "close"}) from None
