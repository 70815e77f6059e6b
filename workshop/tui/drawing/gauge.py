"""Draws a bar, to an eighth of a cell."""

from textual.content import Content

THICK = 2  # lines, beside large letters
EIGHTHS = " ▏▎▍▌▋▊▉"


def gauge(share: float, length: int) -> Content:
    """So much of the length is filled; `share` is from 0 to 1."""
    full, part = divmod(round(share * length * 8), 8)
    filled = "█" * full + (EIGHTHS[part] if part else "")
    return Content.assemble(
        (filled, "$bar on $bar-ground"), (" " * (length - len(filled)), "on $bar-ground")
    )
