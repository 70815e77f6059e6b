"""What the facilitator can do at any step: move, open and close, time, people, undo."""

from collections.abc import Sequence

from workshop.correcting import correct, correcting
from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import (
    Ended,
    Entered,
    Event,
    Replanned,
    Shut,
    Unshut,
)
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.history import (
    STILL_OPEN,
    Past,
    history,
    last_undone,
    latest,
    redo,
    undo,
)
from workshop.domain.joining import add, join_form
from workshop.domain.measure import measures
from workshop.domain.meeting import Meeting
from workshop.domain.particulars import particulars, particulars_form
from workshop.domain.reading import read
from workshop.domain.refused import MovedOn, Refused
from workshop.domain.step import Moment, Who
from workshop.domain.words import Count, Hour, Joined, Say, Words, said
from workshop.moderating import moderated, moderating, redacting
from workshop.planning import plan_of, taken_up
from workshop.steering import marks, steered, steering, steering_of
from workshop.steps import AnyStep, step_of
from workshop.timing import timed, timing

BY_HAND = Who("", by_hand=True)
END = Say("End the meeting? Phones are thanked. Undo opens it again.")
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
        *_moving(meeting),
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
        *_undoing(meeting),
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
        case "next" | "back" | "go":
            return _moved(meeting, action, answers)
        case "end":
            _no_open_round(meeting)
            return [Ended()]
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
            return _taken_back(meeting, action, answers)


def _moving(meeting: Meeting) -> list[Action]:
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
    parked = sum(_parked(card) for card in meeting.cards.values())
    ownerless = sum(one.responsible is None for one in measures(meeting))
    told: list[Words] = []
    if parked:
        told.append(
            Count(
                "%(n)s parked question has no outcome.",
                "%(n)s parked questions have no outcome.",
                parked,
            )
        )
    if ownerless:
        told.append(
            Count("%(n)s measure has no owner.", "%(n)s measures have no owner.", ownerless)
        )
    return told


def _parked(card: Card) -> bool:
    """Whether it was parked and nobody has said what became of it."""
    marked = "parked" in (card.deck, card.value("mark")) and card.under is None
    told = card.value("outcome") or card.value("verdict")
    return marked and not (told or card.waiting or card.redacted)


def _go_form(meeting: Meeting) -> Form:
    options = tuple(Option(key=p.id, words=p.title, hint=marks(p)) for p in meeting.points)
    pick = Pick(name="item", label=Say("Which item?"), options=options, required=True)
    return Form(fields=(pick,), submit=Say("Go there"))


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


def _undoing(meeting: Meeting) -> list[Action]:
    past, again, listed = latest(meeting), last_undone(meeting), history(meeting)
    found: list[Action] = []
    if past is not None:
        hint = past.words
        found.append(Action(name="undo", label=Say("Undo"), key="u", hint=hint))
    if again is not None:
        found.append(Action(name="redo", label=Say("Redo"), key="U", hint=again.words))
    if listed:
        form = _history_form(listed)
        label = Say("History: take back or bring back")
        found.append(Action(name="history", label=label, key="h", form=form))
    return found


def _history_form(listed: list[Past]) -> Form:
    options = tuple(
        Option(key=str(past.first), words=_line(past), hint=Hour(_minutes(past.at)))
        for past in listed
    )
    return Form(
        fields=(
            Pick(
                name="past",
                label=Say("What is to be taken back, or brought back?"),
                options=options,
                required=True,
            ),
        ),
        submit=Say("Take back or bring back"),
    )


def _line(past: Past) -> Words:
    return past.words if past.counts else said("%(what)s (taken back)", what=past.words)


def _minutes(at: str) -> int:
    return int(at[11:13]) * 60 + int(at[14:16])


def _taken_back(meeting: Meeting, action: Action, answers: Answers) -> list[Event]:
    if action.name == "undo":
        past = latest(meeting)
        assert past is not None
        return undo(meeting, past)
    if action.name == "redo":
        again = last_undone(meeting)
        assert again is not None
        return redo(meeting, again)
    assert action.form is not None
    first = int(read(action.form, answers).pick("past") or 0)
    chosen = next(past for past in history(meeting) if past.first == first)
    return undo(meeting, chosen) if chosen.counts else redo(meeting, chosen)


def _particulars(meeting: Meeting) -> Action:
    label = Say("For the documents: facilitator, place, distribution")
    return Action(name="particulars", label=label, key="D", form=particulars_form(meeting))


def _moved(meeting: Meeting, action: Action, answers: Answers) -> list[Event]:
    _no_open_round(meeting)
    if action.name == "go":
        assert action.form is not None
        return _gone(meeting, read(action.form, answers).pick("item") or "")
    beside = meeting.neighbour(1 if action.name == "next" else -1)
    assert beside is not None, "the action is offered only where there is one"
    return [Entered(step=beside.id)]


def _gone(meeting: Meeting, item: str) -> list[Event]:
    """To go to an item that was skipped is to take it up again."""
    moved = Entered(step=item)
    if not meeting.point(item).skipped:
        return [moved]
    return [Replanned(points=taken_up(plan_of(meeting), item)), moved]


def _no_open_round(meeting: Meeting) -> None:
    if any(round_.state == "open" for round_ in meeting.rounds.values()):
        raise Refused(STILL_OPEN)
