"""Deadlines that were put off at a meeting: what they were when it began."""

from collections.abc import Mapping

from workshop.domain.change import BEFORE, Deadline, Values, deadline_of
from workshop.domain.event import Started
from workshop.domain.keeping import MEASURES
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


def put_off(meeting: Meeting) -> Mapping[str, Deadline]:
    """The deadline before the present one, by measure, whenever that was given up."""
    kept = {card.id: _before(card.values) for card in meeting.deck(MEASURES)}
    return {**{card: before for card, before in kept.items() if before}, **slipped(meeting)}


def _before(values: Values) -> Deadline:
    known = {name: values.get(f"{name}{BEFORE}") for name in ("deadline", "deadline_words")}
    return deadline_of(known)


def earlier(measure: Measure, before: Mapping[str, Deadline]) -> Words:
    """The deadline a measure had, in words; "" where it is still the same."""
    old = before.get(measure.id)
    return said(EARLIER.text, day=old.words) if old else ""


EARLIER = Say("earlier %(day)s")


def _began(meeting: Meeting) -> dict[str, Deadline]:
    start = meeting.entries[0].event if meeting.entries else None
    carried = start.carried if isinstance(start, Started) else ()
    return {str(one["id"]): deadline_of(one) for one in carried}
