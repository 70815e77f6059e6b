"""Which of this computer's network addresses phones are told, also after a change of network."""

from collections.abc import Callable
from time import monotonic

from workshop.web.addresses import LOOPBACK, addresses

# Asking the system takes a few milliseconds; the stage asks at each picture.
FRESH = 3.0  # seconds


class Places:
    """`bind` other than "" or 0.0.0.0 is the only address there is."""

    def __init__(
        self,
        bind: str,
        look: Callable[[], list[str]] = addresses,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._only = "" if bind in ("", "0.0.0.0") else bind
        self._look, self._clock = look, clock
        self._chosen = ""
        self._told: list[str] = []
        self._seen: list[str] = []
        self._seen_at = float("-inf")

    def all(self) -> list[str]:
        """Best guess first; never empty."""
        if self._only:
            return [self._only]
        if self._clock() - self._seen_at > FRESH:
            self._seen, self._seen_at = self._look() or [LOOPBACK], self._clock()
        return self._seen

    def choose(self, place: str) -> None:
        self._chosen = place

    def current(self) -> str:
        """The chosen address while the computer has it, else the first that phones were told.

        A better guess that turns up later would make strangers of the phones that are here.
        """
        found = self.all()
        now = next((one for one in (self._chosen, *self._told) if one in found), found[0])
        if now not in self._told:
            self._told.append(now)
        return now
