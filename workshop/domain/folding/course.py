"""The course of a meeting: its agenda, where it is, its end, and what went out as final."""

from dataclasses import replace

from workshop.domain import event as ev
from workshop.domain.folding.changes import Changes, having
from workshop.domain.meeting import Final, Meeting


def _replanned(meeting: Meeting, event: ev.Replanned, entry: ev.Entry) -> Meeting:
    """A point that was held stays where it was, should undoing leave a plan without it."""
    points, held = list(event.points), {step for step, _ in meeting.visits}
    for place, point in enumerate(meeting.points):
        if point.id in held and all(point.id != one.id for one in event.points):
            points.insert(place, point)
    return replace(meeting, points=tuple(points)) if points else meeting


def _bell_set(meeting: Meeting, event: ev.BellSet, entry: ev.Entry) -> Meeting:
    return replace(meeting, bell=event.on)


def _entered(meeting: Meeting, event: ev.Entered, entry: ev.Entry) -> Meeting:
    if all(point.id != event.step for point in meeting.points):
        return meeting
    return replace(meeting, current=event.step, visits=(*meeting.visits, (event.step, entry.at)))


def _shut(meeting: Meeting, event: ev.Shut, entry: ev.Entry) -> Meeting:
    return replace(meeting, shut=meeting.shut | {event.step})


def _unshut(meeting: Meeting, event: ev.Unshut, entry: ev.Entry) -> Meeting:
    return replace(meeting, shut=meeting.shut - {event.step})


def _stretched(meeting: Meeting, event: ev.Stretched, entry: ev.Entry) -> Meeting:
    minutes = meeting.stretched.get(event.step, 0) + event.minutes
    return replace(meeting, stretched=having(meeting.stretched, event.step, minutes))


def _turned(meeting: Meeting, event: ev.Turned, entry: ev.Entry) -> Meeting:
    return replace(meeting, pages=having(meeting.pages, event.step, event.page))


def _sought(meeting: Meeting, event: ev.Sought, entry: ev.Entry) -> Meeting:
    return replace(meeting, sought=having(meeting.sought, event.step, event.words))


def _ended(meeting: Meeting, event: ev.Ended, entry: ev.Entry) -> Meeting:
    return replace(meeting, ended=True, ended_at=entry.at)


def _finalised(meeting: Meeting, event: ev.Finalised, entry: ev.Entry) -> Meeting:
    day = entry.at[:10]
    final = Final(event.document, event.version, event.override, day, entry.number)
    return replace(meeting, finals=(*meeting.finals, final))


CHANGES: Changes = {
    ev.Replanned: _replanned,
    ev.BellSet: _bell_set,
    ev.Entered: _entered,
    ev.Shut: _shut,
    ev.Unshut: _unshut,
    ev.Stretched: _stretched,
    ev.Turned: _turned,
    ev.Sought: _sought,
    ev.Ended: _ended,
    ev.Finalised: _finalised,
}
