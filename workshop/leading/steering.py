"""What the facilitator can do to the agenda: the same in the room and before the meeting."""

from collections.abc import Mapping
from functools import lru_cache

from workshop.domain.action import Action
from workshop.domain.form import Answers
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.leading import composing, placing
from workshop.leading.picking import Change, Steering
from workshop.leading.planning import Points, plan_of

CHANGES: Mapping[str, Change] = {
    change.name: change for change in (*composing.CHANGES, *placing.CHANGES)
}


def steering_of(meeting: Meeting) -> Steering:
    """The agenda of a running meeting, as its facilitator may steer it."""
    return Steering(plan_of(meeting), meeting.language, meeting.current)


@lru_cache(maxsize=4)  # asked for at every key, and the agenda seldom changes
def steering(now: Steering) -> tuple[Action, ...]:
    """All that can be done to the agenda."""
    offered = ((one, one.form(now)) for one in CHANGES.values())
    return tuple(
        Action(name=one.name, label=one.label, key=one.key, form=form, private=one.private)
        for one, form in offered
        if form is not None
    )


def steered(now: Steering, action: Action, answers: Answers) -> Points:
    """The points after an action; raises `Refused` when it cannot be done."""
    return CHANGES[action.name].do(now, filled_for(action, answers))
