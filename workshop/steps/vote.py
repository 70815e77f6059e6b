"""The vote: a frozen list, secret and simultaneous; closing and revealing are two keys."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from workshop.domain.action import Action
from workshop.domain.event import Event, Turned, VoteOpened
from workshop.domain.field_values import RANKED_POINTS
from workshop.domain.form import Answers, Form
from workshop.domain.meeting import Meeting
from workshop.domain.refused import MovedOn, Refused
from workshop.domain.round import Per, Round
from workshop.domain.sheet import Block, Bullets, Figure, Heading, Note
from workshop.domain.step import Blocks, Id, Moment, Progress, Step, Who
from workshop.domain.tally import last
from workshop.domain.words import Count, Say, said
from workshop.steps.account import account
from workshop.steps.balance import balance_board
from workshop.steps.ballot import (
    LATE,
    ballot_form,
    cast,
    nameless_form,
    open_round,
    rule,
)
from workshop.steps.conducting import OPEN, REOPEN, REVEAL, balance, conducted, open_actions
from workshop.steps.outcome import TOO_MANY, result_blocks
from workshop.steps.tie import NAMES, settle, tie_actions
from workshop.steps.voters import entitled, groups_before
from workshop.steps.writing import bullet


class Vote(Step):
    """`places` is how many items go on; `thinking` is quiet time before, in seconds."""

    kind: Literal["vote"] = "vote"
    deck: Id
    votes: int = Field(default=3, ge=1, le=10)
    places: int = Field(default=3, ge=1)
    stacking: bool = False
    ranked: bool = False
    use_all: bool = False
    per: Per = "person"
    shuffle: bool = False
    thinking: int = 60

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        round_ = open_round(meeting, self.id)
        if round_ is None:
            return None
        return ballot_form(meeting, round_, who, self.shuffle)

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        round_ = open_round(meeting, self.id)
        if round_ is None:
            raise MovedOn(LATE)
        form = nameless_form(meeting, round_)
        if who.by_hand:
            form = ballot_form(meeting, round_, who, self.shuffle)
        return [cast(meeting, round_, who, form, answers, moment)]

    def is_open(self, meeting: Meeting) -> bool:
        return open_round(meeting, self.id) is not None

    def progress(self, meeting: Meeting) -> Progress | None:
        round_ = open_round(meeting, self.id)
        if round_ is None:
            return None
        of = entitled(meeting, round_)
        return Progress(_voted(meeting, round_), of, HAVE[round_.per])

    def stage(self, meeting: Meeting) -> Blocks:
        round_ = last(meeting, self.id)
        match round_.state if round_ else "none":
            case "open":
                assert round_ is not None
                return _open_blocks(meeting, round_)
            case "closed":
                assert round_ is not None
                return _closed_blocks(round_)
            case "revealed":
                assert round_ is not None
                return self._result(meeting, round_)
            case _:
                return self._before(meeting)

    def record(self, meeting: Meeting) -> Blocks:
        return account(meeting, self.id)

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        round_ = last(meeting, self.id)
        if round_ is None:
            return (
                Note(Say("Voting opens soon. Think: which are your choices?")),
                *self._before(meeting),
            )
        if round_.state == "closed":
            return (Note(Say("Voting is closed. The result comes on the screen.")),)
        return self.stage(meeting)

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        round_ = last(meeting, self.id)
        state = round_.state if round_ else "none"
        if state == "open" and round_ is not None:
            return open_actions(meeting, round_)
        if state == "closed":
            return (REVEAL, REOPEN)
        if state == "revealed":
            assert round_ is not None
            other = (balance(self._balanced(meeting)),) if round_.balance else ()
            return (*tie_actions(meeting, self.id), *other, REOPEN)
        return (OPEN,) if meeting.deck(self.deck) else ()

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name in NAMES:
            return settle(meeting, self.id, action, answers, moment)
        if action.name == "balance":
            return [Turned(step=self.id, page=0 if self._balanced(meeting) else 1)]
        if action.name in ("open", "reopen"):
            return [self._opened(meeting, moment)]
        round_ = last(meeting, self.id)
        if round_ is None:
            raise MovedOn(Say("There is no round of voting."))
        return conducted(meeting, round_, action, answers)

    def _opened(self, meeting: Meeting, moment: Moment) -> Event:
        round_ = coming(meeting, self)
        if not round_.items:
            raise Refused(Say("There is nothing to vote on yet."))
        return VoteOpened(
            step=self.id,
            round=moment.new_id(),
            items=round_.items,
            votes=round_.votes,
            fills=round_.fills,
            stacking=round_.stacking,
            ranked=round_.ranked,
            use_all=round_.use_all,
            per=round_.per,
            groups=round_.groups,
        )

    def _result(self, meeting: Meeting, round_: Round) -> Blocks:
        if round_.balance and self._balanced(meeting):
            return (
                Heading(Say("The highest for each kind of party")),
                balance_board(meeting, round_),
            )
        return result_blocks(meeting, round_)

    def _balanced(self, meeting: Meeting) -> bool:
        return meeting.pages.get(self.id, 0) == 1

    def _before(self, meeting: Meeting) -> Blocks:
        cards = meeting.deck(self.deck)
        if not cards:
            return (Note(Say("There is nothing to vote on yet."), "quiet"),)
        think = Count(
            "Think for yourself for %(n)s second. %(rule)s",
            "Think for yourself for %(n)s seconds. %(rule)s",
            self.thinking,
            {"rule": rule(coming(meeting, self))},
        )
        items = tuple(bullet(meeting, card) for card in cards)
        return (Note(think, "strong"), Bullets(items, numbered=True))


CLOSED: dict[Per, Say] = {
    "person": Say("voted. Voting is closed."),
    "organisation": Say("organisations voted. Voting is closed."),
    "group": Say("ballots came in. Voting is closed."),
}
HAVE: dict[Per, Say] = {
    "person": Say("have voted"),
    "organisation": Say("organisations have voted"),
    "group": Say("ballots have come in"),
}


def coming(meeting: Meeting, step: Vote) -> Round:
    """The round as it would open now."""
    items = tuple(card.id for card in meeting.deck(step.deck) if not card.redacted)
    return Round(
        id="",
        step=step.id,
        items=items,
        votes=_votes(step, len(items)),
        fills=step.places,
        stacking=step.stacking,
        ranked=step.ranked,
        use_all=step.use_all,
        per=step.per,
        groups=groups_before(meeting, step.id) if step.per == "group" else (),
    )


def _votes(step: Vote, items: int) -> int:
    """No more than can be given, so that all of them can be used on a short list too."""
    if step.stacking and not step.ranked:
        return step.votes
    return min(items, len(RANKED_POINTS) if step.ranked else step.votes)


def _voted(meeting: Meeting, round_: Round) -> int:
    return len(meeting.box.get(round_.id, {})) + sum(count.people for count in round_.counts)


def _open_blocks(meeting: Meeting, round_: Round) -> Blocks:
    voted, expected = _voted(meeting, round_), entitled(meeting, round_)
    value = said("%(done)s of %(of)s", done=voted, of=expected)
    items = tuple(bullet(meeting, meeting.cards[i]) for i in round_.items if i in meeting.cards)
    runoff: tuple[Block, ...] = (
        (Note(Say("New round between those with equally many votes."), "strong"),)
        if round_.runoff_of
        else ()
    )
    many = (Note(TOO_MANY[round_.per], "warning"),) if voted > expected else ()
    listed = Bullets(items, numbered=True)
    return (*runoff, Figure(value, HAVE[round_.per]), Note(rule(round_)), *many, listed)


def _closed_blocks(round_: Round) -> Blocks:
    voted = len(round_.ballots) + sum(count.people for count in round_.counts)
    value = said("%(done)s of %(of)s", done=voted, of=round_.present)
    return (Figure(value, CLOSED[round_.per]),)
