"""Everybody writes before anybody speaks: on phones, or typed for those without one."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from pydantic import Field

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event
from workshop.domain.form import Answers, Form
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Board, Bullet, Column
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.words import Say, Words
from workshop.steps.marking import MARK, mark_action, marked
from workshop.steps.writing import (
    Prompt,
    answered,
    bullet,
    edit_action,
    edited,
    lines_field,
    options,
    put,
    written,
)

MARKS: dict[str, Words] = {
    "in_scope": Say("Today"),
    "outside": Say("Outside today"),
    "parked": Say("Parked"),
}


class Collect(Step):
    """With `marks` each contribution can be marked: today, outside today, parked."""

    kind: Literal["collect"] = "collect"
    prompts: tuple[Prompt, ...]
    marks: bool = False
    at_most: int = Field(default=5, ge=1)

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        if not self.is_open(meeting):
            return None
        spare = 2 if len(self.prompts) == 1 else 1
        fields = tuple(
            lines_field(prompt, self._own(meeting, who, prompt), self._most(who), spare)
            for prompt in self.prompts
        )
        return Form(
            fields=fields, notice=Say("What you write is shown in the room without a name.")
        )

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        events: list[Event] = []
        for prompt in self.prompts:
            events += written(
                meeting,
                filled.lines(prompt.deck),
                partial(put, deck=prompt.deck, step=self.id, who=who),
                lambda card: who.by_hand or card.author == who.id,
                partial(self.must_wait, who),
            )
        return events

    def stage(self, meeting: Meeting) -> Blocks:
        return (Board(tuple(self._column(meeting, prompt) for prompt in self.prompts)),)

    def record(self, meeting: Meeting) -> Blocks:
        columns = tuple(self._column(meeting, prompt) for prompt in self.prompts)
        filled = tuple(column for column in columns if column.items)
        return (Board(filled),) if filled else ()

    def progress(self, meeting: Meeting) -> Progress | None:
        here = meeting.present()
        decks = {prompt.deck for prompt in self.prompts}
        authors = {card.author for card in meeting.cards.values() if card.deck in decks}
        done = sum(person.id in authors for person in here)
        return Progress(done, len(here), Say("have written"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        cards = self._cards(meeting)
        marks = MARKS if self.marks else {}
        mark = mark_action(Say("Today, outside or parked"), options(meeting, cards), marks)
        return (*edit_action(meeting, cards), *mark)

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name == "edit":
            return edited(meeting, action, answers)
        return marked(action, answers)

    def _most(self, who: Who) -> int:
        return 200 if who.by_hand else self.at_most

    def _own(self, meeting: Meeting, who: Who, prompt: Prompt) -> list[Card]:
        return [] if who.by_hand else meeting.written_by(who.id, prompt.deck)

    def _cards(self, meeting: Meeting) -> list[Card]:
        return [card for prompt in self.prompts for card in meeting.deck(prompt.deck)]

    def _column(self, meeting: Meeting, prompt: Prompt) -> Column:
        cards = tuple(self._bullet(meeting, card) for card in meeting.deck(prompt.deck))
        return Column(prompt.label, cards, Say("Nothing yet"))

    def _bullet(self, meeting: Meeting, card: Card) -> Bullet:
        return bullet(meeting, card, MARKS.get(card.value(MARK), ""))
