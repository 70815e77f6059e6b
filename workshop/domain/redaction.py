"""Removing a text for good: the one exception to a log that is only added to."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pydantic import JsonValue

from workshop.domain.event import Brought, Entry, Event, Merged, Patched, Put, Redacted, Started
from workshop.domain.meeting import Meeting
from workshop.domain.record import CardKept, Record
from workshop.domain.undone import cancelled

# What says where a card belongs and where it stands; anything else somebody wrote.
_KEPT = frozenset(
    {
        *("id", "deck", "row", "area", "measure", "role", "mark", "verdict", "status"),
        *("aim", "mode", "level", "deadline", "date", "plan_area", "outcome"),
        *("origin_meeting", "origin_date", "changed", "written_in"),
    }
)


# Says on a card itself that its text was removed, also where that was done in another meeting.
REDACTED = "redacted"
WRITTEN_IN = "written_in"  # the language of a card from an earlier meeting


def blanked(entry: Entry, card: str) -> Entry:
    """The entry without what was written on this card; the entry itself when it holds nothing."""
    event = _without(entry.event, card)
    return entry if event is None else entry.model_copy(update={"event": event})


def _without(event: Event, card: str) -> Event | None:
    match event:
        case Put() | Patched() if event.card == card:
            return event.model_copy(update={"values": blank(event.values)})
        case Merged() if event.heading == card:
            return event.model_copy(update={"text": ""})
        case Started() | Brought():
            carried = tuple(unwritten(one, str(one["id"]), card) for one in event.carried)
            if all(one is before for one, before in zip(carried, event.carried, strict=True)):
                return None
            return event.model_copy(update={"carried": carried})
        case _:
            return None


def unwritten(values: Mapping[str, JsonValue], own: str, card: str) -> Mapping[str, JsonValue]:
    """The values of the card `own` without the text of `card`: its own, or its area's words."""
    if own == card:
        return blank(values)
    if values.get("area") == card and values.get("area_text"):
        return {**values, "area_text": ""}
    return values


def blank(values: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The values of a card without what somebody wrote."""
    kept = {
        name: "" if isinstance(value, str) and name not in _KEPT else value
        for name, value in values.items()
    }
    return {**kept, REDACTED: True}


def is_blank(values: Mapping[str, JsonValue]) -> bool:
    """Whether what was written on a card was removed for good."""
    return values.get(REDACTED) is True


def texts(meeting: Meeting) -> dict[str, str]:
    """The text of every card, also of those that were taken away or undone, by its id."""
    return {card: text for card, text in _said(meeting.entries).items() if text}


def removed(meeting: Meeting, card: str) -> list[Event]:
    """The facts of removing a text: from this card, and wherever else the same text stands."""
    written = texts(meeting)
    others = [one for one, text in written.items() if text == written.get(card) and one != card]
    return [Redacted(card=one) for one in (card, *others)]


def copies(logs: Iterable[Sequence[Entry]], cards: Collection[str]) -> dict[str, str]:
    """These cards and all others that now say the same, and what they say; logs oldest first."""
    now = {card: text for log in logs for card, text in _said(log).items()}
    gone = {now[card] for card in cards if now.get(card)}
    alike = {card: text for card, text in now.items() if text in gone}
    return {**{card: now.get(card, "") for card in cards}, **alike}


def _said(log: Sequence[Entry]) -> dict[str, str]:
    """What each card says now; one that was taken away or undone, what it said last."""
    gone = cancelled(log)
    ever = {card: text for entry in log for card, text in _written(entry.event)}
    counts = (entry for entry in log if entry.number not in gone)
    return ever | {card: text for entry in counts for card, text in _written(entry.event)}


def unsaid(entry: Entry, gone: Collection[str | None]) -> Entry:
    """The entry without these texts, also where a card said one of them only for a while."""
    event = entry.event
    match event:
        case Merged() if event.text in gone:
            return entry.model_copy(update={"event": event.model_copy(update={"text": ""})})
        case Put() | Patched() if event.values.get("text") in gone:
            values = {**event.values, "text": ""}
            return entry.model_copy(update={"event": event.model_copy(update={"values": values})})
        case _:
            return entry


def _written(event: Event) -> Iterator[tuple[str, str]]:
    match event:
        case Merged():
            yield event.heading, event.text
        case Put() | Patched() if "text" in event.values:
            yield event.card, str(event.values["text"])
        case Started() | Brought():
            yield from ((str(one["id"]), str(one.get("text", ""))) for one in event.carried)
        case _:
            pass


def without_cards(record: Record, cards: Collection[str]) -> Record:
    """The record without what was written on these cards; the record itself if it holds nothing."""
    event = record.event
    if not isinstance(event, CardKept):
        return record
    values = event.values
    for card in cards:
        values = unwritten(values, event.card, card)
    if values is event.values:
        return record
    return record.model_copy(update={"event": event.model_copy(update={"values": values})})
