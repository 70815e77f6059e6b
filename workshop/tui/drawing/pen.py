"""What drawing needs to know: the language, the width, how much air, and a few ways to write."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from textual.content import Content
from textual.style import Style

from workshop.domain.words import Words
from workshop.language import Tongue
from workshop.tui.drawing.letters import drawable, large, length
from workshop.tui.drawing.lines import BLANK, Lines, padded

QUIET = "$quiet"
STRONG = "bold $strong"
WARNING = "bold $warning-ink"
SPACE = 3
LETTER = 2.7  # cells a large letter takes, on average


@dataclass(frozen=True)
class Pen:
    """`airy` is how many blank lines stand between things, `big` whether a
    few things may stand in large letters, `scaled` whether everything does;
    a list stands in so many `columns` where they are wide enough. `loud` makes what
    everything is about, a figure or a heading, so many times as large as large letters.
    """

    tongue: Tongue
    width: int
    airy: int = 1
    big: bool = True
    scaled: bool = False
    columns: int = 1
    loud: int = 0

    def narrow(self, width: int) -> "Pen":
        return replace(self, width=max(1, width))

    def say(self, words: Words, style: str = "") -> Content:
        """The words as plain content: nothing in them is ever read as markup."""
        return Content.styled(self.tongue(words), style) if style else Content(self.tongue(words))

    def write(self, words: Words, style: str = "") -> Lines:
        """The words wrapped to the width."""
        return self.wrap(self.say(words, style))

    def wrap(self, content: Content) -> Lines:
        drawn = large(content.plain, self.width) if self.scaled else None
        if drawn is not None:
            return tuple(Content.styled(line, _style(content)) for line in drawn)
        return tuple(line.rstrip() for line in content.wrap(max(2, self.width)))

    def hang(self, sign: Content, content: Content) -> Lines:
        """A sign, and the content wrapped beside it."""
        if self.scaled and not drawable(content.plain):
            return replace(self, scaled=False).hang(sign, content)
        inset = self.inset(sign)
        lines = self.narrow(self.width - inset).wrap(content)
        # A sign that has no large form (a bar at the side) goes along all lines.
        head = self.wrap(sign) if self._enlarges(sign) or not self.scaled else (sign,) * len(lines)
        rows = zip_longest(head, lines, fillvalue=BLANK)
        return tuple(padded(left, inset) + line for left, line in rows)

    def inset(self, sign: Content) -> int:
        """How far in what hangs on a sign begins."""
        if not self._enlarges(sign):
            return sign.cell_length
        return length(sign.plain.rstrip()) + SPACE

    def length(self, content: Content) -> int:
        """How many cells the content takes on one line."""
        return length(content.plain) if self._enlarges(content) else content.cell_length

    def _enlarges(self, content: Content) -> bool:
        return self.scaled and drawable(content.plain)

    def cells(self, letters: int) -> int:
        """How many cells about so many letters take."""
        return round(letters * LETTER) if self.scaled else letters

    def enlarge(
        self, words: Words, style: str, lines: int, wide: bool = False, zoom: int = 1
    ) -> Lines | None:
        """The words in large letters; None where they do not fit in so many lines."""
        drawn = large(self.tongue(words), self.width, wide, zoom) if self.big else None
        if drawn is None or len(drawn) > lines:
            return None
        return tuple(Content.styled(line, style) for line in trimmed(drawn))


def trimmed(lines: Sequence[str]) -> Sequence[str]:
    """Without empty lines at both ends."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else lines


def _style(content: Content) -> str | Style:
    """The style that most of the content has; large letters have one."""
    return content.spans[0].style if content.spans else ""
