"""Lines of a picture: what every drawing is made of, the first screen's too."""

from textual.content import Content

Lines = tuple[Content, ...]
BLANK = Content("")


def padded(line: Content, width: int) -> Content:
    """The line made `width` cells wide with spaces."""
    return line.pad_right(max(0, width - line.cell_length))
