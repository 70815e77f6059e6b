"""Who takes part."""

from collections.abc import Callable
from dataclasses import replace

from workshop.domain import event as ev
from workshop.domain.folding.changes import Changes, having
from workshop.domain.meeting import Meeting, Participant


def _joined(meeting: Meeting, event: ev.Joined, entry: ev.Entry) -> Meeting:
    before = meeting.people.get(event.person)
    person = Participant(
        id=event.person,
        party=event.party,
        organisation=event.organisation,
        language=event.language,
        phone=event.phone,
        presented=before.presented if before else False,
    )
    return replace(meeting, people=having(meeting.people, event.person, person))


def _left(meeting: Meeting, event: ev.Left, entry: ev.Entry) -> Meeting:
    return _person(meeting, event.person, lambda person: replace(person, here=False))


def _presented(meeting: Meeting, event: ev.Presented, entry: ev.Entry) -> Meeting:
    return _person(meeting, event.person, lambda person: replace(person, presented=event.done))


def _person(meeting: Meeting, person: str, change: Callable[[Participant], Participant]) -> Meeting:
    if person not in meeting.people:
        return meeting
    changed = change(meeting.people[person])
    return replace(meeting, people=having(meeting.people, person, changed))


CHANGES: Changes = {
    ev.Joined: _joined,
    ev.Left: _left,
    ev.Presented: _presented,
}
