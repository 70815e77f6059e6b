"""What the facilitator can do at any step: move, open and close, time, people, undo."""

from collections.abc import Sequence

from workshop.domain.action import Action
from workshop.domain.event import Event, Replanned, Shut, Unshut
from workshop.domain.form import Answers
from workshop.domain.joining import add, join_form
from workshop.domain.meeting import Meeting
from workshop.domain.particulars import particulars, particulars_form
from workshop.domain.refused import MovedOn
from workshop.domain.step import Moment, Who
from workshop.domain.words import Say
from workshop.leading.correcting import correct, correcting
from workshop.leading.moderating import moderated, moderating, redacting
from workshop.leading.moving import moved, moving
from workshop.leading.steering import steered, steering, steering_of
from workshop.leading.timing import timed, timing
from workshop.leading.undoing import taken_back, undoing
from workshop.steps import AnyStep, step_of

BY_HAND = Who("", by_hand=True)
GONE = Say("This cannot be done just now. The screen shows where the meeting is.")


def current(meeting: Meeting) -> AnyStep | None:
    """The step the meeting is at."""
    if not meeting.current:
        return None
    return step_of(meeting.point(meeting.current))


def actions(meeting: Meeting) -> tuple[Action, ...]:
    """What can be done now: the step's own actions first."""
    step = current(meeting)
    if step is None or meeting.ended:
        return _afterwards(meeting)
    own = tuple(step.actions(meeting))
    return (
        *own,
        *moving(meeting),
        *_opening(meeting, step),
        *_typing(meeting, step),
        Action(
            name="person",
            label=Say("Add somebody without a phone"),
            key="p",
            form=join_form(meeting, by_hand=True),
        ),
        *timing(meeting),
        *_afterwards(meeting, own),
        *steering(steering_of(meeting)),
    )


def _afterwards(meeting: Meeting, own: Sequence[Action] = ()) -> tuple[Action, ...]:
    """What can be done at any time, also when the meeting is over.

    Any text is corrected by the key that corrects the step's own texts, where it has none.
    """
    return (
        *undoing(meeting),
        _particulars(meeting),
        *correcting(meeting, "W" if any(action.key == "e" for action in own) else "e"),
        *redacting(meeting),
        *moderating(meeting),
    )


def act(meeting: Meeting, name: str, answers: Answers, moment: Moment) -> list[Event]:
    """The facts of doing it; raises `Refused` when it cannot be done now."""
    action = next((one for one in actions(meeting) if one.name == name), None)
    step = current(meeting)
    if action is None:
        raise MovedOn(GONE)
    if step is not None and not meeting.ended and action in step.actions(meeting):
        return step.act(meeting, action, answers, moment)
    match name:
        case "next" | "back" | "go" | "end":
            return moved(meeting, action, answers)
        case "shut":
            return [Shut(step=meeting.current)]
        case "unshut":
            return [Unshut(step=meeting.current)]
        case "type":
            assert step is not None
            return step.check(meeting, BY_HAND, answers, moment)
        case "person":
            return add(meeting, answers, moment)
        case "more_1" | "more_5" | "less_1" | "shorten" | "bell":
            return timed(meeting, action, moment)
        case _ if name.startswith("plan_"):
            points = steered(steering_of(meeting), action, answers)
            return [Replanned(points=points)] if points != meeting.points else []
        case "approve" | "approve_corrected" | "reject" | "redact":
            return moderated(meeting, action, answers)
        case "edit_any":
            return correct(meeting, action, answers)
        case "particulars":
            return particulars(meeting, answers, moment.new_id())
        case _:
            return taken_back(meeting, action, answers)


def _opening(meeting: Meeting, step: AnyStep) -> list[Action]:
    """Only where phones are asked something; a vote opens and closes by its own keys."""
    if any(
        action.name in ("open", "close", "reveal", "reopen") for action in step.actions(meeting)
    ):
        return []
    if step.id in meeting.shut:
        return [Action(name="unshut", label=Say("Open for answers again"), key="o")]
    if step.progress(meeting) is None:
        return []
    return [Action(name="shut", label=Say("Close for answers"), key="o")]


def _typing(meeting: Meeting, step: AnyStep) -> list[Action]:
    form = step.form(meeting, BY_HAND)
    if form is None:
        return []
    hint = Say("For somebody without a phone, or what is said aloud.")
    return [Action(name="type", label=Say("Type in"), key="t", form=form, hint=hint)]


def _particulars(meeting: Meeting) -> Action:
    label = Say("For the documents: facilitator, place, distribution")
    return Action(name="particulars", label=label, key="D", form=particulars_form(meeting))
