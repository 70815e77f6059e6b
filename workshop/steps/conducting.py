"""Conducting a round of voting: opened, counted, closed and revealed, each by a key of its own."""

from collections.abc import Sequence
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.event import Counted, Event, Revealed, TakenBack, VoteCancelled
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.round import Round
from workshop.domain.words import Say, said
from workshop.steps.ballot import closed
from workshop.steps.counting import count_form, counted

OPEN = Action(name="open", label=Say("Open voting"), key="v", main=True)
REVEAL = Action(name="reveal", label=Say("Show the result"), key="r", main=True)
REOPEN = Action(
    name="reopen",
    label=Say("Vote again, new round"),
    key="v",
    confirm=Say("Open a new round? The old one stays on record; the new one counts."),
)


def balance(shown: bool) -> Action:
    """From the result to the highest for each kind of party, or back when those are `shown`."""
    label = Say("The whole result") if shown else Say("For each kind of party")
    return Action(name="balance", label=label, key="k")


def open_actions(meeting: Meeting, round_: Round) -> Sequence[Action]:
    """What can be done while a round is open."""
    hands = [key for key, b in meeting.box.get(round_.id, {}).items() if b.by_hand]
    count = count_form(meeting, round_)
    return (
        Action(name="close", label=Say("Close voting"), key="v", main=True),
        Action(name="hands", label=Say("Count raised hands"), key="k", form=count),
        Action(name="paper", label=Say("Count paper ballots"), key="y", form=count),
        *((_take_back(hands),) if hands else ()),
        Action(
            name="cancel",
            label=Say("Cancel this round"),
            key="x",
            confirm=Say("Cancel the round? Its ballots are destroyed and never counted."),
        ),
    )


def _take_back(hands: list[str]) -> Action:
    options = tuple(
        Option(key=key, words=said("Ballot %(number)s typed by hand", number=n))
        for n, key in enumerate(hands, 1)
    )
    pick = Pick(name="voter", label=Say("Which ballot?"), options=options, required=True)
    form = Form(fields=(pick,), submit=Say("Take back"))
    return Action(name="take_back", label=Say("Take back a typed ballot"), key="d", form=form)


def conducted(meeting: Meeting, round_: Round, action: Action, answers: Answers) -> list[Event]:
    """The facts that one of these actions makes of a round there is."""
    match action.name:
        case "close":
            return [closed(meeting, round_)] if round_.state == "open" else []
        case "reveal":
            return [Revealed(round=round_.id)] if round_.state == "closed" else []
        case "cancel":
            return [VoteCancelled(round=round_.id)]
        case "take_back":
            key = filled_for(action, answers).pick("voter") or ""
            return [TakenBack(round=round_.id, voter=key)]
        case way:
            votes, people = counted(round_, filled_for(action, answers))
            kind: Literal["hands", "paper"] = "hands" if way == "hands" else "paper"
            return [Counted(round=round_.id, way=kind, points=votes, people=people)]
