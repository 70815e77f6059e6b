"""How a measure goes: the one form and the one set of rules by which a status is recorded.

Used in a meeting, on phones, between meetings in the terminal and from the command line.
"""

from collections.abc import Mapping

from pydantic import JsonValue

from workshop.domain.due import due_fields, reason_field
from workshop.domain.form import Field, Form, Line, Option, Pick, Text
from workshop.domain.measure import STATUS_NAMES, STATUSES, Measure
from workshop.domain.reading import UNFIT, Filled
from workshop.domain.refused import Unreadable
from workshop.domain.words import Say, Words

Patch = dict[str, JsonValue]


def status_form(measure: Measure) -> Form:
    """The form for one measure, with what stands there now."""
    return Form(fields=status_fields(measure), submit=Say("Save"))


def status_fields(measure: Measure | None = None) -> tuple[Field, ...]:
    """The fields by themselves, for a form that first asks which measure is meant."""
    options = tuple(Option(key=key, words=STATUS_NAMES[key]) for key in STATUSES)
    return (
        Pick(
            name="status",
            label=Say("How does it go?"),
            options=options,
            value=(measure.status,) if measure else (),
            required=True,
        ),
        Line(
            name="note",
            label=Say("In one line"),
            hint=Say("What has happened. If it is blocked: by what."),
            most=200,
        ),
        *due_fields(measure),
        reason_field(),
        Text(
            name="obstacle",
            label=Say("Obstacle"),
            value=measure.obstacle if measure else "",
            most=500,
        ),
        Text(
            name="way_past",
            label=Say("The way past it"),
            value=measure.way_past if measure else "",
            most=500,
        ),
    )


def status_fills(measure: Measure) -> Mapping[str, str]:
    """What stands there now as raw answers, for the option that picks this measure."""
    return {
        "status": measure.status,
        "note": "",
        "deadline": measure.deadline.isoformat() if measure.deadline else "",
        "deadline_words": measure.deadline_words,
        "deadline_reason": "",
        "obstacle": measure.obstacle,
        "way_past": measure.way_past,
    }


def status_patch(measure: Measure, filled: Filled) -> Patch:
    """The values to change on the measure's card; empty when nothing is new.

    Raises `Unreadable` where a reason is missing: for another deadline than the one there was, and
    for a measure that is blocked.
    """
    day = filled.day("deadline")
    said: Patch = {name: filled.text(name) for name in ("note", "obstacle", "way_past")}
    said["status"] = filled.pick("status") or measure.status
    said["deadline"] = day.isoformat() if day else ""
    said["deadline_words"] = filled.text("deadline_words")
    said["deadline_reason"] = filled.text("deadline_reason")
    return checked(measure, said)


def checked(measure: Measure, said: Mapping[str, JsonValue]) -> Patch:
    """What of these values is new, by the same rules; names that are not given stay as they are.

    The names are those of the form; `status_patch` reads them from one.
    """
    moved = _moved(measure, said)
    wrong: dict[str, Words] = {}
    if moved and measure.has_deadline and not said.get("deadline_reason"):
        wrong["deadline_reason"] = NO_REASON
    status = said.get("status", measure.status)
    if status == "blocked" and not _blocked_by(measure, said):
        wrong["note"] = NOT_TOLD
    if wrong:
        raise Unreadable(UNFIT, wrong)
    return _new(measure, said, moved)


NO_REASON = Say("Write why the deadline is changed. The earlier one stays in the history.")
NOT_TOLD = Say("Write what blocks it, so that the others can help.")


def _blocked_by(measure: Measure, said: Mapping[str, JsonValue]) -> bool:
    known = measure.status == "blocked" and bool(measure.note or measure.obstacle)
    return bool(said.get("note") or said.get("obstacle")) or known


def _moved(measure: Measure, said: Mapping[str, JsonValue]) -> bool:
    before = status_fills(measure)
    return any(said.get(name, before[name]) != before[name] for name in DEADLINE)


DEADLINE = ("deadline", "deadline_words")


def _new(measure: Measure, said: Mapping[str, JsonValue], moved: bool) -> Patch:
    before = status_fills(measure)
    patch: Patch = {
        name: value
        for name, value in said.items()
        if name in before and value != before[name] and name != "deadline_reason"
    }
    if moved:
        patch["deadline_reason"] = said.get("deadline_reason", "")
    if patch.get("status") and "note" not in patch:
        patch["note"] = ""  # the line belonged to the status before
    return patch
