"""In plenary: each group's picture is read out, and the lists grow on the screen."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event
from workshop.domain.form import Answers, Form
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Board, Column, Heading
from workshop.domain.step import Blocks, Moment, Step, Who
from workshop.domain.words import Say, said
from workshop.steps.group_lists import cards_of_group
from workshop.steps.group_names import group_name
from workshop.steps.paging import page_of, stepped, stepping
from workshop.steps.writing import (
    PATTERNS,
    Prompt,
    answered,
    column,
    edit_action,
    edited,
    lines_field,
    put,
    written,
)


class Plenary(Step):
    """Page 0 to n-1 reads out one group each, the last page shows the whole lists."""

    kind: Literal["plenary"] = "plenary"
    decks: tuple[Prompt, ...]

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        """Typed by the facilitator as it is said; phones look up while the groups speak."""
        if not self.is_open(meeting) or not who.by_hand:
            return None
        return Form(
            fields=tuple(lines_field(prompt, (), 200, 2) for prompt in self.decks), notice=PATTERNS
        )

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        return [
            event
            for prompt in self.decks
            for event in written(
                meeting,
                filled.lines(prompt.deck),
                partial(put, deck=prompt.deck, step=self.id, who=who),
                lambda card: True,
            )
        ]

    def stage(self, meeting: Meeting) -> Blocks:
        groups = self._groups(meeting)
        page = page_of(meeting, self.id, len(groups))
        if page >= len(groups):
            return (self._whole(meeting),)
        step, number = groups[page]
        columns = tuple(
            Column(p.label, cards_of_group(meeting, p.deck, step, number), Say("Nothing yet"))
            for p in self.decks
        )
        told = said("%(group)s tells", group=group_name(meeting, step, number))
        return (Heading(told), Board(columns))

    def record(self, meeting: Meeting) -> Blocks:
        columns = tuple(column(meeting, p.deck, p.label) for p in self.decks)
        filled = tuple(one for one in columns if one.items)
        return (Board(filled),) if filled else ()

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        last = len(self._groups(meeting))
        page = page_of(meeting, self.id, last)
        forward = Say("Next group") if page < last - 1 else Say("The whole list")
        return (
            *stepping(page, last, forward, Say("Group before")),
            *edit_action(meeting, self._cards(meeting)),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name == "edit":
            return edited(meeting, action, answers)
        return stepped(meeting, self.id, action, len(self._groups(meeting)))

    def _groups(self, meeting: Meeting) -> list[tuple[str, int]]:
        """The groups that wrote something, each a step and a number, in the order of the agenda."""
        decks = {prompt.deck for prompt in self.decks}
        cards = (card for card in meeting.cards.values() if card.deck in decks)
        wrote = {(card.step, card.group) for card in cards if card.group is not None}
        places = {point.id: place for place, point in enumerate(meeting.points)}
        return sorted(wrote, key=lambda one: (places.get(one[0], -1), one))

    def _cards(self, meeting: Meeting) -> list[Card]:
        return [card for prompt in self.decks for card in meeting.deck(prompt.deck)]

    def _whole(self, meeting: Meeting) -> Board:
        return Board(tuple(column(meeting, p.deck, p.label) for p in self.decks))
