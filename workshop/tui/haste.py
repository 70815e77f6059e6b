"""A key pressed twice where once was meant: a clicker that bounces, a hand that is not sure."""

from time import monotonic

from workshop.domain.action import Action

QUICK = 0.7  # seconds; within them nobody has read what has changed


class Haste:
    """Knows the key that did something last, and when."""

    def __init__(self) -> None:
        self._last: tuple[str, str, str] | None = None
        self._at = float("-inf")

    def done(self, action: Action, step: str) -> None:
        """The action was done at this step just now."""
        self._last, self._at = (action.key, action.name, step), monotonic()

    def doubles(self, action: Action, step: str) -> bool:
        """Whether its key has just brought another item, or itself another meaning.

        What a key does to the same item again (the next person, one minute more) is meant.
        """
        if self._last is None or monotonic() - self._at >= QUICK:
            return False
        key, *before = self._last
        return key == action.key and before != [action.name, step]
