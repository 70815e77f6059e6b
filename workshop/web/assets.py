"""The style and the script of all pages, read once from the package."""

from base64 import b64encode
from hashlib import sha256
from importlib import resources

from starlette.requests import Request
from starlette.responses import Response

from workshop.web.packed import packed

FOLDER = resources.files("workshop.web")
STYLE = (FOLDER / "static" / "app.css").read_text("utf-8")
# What the pages do when there is a script: follow the meeting, keep drafts, send again. Everything
# works without it. All words come from the page, in the reader's language.
PARTS = ("page", "drafts", "forms", "asking", "sending", "showing", "following", "begin")


def _joined(parts: tuple[str, ...]) -> str:
    """The parts as one function, without the comments and spaces that only people need."""
    texts = ((FOLDER / "static" / "script" / f"{name}.js").read_text("utf-8") for name in parts)
    lines = (line.strip() for text in texts for line in text.splitlines())
    kept = (line for line in lines if line and not line.startswith("//"))
    return "\n".join(("(function () {", '"use strict";', *kept, "})();", ""))


SCRIPT = _joined(PARTS)
# The address changes with the content, so that a browser may keep what it has for ever.
SCRIPT_PATH = f"/static/{sha256(SCRIPT.encode()).hexdigest()[:12]}/phone.js"

POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'",
        "script-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


async def script(request: Request) -> Response:
    """The one script, cached for a year."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return packed(request, SCRIPT, "text/javascript", headers)
