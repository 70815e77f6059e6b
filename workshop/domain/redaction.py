"""Removing a text for good: the one exception to a log that is only added to."""

from collections.abc import Mapping

from pydantic import JsonValue

from workshop.domain.event import Entry, Merged, Patched, Put

# What people wrote; the rest of a card says where it belongs and may stay.
_WRITTEN = ("text", "comment")


def blanked(entry: Entry, card: str) -> Entry:
    """The entry without what was written on this card; the entry itself when it holds nothing."""
    event = entry.event
    if isinstance(event, Put | Patched) and event.card == card:
        return _holding(entry, event.model_copy(update={"values": _blank(event.values)}))
    if isinstance(event, Merged) and event.heading == card:
        return _holding(entry, event.model_copy(update={"text": ""}))
    return entry


def _holding(entry: Entry, event: Put | Patched | Merged) -> Entry:
    return entry.model_copy(update={"event": event})


def _blank(values: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    return {name: "" if name in _WRITTEN else value for name, value in values.items()}
