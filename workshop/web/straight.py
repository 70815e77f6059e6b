"""What a whole room asks within seconds goes past the framework, through the same guards."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from workshop.web.errors import Errors

Endpoint = Callable[[Request], Awaitable[Response]]


class Straight:
    """`short` leads from a method and an address to what answers there, `rest` answers all else.

    The framework wraps each request and each answer some ten times, and every wrapping waits along
    until a ballot is on disk, or as long as a phone follows. Hundreds of phones can do without;
    what is refused or fails is told by the same pages.
    """

    def __init__(
        self, short: Mapping[tuple[str, str], ASGIApp], rest: ASGIApp, errors: Errors
    ) -> None:
        self._short = short
        self._rest = rest
        self._errors = errors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        straight = scope["type"] == "http" and self._short.get((scope["method"], scope["path"]))
        if not straight:
            await self._rest(scope, receive, send)
            return
        try:
            await straight(scope, receive, send)
        except Exception as problem:
            page = await self._errors.told(Request(scope), problem)
            await page(scope, receive, send)
            if not isinstance(problem, HTTPException | ClientDisconnect):
                raise


def answering(endpoint: Endpoint) -> ASGIApp:
    """An endpoint as an application: the request in, its answer out."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        response = await endpoint(Request(scope, receive, send))
        await response(scope, receive, send)

    return app
