"""Time in the room: more or less of it for this item, a bell, and less for what comes."""

from workshop.domain.action import Action
from workshop.domain.event import BellSet, Event, Stretched
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused
from workshop.domain.shortening import coming, gives, late
from workshop.domain.step import Moment
from workshop.domain.words import Say

MINUTES = {"more_1": 1, "more_5": 5, "less_1": -1}
ON_TIME = Say("The meeting ends on time by plan, so nothing has to be shortened.")
NOTHING = Say("No coming item has minutes to give. Skip one instead, or agree on a later end.")


def timing(meeting: Meeting) -> list[Action]:
    """What can be done about time."""
    shorten = Action(
        name="shorten",
        label=Say("Shorten what comes, to end on time"),
        key="F",
        hint=Say("Each coming item gives some minutes. Undo gives them back."),
    )
    return [
        Action(name="more_1", label=Say("1 minute more"), key="+"),
        Action(name="more_5", label=Say("5 minutes more"), key="5"),
        Action(name="less_1", label=Say("1 minute less"), key="-"),
        *([shorten] if any(not point.locked for point in coming(meeting)) else []),
        Action(
            name="bell",
            label=Say("Switch the bell off") if meeting.bell else Say("Ring when time is up"),
            key="B",
        ),
    ]


def timed(meeting: Meeting, action: Action, moment: Moment) -> list[Event]:
    """The facts of any of these actions."""
    if action.name == "bell":
        return [BellSet(on=not meeting.bell)]
    if action.name in MINUTES:
        return [Stretched(step=meeting.current, minutes=MINUTES[action.name])]
    if not late(meeting, moment.now):
        raise Refused(ON_TIME)
    given = gives(meeting, moment.now)
    if not given:
        raise Refused(NOTHING)
    return [Stretched(step=step, minutes=-length) for step, length in given.items()]
