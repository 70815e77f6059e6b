"""Deadlines that were put off at a meeting: what they were when it began."""

from collections.abc import Mapping

from workshop.domain.change import Deadline, deadline_of
from workshop.domain.event import Started
from workshop.domain.measure import Measure
from workshop.domain.meeting import Meeting
from workshop.domain.words import Say, Words, said


def slipped(meeting: Meeting) -> Mapping[str, Deadline]:
    """The earlier deadline of each measure, by its id, that has another one since the meeting."""
    began = _began(meeting)
    return {
        card: before
        for card, before in began.items()
        if before and card in meeting.cards and deadline_of(meeting.cards[card].values) != before
    }


def earlier(measure: Measure, before: Mapping[str, Deadline]) -> Words:
    """The deadline a measure had, in words; "" where it is still the same."""
    old = before.get(measure.id)
    return said(EARLIER.text, day=old.words) if old else ""


EARLIER = Say("earlier %(day)s")


def _began(meeting: Meeting) -> dict[str, Deadline]:
    start = meeting.entries[0].event if meeting.entries else None
    carried = start.carried if isinstance(start, Started) else ()
    return {str(one["id"]): deadline_of(one) for one in carried}
