"""Through the agenda: on, back, to any item, and the end of the meeting."""

from workshop.domain.action import Action
from workshop.domain.event import Ended, Entered, Event, Replanned
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.history import STILL_OPEN
from workshop.domain.measure import measures
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.refused import Refused
from workshop.domain.words import Count, Joined, Say, Words
from workshop.leading.picking import marks
from workshop.leading.planning import plan_of, taken_up
from workshop.steps.parking import has_outcome, parked

END = Say("End the meeting? Phones are thanked. Undo opens it again.")


def moving(meeting: Meeting) -> list[Action]:
    """Where one can go from here; after the last item, to the end."""
    following = meeting.neighbour(1)
    back = Action(name="back", label=Say("Back"), key="b")
    return [
        Action(name="next", label=Say("Next item"), key="n", main=True)
        if following
        else _end(meeting),
        *([back] if meeting.neighbour(-1) else []),
        Action(name="go", label=Say("Go to an item"), key="g", form=_go_form(meeting)),
        *([_end(meeting, "E")] if following else []),
    ]


def _end(meeting: Meeting, key: str = "n") -> Action:
    return Action(
        name="end",
        label=Say("End the meeting"),
        key=key,
        confirm=Joined((*_unsettled(meeting), END), " "),
        main=key == "n",
    )


def _unsettled(meeting: Meeting) -> list[Words]:
    """What would be left open; it is said, and the meeting can be ended all the same."""
    left = sum(not has_outcome(card) for card in parked(meeting))
    ownerless = sum(one.responsible is None for one in measures(meeting))
    told: list[Words] = []
    if left:
        told.append(
            Count(
                "%(n)s parked question has no outcome.",
                "%(n)s parked questions have no outcome.",
                left,
            )
        )
    if ownerless:
        told.append(
            Count("%(n)s measure has no owner.", "%(n)s measures have no owner.", ownerless)
        )
    return told


def _go_form(meeting: Meeting) -> Form:
    options = tuple(Option(key=p.id, words=p.title, hint=marks(p)) for p in meeting.points)
    pick = Pick(name="item", label=Say("Which item?"), options=options, required=True)
    return Form(fields=(pick,), submit=Say("Go there"))


def moved(meeting: Meeting, action: Action, answers: Answers) -> list[Event]:
    """The facts of any of these actions; raises `Refused` while a round is open."""
    if any(round_.state == "open" for round_ in meeting.rounds.values()):
        raise Refused(STILL_OPEN)
    if action.name == "end":
        return [Ended()]
    if action.name == "go":
        return _gone(meeting, filled_for(action, answers).pick("item") or "")
    beside = meeting.neighbour(1 if action.name == "next" else -1)
    assert beside is not None, "the action is offered only where there is one"
    return [Entered(step=beside.id)]


def _gone(meeting: Meeting, item: str) -> list[Event]:
    """To go to an item that was skipped is to take it up again."""
    there = Entered(step=item)
    if not meeting.point(item).skipped:
        return [there]
    return [Replanned(points=taken_up(plan_of(meeting), item)), there]
