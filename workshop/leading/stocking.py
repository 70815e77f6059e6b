"""An item about good examples that is added in the room gets them as if it had been planned."""

from collections.abc import Iterator, Sequence

from workshop.domain.event import Brought, Event, Replanned
from workshop.domain.example import Cards
from workshop.domain.keeping import BANK
from workshop.domain.meeting import Meeting
from workshop.steps import AnyStep, step_of
from workshop.steps.bank import Bank

ADD = "plan_add"  # the action by which an item is added


def stocked(meeting: Meeting, events: Sequence[Event], examples: Cards) -> list[Event]:
    """The examples, where these events give the first place for them to a meeting without any."""
    if meeting.deck(BANK) or not examples:
        return []
    has_place = any(isinstance(step, Bank) for step in _steps(events))
    return [Brought(carried=examples)] if has_place else []


def _steps(events: Sequence[Event]) -> Iterator[AnyStep]:
    for event in events:
        if isinstance(event, Replanned):
            yield from map(step_of, event.points)
