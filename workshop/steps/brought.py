"""The measures that a meeting takes over from earlier ones: whose they are, and what was told."""

from collections.abc import Iterable
from datetime import date

from workshop.domain.measure import Measure, is_overdue, measures
from workshop.domain.meeting import Meeting
from workshop.domain.step import Who
from workshop.domain.words import Say

REPORTED = "reported"  # the meeting in which somebody last said how it goes
OVERDUE = Say("overdue")


def brought(meeting: Meeting) -> list[Measure]:
    """The measures of earlier meetings: overdue ones first, then by deadline."""
    found = [one for one in measures(meeting) if one.id in meeting.carried]
    return sorted(found, key=lambda one: _order(meeting, one))


def is_late(meeting: Meeting, measure: Measure) -> bool:
    """Whether its day had passed when the meeting was held, and it is still to be done."""
    return is_overdue(measure, date.fromisoformat(meeting.date))


def _order(meeting: Meeting, measure: Measure) -> tuple[bool, date]:
    return not is_late(meeting, measure), measure.deadline or date.max


def takes_part(meeting: Meeting, measure: Measure, who: Who) -> bool:
    """Whether the measure is theirs to tell of: their own, or their organisation's."""
    person = meeting.people.get(who.id)
    if person is None:
        return False
    parties = (*((measure.responsible,) if measure.responsible else ()), *measure.together)
    same = person.organisation.casefold()
    return any(p.person == who.id or p.organisation.casefold() == same for p in parties)


def is_reported(meeting: Meeting, measure: Measure) -> bool:
    """Whether somebody has said at this meeting how it goes."""
    return measure.card.values.get(REPORTED) == meeting.id


def reported(meeting: Meeting, found: Iterable[Measure]) -> int:
    """Of how many somebody has."""
    return sum(is_reported(meeting, one) for one in found)
