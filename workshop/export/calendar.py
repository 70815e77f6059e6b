"""The calendar file: each deadline as a day, and the next meeting, for any calendar program."""

import re
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

from icalendar import Calendar, Event

from workshop.domain.measure import Measure, is_open
from workshop.domain.meeting import Meeting
from workshop.domain.words import Joined, Language, Say, Words
from workshop.export.frame import speaking
from workshop.export.options import Options
from workshop.export.piece import plain
from workshop.export.register import numbered, who
from workshop.language import Tongue
from workshop.steps.followup import agreed, next_meeting

MAKER = "-//workshop//regional network meetings//EN"
_TIME = re.compile(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)\b")
_LENGTH = timedelta(hours=1)  # nobody agreed on one; an hour holds the place


def calendar(meeting: Meeting, language: Language, options: Options | None = None) -> bytes | None:
    """An .ics file in UTF-8; None when there are neither deadlines nor a next meeting.

    Identifiers stay the same, so that importing it again updates and does not double. Times are
    local: a meeting at 13.00 is at 13.00 wherever the calendar is.
    """
    tongue, chosen = speaking(meeting, language), options or Options()
    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for number, measure in numbered(meeting):
        if measure.deadline and is_open(measure):
            made.add_component(_deadline(meeting, number, measure, tongue, chosen))
    if next_meeting(meeting):
        made.add_component(_next(meeting, tongue))
    return made.to_ical() if made.subcomponents else None


def _deadline(
    meeting: Meeting, number: int, measure: Measure, tongue: Tongue, options: Options
) -> Event:
    assert measure.deadline is not None
    summary = Say("Deadline: %(measure)s", {"measure": measure.words})
    event = _event(meeting, f"measure-{measure.id}", plain(summary, tongue))
    event.add("dtstart", measure.deadline)
    event.add("dtend", measure.deadline + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("description", plain(_told(meeting, number, measure, options), tongue))
    return event


def _told(meeting: Meeting, number: int, measure: Measure, options: Options) -> Words:
    owner = who(measure.responsible, options) if measure.responsible else Say("To be clarified")
    return Joined(
        (
            Say(
                "Measure %(number)s of %(network)s", {"number": number, "network": meeting.network}
            ),
            Say("Responsible: %(who)s", {"who": owner}),
            Say("Next step: %(step)s", {"step": measure.next_step}) if measure.next_step else "",
            Say("Deadline: %(words)s", {"words": measure.due}),
        ),
        "\n",
    )


def _next(meeting: Meeting, tongue: Tongue) -> Event:
    day, card = next_meeting(meeting), agreed(meeting)
    assert day is not None and card is not None
    summary = Say("Next meeting: %(network)s", {"network": meeting.network})
    event = _event(meeting, "next-meeting", plain(summary, tongue))
    begins = _hour(day, card.value("time"))
    event.add("dtstart", begins)
    event.add("dtend", begins + (_LENGTH if isinstance(begins, datetime) else timedelta(days=1)))
    if card.value("place"):
        event.add("location", plain(card.value("place"), tongue))
    if card.value("form"):
        event.add("description", plain(card.value("form"), tongue))
    return event


def _hour(day: date, said: str) -> datetime | date:
    """The time somebody typed ("13.00", "at 9:30"); the whole day where none can be read."""
    found = _TIME.search(said)
    return datetime.combine(day, clock(int(found[1]), int(found[2]))) if found else day


def _changed(meeting: Meeting) -> datetime:
    """When the meeting was changed last: the same meeting gives the same file."""
    return datetime.fromisoformat(meeting.entries[-1].at).astimezone(UTC)


def _event(meeting: Meeting, key: str, summary: str) -> Event:
    event = Event()
    event.add("uid", f"{meeting.id}-{key}@workshop")
    event.add("dtstamp", _changed(meeting))
    # A calendar that has the event already takes the one with the higher number.
    event.add("sequence", len(meeting.entries))
    event.add("summary", " ".join(summary.split()))
    return event
