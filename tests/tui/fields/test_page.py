"""What stands on the terminal after each repaint, as it would be read there."""

import re
from pathlib import Path
from typing import Any

from tests.meetings import step
from tests.tui.playing import Play, reads, screen, typed, welcomed
from tests.tui.stand import Foyer, stand

HOPES = step("text", "hello")
SIZE = (100, 30)
CODES = re.compile(r"\x1b\[(?P<row>\d+);(?P<column>\d+)H|\x1b\[[0-9;?]*[A-Za-z]|(?P<text>[^\x1b]+)")


class Glass:
    """A terminal that keeps what is written on it where it is written."""

    def __init__(self, pilot: Play) -> None:
        self.cells = [[" "] * SIZE[0] for _ in range(SIZE[1])]
        self._console = pilot.app.console
        self._place = (0, 0)
        self._write(screen(pilot))
        pilot.app._display = self.display  # type: ignore[method-assign,assignment]

    def display(self, _screen: object, update: Any) -> None:
        for found in CODES.finditer(update.render_segments(self._console) if update else ""):
            if found["row"]:
                self._place = (int(found["row"]) - 1, int(found["column"]) - 1)
            else:
                self._write(found["text"] or "")

    def _write(self, text: str) -> None:
        for letter in text:
            row, column = self._place
            if letter == "\n":
                self._place = (row + 1, 0)
            else:
                self.cells[row][column] = letter
                self._place = (row, column + 1)

    def reading(self) -> str:
        return "\n".join("".join(line).rstrip() for line in self.cells)


async def test_nothing_stays_behind_when_the_cursor_goes_down_a_long_form(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        async with welcomed(Foyer(host), SIZE) as pilot:
            await pilot.press("enter")
            await reads(pilot, "Network (needed)")
            glass = Glass(pilot)
            await pilot.press("tab")
            await typed(pilot, "North")
            for _ in range(3):
                await pilot.press("tab")
                await pilot.pause(0.2)
                assert glass.reading() == screen(pilot)
