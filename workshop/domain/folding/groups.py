"""Who sits where."""

from dataclasses import replace

from workshop.domain import event as ev
from workshop.domain.folding.changes import Changes, having
from workshop.domain.meeting import Meeting, Seating


def _seated(meeting: Meeting, event: ev.Seated, entry: ev.Entry) -> Meeting:
    locked = meeting.seating.get(event.step, Seating()).locked
    seating = Seating(event.groups, locked, event.seed)
    return replace(meeting, seating=having(meeting.seating, event.step, seating))


def _moved(meeting: Meeting, event: ev.Moved, entry: ev.Entry) -> Meeting:
    seating = meeting.seating.get(event.step)
    if seating is None or not 0 <= event.group < len(seating.groups):
        return meeting
    groups = tuple(
        (*(p for p in group if p != event.person), *([event.person] if n == event.group else []))
        for n, group in enumerate(seating.groups)
    )
    return replace(
        meeting, seating=having(meeting.seating, event.step, replace(seating, groups=groups))
    )


def _locked(meeting: Meeting, event: ev.Locked, entry: ev.Entry) -> Meeting:
    seating = meeting.seating.get(event.step, Seating())
    locked = seating.locked | {event.person} if event.done else seating.locked - {event.person}
    return replace(
        meeting, seating=having(meeting.seating, event.step, replace(seating, locked=locked))
    )


CHANGES: Changes = {
    ev.Seated: _seated,
    ev.Moved: _moved,
    ev.Locked: _locked,
}
