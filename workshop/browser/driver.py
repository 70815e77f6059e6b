"""Draws the terminal app into a page instead of a terminal, and takes the page's keys."""

import asyncio
from collections.abc import Callable

from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.geometry import Size

BEGIN = (
    "\x1b[?1049h"  # a screen of its own
    "\x1b[?1000h\x1b[?1003h\x1b[?1006h"  # mouse
    "\x1b[?25l"  # no cursor
    "\x1b[?2004h"  # what is pasted is told apart from what is typed
)
END = "\x1b[?2004l\x1b[?1006l\x1b[?1003l\x1b[?1000l\x1b[?25h\x1b[?1049l"


class PageDriver(Driver):
    """Everything runs on the loop of the page's socket, so nothing waits for anything."""

    send: Callable[[str], None]

    @property
    def is_web(self) -> bool:
        return True

    def write(self, data: str) -> None:
        type(self).send(data)

    def flush(self) -> None:
        """What is written is sent already."""

    def start_application_mode(self) -> None:
        self._parser = XTermParser(debug=False)
        self.write(BEGIN)
        self.resize(*(self._size or (80, 24)))

    def disable_input(self) -> None:
        """Nothing to give back: the page keeps its keyboard."""

    def stop_application_mode(self) -> None:
        self.write(END)

    def typed(self, data: str) -> None:
        """Keys, clicks and pastes, as a terminal sends them."""
        for message in self._parser.feed(data):
            self.process_message(message)

    def tick(self) -> None:
        """An Escape that nothing follows was the key."""
        for message in self._parser.tick():
            self.process_message(message)

    def resize(self, width: int, height: int) -> None:
        self._size = width, height
        size = Size(width, height)
        asyncio.get_running_loop().create_task(self._app._post_message(events.Resize(size, size)))


def writing_to(send: Callable[[str], None]) -> type[PageDriver]:
    """A driver that gives what is drawn to `send`."""

    class Bound(PageDriver):
        pass

    Bound.send = staticmethod(send)
    return Bound
