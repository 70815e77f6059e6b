"""The code to scan and the address to type, for pages that show others the way in."""

from collections.abc import Callable

import qrcode
from starlette.requests import Request
from starlette.responses import Response

from workshop.web.packed import packed

QUIET_ZONE = 4  # modules; a scanner needs them to find the code


class Code:
    """`address` tells what phones open; without it, the address this page was reached at."""

    def __init__(self, address: Callable[[], str] | None = None) -> None:
        self._address = address

    def address(self, request: Request) -> str:
        """Where phones join."""
        return self._address() if self._address else str(request.base_url).rstrip("/")

    async def image(self, request: Request) -> Response:
        """The endpoint: the code as a picture, black on white whatever the page's colours."""
        headers = {"Cache-Control": "no-store"}
        return packed(request, svg(self.address(request)), "image/svg+xml", headers)


def svg(address: str) -> str:
    """A scannable picture of an address."""
    code = qrcode.QRCode(border=QUIET_ZONE)
    code.add_data(address)
    rows = code.get_matrix()
    dark = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module
    )
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        'shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{dark}"/></svg>'
    )
