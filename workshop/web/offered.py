"""What the desk offers: each action as a button or a form, and where on the page it stands."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.meeting import Meeting
from workshop.domain.words import Words
from workshop.leading.acting import current
from workshop.web.fields import Page, drawn_form

CORRECT = "approve_corrected"
READ = ("approve", CORRECT, "reject")  # drawn beside each text that waits

# Where an action stands: what is pressed most is at the top, within reach of a thumb.
Place = Literal["own", "going", "time", "meeting", "texts", "agenda"]
PLACES: Mapping[str, Place] = {
    "type": "own",
    **dict.fromkeys(("next", "back", "shut", "unshut", "undo", "redo"), "going"),
    **dict.fromkeys(("more_1", "more_5", "less_1", "bell", "shorten"), "time"),
    **dict.fromkeys(("edit_any", "redact", "particulars"), "texts"),
}

Sent = Mapping[str, list[str]]


@dataclass(frozen=True)
class Tried:
    """An action that was not done yet, with what was typed for it and why it was refused."""

    action: str = ""
    sent: Sent = field(default_factory=dict)
    problem: Words = ""
    wrong: Mapping[str, Words] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class Offered:
    """An action as it is drawn: a button, or a form to open."""

    action: Action
    page: Page | None
    open: bool
    main: bool
    place: Place
    slip: str


def offered(meeting: Meeting, actions: Sequence[Action], tried: Tried) -> list[Offered]:
    """All actions; the first useful one stands out, as the next key does in the terminal."""
    main = next((action.name for action in actions if action.main), "")
    step = current(meeting)
    own = {one.name for one in step.actions(meeting)} if step and not meeting.ended else set()
    return [
        _drawn(one, tried, one.name == main, "own" if one.name in own else _place(one))
        for one in actions
        if one.name not in READ
    ]


def _place(action: Action) -> Place:
    if action.name.startswith("plan_"):
        return "agenda"
    if action.name == "end" and action.main:
        return "going"
    return PLACES.get(action.name, "meeting")


def _drawn(action: Action, tried: Tried, main: bool, place: Place) -> Offered:
    mine = action.name == tried.action and bool(tried.sent)
    if action.form is None:
        return Offered(action, None, False, main, place, "")
    typed = tried.sent if mine else None
    prefix = f"{action.name}-"
    page = drawn_form(action.form, typed, tried.wrong if mine else {}, prefix)
    # What is typed here goes by this id, so that a double click never makes two ballots of one.
    return Offered(action, page, mine, main, place, secrets.token_hex(6))
