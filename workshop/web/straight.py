"""An endpoint that a whole room calls within seconds, without what it does not need."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send


class Straight:
    """Answers by `endpoint`; what that raises is left to those who handle it for all addresses.

    The framework wraps a plain function twice more, which ballots by the hundred can do without.
    """

    def __init__(self, endpoint: Callable[[Request], Awaitable[Response]]) -> None:
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._endpoint(Request(scope, receive, send))
        await response(scope, receive, send)
