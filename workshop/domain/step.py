"""A step: what one point of the agenda asks, shows and lets the facilitator do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Annotated

from pydantic import Field

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event
from workshop.domain.flags import flagged
from workshop.domain.form import Answers, Form
from workshop.domain.meeting import Meeting
from workshop.domain.refused import MovedOn
from workshop.domain.sheet import Block, Note
from workshop.domain.value import Value
from workshop.domain.words import Language, Say, Texts, Words

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Who:
    """Who answers: a participant by id, or with `by_hand` the facilitator typing for somebody."""

    id: str
    language: Language | None = None
    by_hand: bool = False


@dataclass(frozen=True)
class Moment:
    """What a step may not fetch by itself: the time and chance."""

    now: datetime
    chance: Random

    def new_id(self) -> str:
        return f"{self.chance.getrandbits(48):012x}"


@dataclass(frozen=True)
class Progress:
    """How many of how many have answered; never who."""

    done: int
    of: int
    words: Words


# Names of steps and decks: they stand in addresses and in the names of inputs.
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Step(Value):
    """The settings every kind has. Pure: `check` and `act` return facts or raise `Refused`.

    With `moderated`, what phones write waits until the facilitator has read it. A `locked` step is
    a central one: in the room it cannot be changed, moved, skipped or taken away. One that is
    `skipped` is passed over, unless somebody takes it up.
    """

    id: Id
    title: Texts
    minutes: int = Field(default=10, ge=0)
    lead: Texts | None = None
    notes: Texts | None = None
    moderated: bool = False
    locked: bool = False
    skipped: bool = False

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        """What `who` is asked now, with their own earlier answers filled in."""
        return None

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        """The facts that an answer makes."""
        raise MovedOn(Say("Nothing is asked at this point. What you wrote was not received."))

    def stage(self, meeting: Meeting) -> Blocks:
        """What the room sees now."""
        return ()

    def record(self, meeting: Meeting) -> Blocks:
        """What the minutes say; nothing when there is nothing to say."""
        return self.stage(meeting)

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        """What a phone shows when nothing is asked of it."""
        return (Note(Say("Look at the screen in the room.")),)

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        """What the facilitator can do at this step, most useful first."""
        return ()

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        """The facts that an action makes; `action` is one of `actions(meeting)`."""
        # Not abstract: a kind that offers no actions is never asked to do one.
        raise NotImplementedError(action.name)

    def progress(self, meeting: Meeting) -> Progress | None:
        return None

    def written(self, meeting: Meeting, card: Card) -> Words:
        """All that was written on a card of this step, for whoever reads it before the room."""
        return card.written

    def must_wait(self, who: Who, text: str) -> bool:
        """Whether the facilitator reads this before the room does; flagged texts always wait."""
        return not who.by_hand and (self.moderated or flagged(text))

    def is_open(self, meeting: Meeting) -> bool:
        """Whether answers are taken: the meeting is at this step and it was not closed."""
        return meeting.current == self.id and self.id not in meeting.shut and not meeting.ended
