"""Settling a tie: the leader chooses how, and the choice is on record; never a silent cut."""

from collections.abc import Sequence
from random import Random

from workshop.domain.action import Action
from workshop.domain.event import Entered, Event, Settled, VoteOpened
from workshop.domain.form import Answers, Form, Option, Pick, Text
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.refused import MovedOn
from workshop.domain.round import Round
from workshop.domain.step import Moment
from workshop.domain.tally import Result, last, unsettled
from workshop.domain.words import Say

NAMES = ("tie_all", "tie_runoff", "tie_plenary", "tie_postpone", "tie_lots")


def tie_actions(meeting: Meeting, vote: str) -> Sequence[Action]:
    """The ways to settle the tie of a vote step that waits; none when nothing is tied."""
    found = unsettled(meeting, vote)
    if found is None:
        return ()
    return (
        Action(name="tie_runoff", label=Say("New round between them"), key="r", main=True),
        Action(name="tie_all", label=Say("Include all"), key="a"),
        Action(
            name="tie_plenary",
            label=Say("The plenary decides"),
            key="d",
            form=_plenary_form(meeting, found),
        ),
        Action(name="tie_postpone", label=Say("Postpone the choice"), key="z"),
        Action(name="tie_lots", label=Say("Draw lots"), key="l"),
    )


def settle(
    meeting: Meeting, vote: str, action: Action, answers: Answers, moment: Moment
) -> list[Event]:
    """The facts of settling a tie."""
    found, round_ = unsettled(meeting, vote), last(meeting, vote)
    if found is None or round_ is None:
        raise MovedOn(Say("This tie has already been settled."))
    match action.name:
        case "tie_all":
            return [Settled(round=round_.id, way="all", items=found.tied)]
        case "tie_runoff":
            return _runoff(meeting, round_, found, moment)
        case "tie_postpone":
            return [Settled(round=round_.id, way="postpone")]
        case "tie_lots":
            return [_lots(round_, found, moment)]
        case _:
            return [_plenary(round_, action, answers)]


def draw(tied: Sequence[str], free: int, seed: int) -> tuple[str, ...]:
    """The drawn items: the same seed draws the same, whatever the order they are given in."""
    return tuple(Random(seed).sample(sorted(tied), free))


def _lots(round_: Round, found: Result, moment: Moment) -> Settled:
    seed = moment.chance.randrange(1, 1_000_000)
    items = draw(found.tied, found.free, seed)
    return Settled(round=round_.id, way="lots", items=items, seed=seed)


def _runoff(meeting: Meeting, round_: Round, found: Result, moment: Moment) -> list[Event]:
    again = VoteOpened(
        step=round_.step,
        round=moment.new_id(),
        items=tuple(item for item in round_.items if item in found.tied),
        votes=found.free,
        fills=found.free,
        per=round_.per,
        groups=round_.groups,
        runoff_of=round_.id,
    )
    go = [Entered(step=round_.step)] if meeting.current != round_.step else []
    return [Settled(round=round_.id, way="runoff"), *go, again]


def _plenary_form(meeting: Meeting, found: Result) -> Form:
    return Form(
        fields=(
            Pick(
                name="items",
                label=Say("Which areas go on?"),
                options=tuple(
                    Option(key=item, words=meeting.cards[item].words)
                    for item in found.tied
                    if item in meeting.cards
                ),
                at_least=1,
                at_most=len(found.tied),
            ),
            Text(name="reason", label=Say("Reason, for the notes"), required=True, most=300),
        ),
        submit=Say("Save"),
    )


def _plenary(round_: Round, action: Action, answers: Answers) -> Settled:
    filled = filled_for(action, answers)
    return Settled(
        round=round_.id,
        way="plenary",
        items=filled.picked("items"),
        reason=filled.text("reason"),
    )
