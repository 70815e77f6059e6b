"""A result that appears bar by bar, the lowest first, so that a room can follow it."""

from collections.abc import Iterable, Sequence

from workshop.domain.sheet import Block, Tally
from workshop.tui.drawing.piece import BLANK, Lines
from workshop.tui.drawing.scene import Drawer

MOST = 20
WHOLE = 6.0  # seconds for all of them
LONGEST = 0.8  # seconds between two


class Reveal:
    """Hides the lines of bars that have not appeared yet; the layout is that of the whole."""

    def __init__(self, drawer: Drawer, bars: int) -> None:
        self._bar_of = drawer.bars()
        self._hidden = bars
        self.pause = min(LONGEST, WHOLE / bars)

    def on(self) -> bool:
        """Shows one more; False when there is none left to show."""
        self._hidden -= 1
        return self._hidden > 0

    def page(self, pages: Sequence[Lines]) -> int:
        """The page on which the next bar appears."""
        following = self._hidden - 1
        return next(
            (
                number
                for number, page in enumerate(pages)
                if any(self._bar_of.get(id(line)) == following for line in page)
            ),
            0,
        )

    def masked(self, lines: Lines) -> Lines:
        shown = len(self._bar_of)  # of lines that are no bar's
        return tuple(
            line if self._bar_of.get(id(line), shown) >= self._hidden else BLANK for line in lines
        )


def bars(blocks: Iterable[Block]) -> int:
    """How many bars there are to reveal; 0 where it would take too long, or is no result."""
    found = sum(len(block.bars) for block in blocks if isinstance(block, Tally))
    return found if 1 < found <= MOST else 0
