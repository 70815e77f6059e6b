"""Which entries of a log do not count."""

from collections.abc import Iterable

from workshop.domain.event import Entry, Undone


def cancelled(entries: Iterable[Entry]) -> frozenset[int]:
    """The numbers of all entries that do not count: undone, and the undoing not undone itself."""
    gone: set[int] = set()
    for entry in reversed(tuple(entries)):
        if isinstance(entry.event, Undone) and entry.number not in gone:
            gone.add(entry.event.number)
    return frozenset(gone)
