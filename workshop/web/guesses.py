"""How often a phone has typed a wrong code: after some tries it has to wait a while."""

import time
from collections import OrderedDict
from collections.abc import Callable

MOST_WRONG = 8
PAUSE = 300.0  # seconds
MOST_PHONES = 5_000


class Guesses:
    """Counted for each phone, never for a network address: a whole room may share one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def spent(self, phone: str) -> bool:
        """Whether this phone has to wait before it may try again."""
        wrong, last = self._wrong.get(phone, (0, 0.0))
        if wrong and self._clock() - last > PAUSE:
            del self._wrong[phone]
            return False
        return wrong >= MOST_WRONG

    def missed(self, phone: str) -> None:
        """One more wrong code."""
        wrong, _ = self._wrong.pop(phone, (0, 0.0))
        self._wrong[phone] = (wrong + 1, self._clock())
        if len(self._wrong) > MOST_PHONES:
            self._wrong.popitem(last=False)
