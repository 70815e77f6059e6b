"""Whether two logs of one meeting are one story: the one goes on where the other ends.

Texts are not compared: one that was removed for good is missing in one of them, and an entry is
known by its number, its moment and the ids drawn by chance in it.
"""

from collections.abc import Sequence

from workshop.domain.event import Brought, Entry, Merged, Patched, Put, Redacted, Started
from workshop.domain.redaction import blank


def added(ours: Sequence[Entry], theirs: Sequence[Entry]) -> tuple[Entry, ...] | None:
    """The entries that theirs has beyond ours; None when the two went on differently."""
    if any(not _same(one, other) for one, other in zip(ours, theirs, strict=False)):
        return None
    return tuple(theirs[len(ours) :])


def removed(entries: Sequence[Entry]) -> set[str]:
    """The cards whose texts these entries remove for good."""
    return {entry.event.card for entry in entries if isinstance(entry.event, Redacted)}


def _same(one: Entry, other: Entry) -> bool:
    return one == other or _bare(one) == _bare(other)


def _bare(entry: Entry) -> Entry:
    """The entry without anything that somebody wrote."""
    event = entry.event
    match event:
        case Put() | Patched():
            bare: dict[str, object] = {"values": blank(event.values)}
        case Merged():
            bare = {"text": ""}
        case Started() | Brought():
            bare = {"carried": tuple(blank(one) for one in event.carried)}
        case _:
            return entry
    return entry.model_copy(update={"event": event.model_copy(update=bare)})
