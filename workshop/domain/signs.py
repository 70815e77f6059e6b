"""What has to be seen of a measure at once, and its history in words."""

from collections.abc import Iterator
from datetime import date

from workshop.domain.change import Change
from workshop.domain.measure import STATUS_NAMES, Measure, is_open, is_overdue
from workshop.domain.party import Party
from workshop.domain.register import Kept
from workshop.domain.words import Day, Joined, Own, Say, Words, said

OVERDUE = Say("overdue")
BLOCKED = Say("blocked")
UNOWNED = Say("no owner yet")
UNACCEPTED = Say("not yet accepted")
NOBODY = Say("nobody")
BETWEEN, AT_MEETING = Say("between meetings"), Say("at a meeting")


def signs(measure: Measure, today: date) -> tuple[Words, ...]:
    """What somebody should see to; empty for a measure that goes well, or is closed."""
    if not is_open(measure):
        return ()
    found = (
        (OVERDUE, is_overdue(measure, today)),
        (BLOCKED, measure.status == "blocked"),
        (UNOWNED, measure.responsible is None),
        (UNACCEPTED, measure.responsible is not None and not measure.accepted),
    )
    return tuple(sign for sign, holds in found if holds)


def state(measure: Measure) -> Words:
    """How it goes, and the latest line on it."""
    note = Own(measure.note, measure.card.language) if measure.note else ""
    return Joined((STATUS_NAMES[measure.status], note), ": ")


def place(change: Change) -> Words:
    """Where it was noted."""
    return AT_MEETING if change.meeting else BETWEEN


def changes(change: Change) -> tuple[Words, ...]:
    """What one answer changed, each thing by itself."""
    return tuple(_told(change))


def _told(change: Change) -> Iterator[Words]:
    if change.status != change.status_before:
        before, after = STATUS_NAMES[change.status_before], STATUS_NAMES[change.status]
        yield Joined((before, after), " → ")
    if change.note:
        yield Own(change.note)
    if change.deadline != change.deadline_before:
        moved = Joined((change.deadline_before.words or NONE, change.deadline.words or NONE), " → ")
        yield Joined((said("Deadline %(deadline)s", deadline=moved), Own(change.reason)), ": ")
    if change.responsible != change.responsible_before:
        changed = Joined((_who(change.responsible_before), _who(change.responsible)), " → ")
        yield said("Responsible %(party)s", party=changed)
    if change.accepted and not change.accepted_before:
        yield Say("The responsible has said yes")


NONE = Say("none")


def _who(party: Party | None) -> Words:
    return party.words() if party else NOBODY


def origin(kept: Kept) -> Words:
    """When it came up, and where."""
    measure = kept.measure
    day = Day(date.fromisoformat(measure.origin_date)) if measure.origin_date else ""
    return Joined((day, AT_MEETING if measure.origin_meeting else BETWEEN), " · ")
