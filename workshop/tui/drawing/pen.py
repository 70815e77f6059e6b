"""What drawing needs to know: the language, the width, how much air, and a few ways to write."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from workshop.domain.words import Words
from workshop.language import Tongue
from workshop.tui.drawing.letters import large
from workshop.tui.drawing.piece import Lines

QUIET = "$quiet"
STRONG = "bold $strong"
WARNING = "bold $warning-ink"
NARROWEST = 20


@dataclass(frozen=True)
class Pen:
    """`airy` is how many blank lines stand between things, `big` whether large letters fit."""

    tongue: Tongue
    width: int
    airy: int = 1
    big: bool = True

    def narrow(self, width: int) -> "Pen":
        return replace(self, width=max(1, width))

    def say(self, words: Words, style: str = "") -> Content:
        """The words as plain content: nothing in them is ever read as markup."""
        return Content.styled(self.tongue(words), style) if style else Content(self.tongue(words))

    def write(self, words: Words, style: str = "") -> Lines:
        """The words wrapped to the width."""
        return self.wrap(self.say(words, style))

    def wrap(self, content: Content) -> Lines:
        return tuple(line.rstrip() for line in content.wrap(max(2, self.width)))

    def hang(self, sign: Content, content: Content) -> Lines:
        """A sign, and the content wrapped beside it."""
        inset = sign.cell_length
        lines = self.narrow(self.width - inset).wrap(content)
        space = Content(" " * inset)
        return tuple((space if n else sign) + line for n, line in enumerate(lines))

    def enlarge(self, words: Words, style: str, lines: int, wide: bool = False) -> Lines | None:
        """The words in large letters; None where they do not fit in so many lines."""
        drawn = large(self.tongue(words), self.width, wide) if self.big else None
        if drawn is None or len(drawn) > lines:
            return None
        return tuple(Content.styled(line, style) for line in trimmed(drawn))


def trimmed(lines: Sequence[str]) -> Sequence[str]:
    """Without empty lines at both ends."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else lines
