"""What was done taken back, and brought back: the latest, or any of the history."""

from workshop.domain.action import Action
from workshop.domain.event import Event
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.history import Past, history, last_undone, latest, redo, undo
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.words import Hour, Say, Words, said


def undoing(meeting: Meeting) -> list[Action]:
    """Undo, redo and the history, where there is anything to take back or bring back."""
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


def taken_back(meeting: Meeting, action: Action, answers: Answers) -> list[Event]:
    """The facts of any of these actions."""
    if action.name == "undo":
        past = latest(meeting)
        assert past is not None
        return undo(meeting, past)
    if action.name == "redo":
        again = last_undone(meeting)
        assert again is not None
        return redo(meeting, again)
    first = int(filled_for(action, answers).pick("past") or 0)
    chosen = next(past for past in history(meeting) if past.first == first)
    return undo(meeting, chosen) if chosen.counts else redo(meeting, chosen)
