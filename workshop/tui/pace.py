"""Does something at most so often, and always once more after the last time it was asked for."""

from collections.abc import Callable
from time import monotonic

from textual.message_pump import MessagePump
from textual.timer import Timer

EVERY = 0.1  # seconds; a room cannot follow figures that change faster


class Pace:
    """A burst of calls becomes the first at once, and the newest when the time has come."""

    def __init__(self, pump: MessagePump, do: Callable[[], None], every: float = EVERY) -> None:
        self._pump = pump
        self._do = do
        self._every = every
        self._last = float("-inf")
        self._timer: Timer | None = None

    def ask(self) -> None:
        """Now, or as soon as it may be."""
        wait = self._last + self._every - monotonic()
        if wait <= 0:
            self.now()
        elif self._timer is None:
            self._timer = self._pump.set_timer(wait, self.now)

    def now(self) -> None:
        """At once: for what somebody waits for who has pressed a key."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._do()
        self._last = monotonic()
