"""Mixed groups: seats, the phases of the talk, and one scribe's form for each group."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event
from workshop.domain.form import Answers, Form, Pick
from workshop.domain.meeting import Meeting, Seating
from workshop.domain.person import called, described
from workshop.domain.reading import Filled
from workshop.domain.sheet import Block, Board, Bullet, Column, Note
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.value import Value
from workshop.domain.words import Count, Joined, Say, Texts, said
from workshop.steps.group_lists import cards_in, fields_for, group_column, written_in_groups
from workshop.steps.mixture import mixture
from workshop.steps.seats import group_options, seat_actions, seated
from workshop.steps.writing import PATTERNS, Prompt, answered, edit_action, edited

KEPT = Say("stays")
NO_GROUP = Say("You have no group yet. The facilitator will find a place for you.")


class Phase(Value):
    """A part of the group talk, in minutes."""

    label: Texts
    minutes: int = Field(ge=0)


class Groups(Step):
    """`size` 2 makes pairs with at most one trio."""

    kind: Literal["groups"] = "groups"
    size: int = Field(default=4, ge=2)
    phases: tuple[Phase, ...] = ()
    prompts: tuple[Prompt, ...] = ()

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        seating = meeting.seating.get(self.id)
        if not self.is_open(meeting) or seating is None or not self.prompts:
            return None
        return self._typed_form(seating) if who.by_hand else self._scribe_form(meeting, who)

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        group = self._group(meeting, who, filled)
        return written_in_groups(self, self.prompts, meeting, who, filled, group)

    def stage(self, meeting: Meeting) -> Blocks:
        seating = meeting.seating.get(self.id)
        if seating is None:
            return (*self._phases(), Note(Say("The groups are about to be mixed."), "quiet"))
        columns = tuple(
            self._column(meeting, number, group) for number, group in enumerate(seating.groups)
        )
        return (Board(columns), *self._phases(), *mixture(meeting, self.id))

    def record(self, meeting: Meeting) -> Blocks:
        """What the groups wrote stands once in the minutes, with the step that shares it."""
        seating = meeting.seating.get(self.id)
        if seating is None:
            return ()
        people = sum(len(group) for group in seating.groups)
        count = len(seating.groups)
        words = Count(
            "%(people)s people talked in %(n)s group.",
            "%(people)s people talked in %(n)s mixed groups.",
            count,
            {"people": people},
        )
        return (Note(words),)

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        seating = meeting.seating.get(self.id)
        if seating is None:
            return super().waits(meeting, who)
        number = seating.group_of(who.id)
        if number is None:
            return (Note(NO_GROUP),)
        return (Note(said("You are in group %(number)s.", number=number + 1), "strong"),)

    def progress(self, meeting: Meeting) -> Progress | None:
        seating = meeting.seating.get(self.id)
        if seating is None:
            return None
        wrote = {card.group for card in self._cards(meeting)} - {None}
        return Progress(len(wrote), len(seating.groups), Say("groups have written"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        if self.id not in meeting.seating:
            return seat_actions(meeting, self.id)
        shown = [card for card in self._cards(meeting) if not card.waiting]
        return (*seat_actions(meeting, self.id), *edit_action(meeting, shown))

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name == "edit":
            return edited(meeting, action, answers)
        return seated(meeting, self.id, self.size, action, answers, moment)

    def _group(self, meeting: Meeting, who: Who, filled: Filled) -> int | None:
        if who.by_hand:
            picked = filled.pick("group")
            return int(picked) if picked else None
        return meeting.seating[self.id].group_of(who.id)

    def _scribe_form(self, meeting: Meeting, who: Who) -> Form | None:
        group = meeting.seating[self.id].group_of(who.id)
        if group is None:
            return None
        mine = [card for card in self._cards(meeting) if card.group == group]
        intro = said("Group %(number)s: one of you writes for the group.", number=group + 1)
        return Form(fields=tuple(fields_for(self.prompts, mine, 40)), intro=intro, notice=PATTERNS)

    def _typed_form(self, seating: Seating) -> Form:
        groups = group_options(seating)
        pick = Pick(name="group", label=Say("For which group?"), options=groups, required=True)
        return Form(fields=(pick, *fields_for(self.prompts, (), 200)))

    def _cards(self, meeting: Meeting) -> list[Card]:
        return cards_in(meeting, self.id, self.prompts)

    def _column(self, meeting: Meeting, number: int, group: tuple[str, ...]) -> Column:
        people = [meeting.people[p] for p in group if p in meeting.people]
        locked = meeting.seating[self.id].locked
        seats = tuple(
            Bullet(
                described(meeting, person),
                mark=KEPT if person.id in locked else "",
                short=called(meeting, person),
            )
            for person in people
            if person.here
        )
        wrote = sum(card.group == number for card in self._cards(meeting))
        return group_column(said("Group %(number)s", number=number + 1), seats, wrote)

    def _phases(self) -> tuple[Block, ...]:
        if not self.phases:
            return ()
        parts = tuple(
            said("%(phase)s %(minutes)s min", phase=p.label, minutes=p.minutes) for p in self.phases
        )
        return (Note(Joined(parts, " → ")),)
