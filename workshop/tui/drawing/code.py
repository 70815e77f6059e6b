"""Draws a QR code as half blocks, black on white, with the quiet zone that cameras need."""

from functools import lru_cache
from urllib.parse import urlsplit

from textual.content import Content

from workshop.tui.drawing import squares
from workshop.tui.drawing.piece import Lines

HALVES = " ▀▄█"
INK = "#000000 on #ffffff"


def largest(address: str, width: int, height: int) -> Lines:
    """The code as large as it fits; in its smallest size where it does not fit at all."""
    sizes = (3, 2)
    drawn = (code(address, size) for size in sizes)
    fits = (one for one in drawn if len(one) <= height and one[0].cell_length <= width)
    return next(fits, code(address))


@lru_cache(maxsize=16)
def code(address: str, size: int = 1) -> Lines:
    """The lines of the code for an address; a module is `size` cells wide, half as many high."""
    modules = [
        [module for module in row for _ in range(size)]
        for row in squares.squares(_shortest(address))
        for _ in range(size)
    ]
    modules += [[False] * len(modules[0])] * (len(modules) % 2)
    return tuple(
        Content.styled("".join(_half(u, d) for u, d in zip(upper, lower, strict=True)), INK)
        for upper, lower in zip(modules[::2], modules[1::2], strict=True)
    )


def short(address: str) -> str:
    """The address as somebody types it."""
    return address.removeprefix("http://").rstrip("/")


def _shortest(address: str) -> str:
    """Capitals make a smaller code, and mean the same in a host; a path keeps its letters."""
    parts = urlsplit(address)
    return address.upper() if not parts.path.strip("/") and not parts.query else address


def _half(upper: bool, lower: bool) -> str:
    return HALVES[upper | lower << 1]
