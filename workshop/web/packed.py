"""Answers made small for the wire: on a poor network every kilobyte is felt."""

import gzip
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

SMALLEST = 500  # bytes; below this there is nothing to win


def packed(
    request: Request, text: str, media_type: str, headers: Mapping[str, str], status: int = 200
) -> Response:
    """The answer, compressed if it is worth it and the browser can read that."""
    content = text.encode()
    if len(content) < SMALLEST:
        return Response(content, status, headers, media_type)
    told = {**headers, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        told["Content-Encoding"] = "gzip"
        content = gzip.compress(content, 6, mtime=0)
    return Response(content, status, told, media_type)
