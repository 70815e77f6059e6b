"""The result before the room: ties settled, and whether something important is missing."""

from collections.abc import Sequence
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.event import Event
from workshop.domain.form import Answers, Form, Lines
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Heading, Note
from workshop.domain.step import Blocks, Moment, Step, Who
from workshop.domain.tally import chosen
from workshop.domain.words import Say
from workshop.steps.outcome import held
from workshop.steps.tie import settle, tie_actions
from workshop.steps.writing import answered, edit_action, edited, put, written

MISSING = "missing"
NOT_HELD = Say("No result has been shown yet. Go back to the vote and show it there.")


class Result(Step):
    """`vote` is the id of the vote step whose result this is."""

    kind: Literal["result"] = "result"
    vote: str

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        """What the room misses, typed as it is said."""
        if not self.is_open(meeting) or not who.by_hand:
            return None
        label = Say("Is something important missing?")
        return Form(fields=(Lines(name=MISSING, label=label, at_most=200),))

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        lines = answered(self, meeting, who, answers).lines(MISSING)
        return written(
            meeting,
            lines,
            lambda card, text: put(card, text, deck=MISSING, step=self.id, who=who),
            lambda card: True,
        )

    def stage(self, meeting: Meeting) -> Blocks:
        rounds = held(meeting, self.vote)
        if not rounds:
            return (Note(NOT_HELD, "quiet"),)
        return (*rounds, *self._missing(meeting))

    def record(self, meeting: Meeting) -> Blocks:
        """The ranked list stands at the vote; here what goes on, and what was missed."""
        areas = [meeting.cards[a].words for a in chosen(meeting, self.vote) if a in meeting.cards]
        going_on = (
            (Bullets(tuple(Bullet(words) for words in areas), numbered=True),) if areas else ()
        )
        return (*going_on, *self._missing(meeting))

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        return (*tie_actions(meeting, self.vote), *edit_action(meeting, meeting.deck(MISSING)))

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name == "edit":
            return edited(meeting, action, answers)
        return settle(meeting, self.vote, action, answers, moment)

    def _missing(self, meeting: Meeting) -> tuple[Block, ...]:
        cards = [card for card in meeting.deck(MISSING) if card.step == self.id]
        if not cards:
            return ()
        bullets = Bullets(tuple(Bullet(card.words) for card in cards))
        return (Heading(Say("Also important"), 3), bullets)
