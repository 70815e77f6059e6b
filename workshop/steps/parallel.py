"""Groups that people choose themselves, such as their regions; each tells the others."""

from collections.abc import Sequence
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Moved, Put, Seated
from workshop.domain.form import Answers, Form, Line, Option, Pick
from workshop.domain.form import Field as Input
from workshop.domain.meeting import Meeting, Seating
from workshop.domain.person import described
from workshop.domain.reading import filled_for
from workshop.domain.sheet import Board, Bullet, Column, Heading, Note
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.words import Say, Texts, Words, said
from workshop.steps.group_lists import cards_in, fields_for, group_column, written_in_groups
from workshop.steps.group_names import NAMES, names_of
from workshop.steps.paging import page_of, stepped, stepping
from workshop.steps.writing import PATTERNS, Prompt, answered, bullet, edit_action, edited


class Parallel(Step):
    """`names` come from the agenda; more can be added in the room, and none is taken away."""

    kind: Literal["parallel"] = "parallel"
    names: tuple[Texts, ...] = ()
    prompts: tuple[Prompt, ...]

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        names = names_of(meeting, self.id)
        if not self.is_open(meeting) or not names:
            return None
        seat = self._seat(meeting, who)
        fields: list[Input] = [_choice(names, seat)]
        if who.by_hand or seat is not None:
            mine = [] if who.by_hand else self._cards_of(meeting, seat)
            fields += fields_for(self.prompts, mine, 200)
        return Form(fields=tuple(fields), intro=self.lead or "", notice=PATTERNS)

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        picked, seat = int(filled.pick("group") or 0), self._seat(meeting, who)
        group = picked if who.by_hand else seat
        events: list[Event] = [] if who.by_hand else self._seated(meeting, who, picked, seat)
        if group is None:
            return events
        return events + written_in_groups(self, self.prompts, meeting, who, filled, group)

    def stage(self, meeting: Meeting) -> Blocks:
        names = names_of(meeting, self.id)
        page = page_of(meeting, self.id, len(names))
        if not names:
            return (Note(Say("No groups have been named yet."), "quiet"),)
        if page:
            told = said("%(group)s tells", group=names[page - 1])
            return (Heading(told), self._board(meeting, page - 1))
        columns = tuple(self._column(meeting, n, name) for n, name in enumerate(names))
        return (Board(columns),)

    def record(self, meeting: Meeting) -> Blocks:
        return tuple(
            block
            for number, name in enumerate(names_of(meeting, self.id))
            if self._cards_of(meeting, number)
            for block in (Heading(name, 3), *self._told(meeting, number))
        )

    def progress(self, meeting: Meeting) -> Progress | None:
        groups = meeting.seating.get(self.id, Seating()).groups
        taken = [number for number, group in enumerate(groups) if group]
        done = sum(bool(self._cards_of(meeting, number)) for number in taken)
        return Progress(done, len(taken), Say("groups have written"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        last = len(names_of(meeting, self.id))
        page = page_of(meeting, self.id, last)
        forward = Say("Next group") if page else Say("The first group tells")
        field = Line(name="name", label=Say("What is the group called?"), required=True, most=60)
        return (
            *stepping(page, last, forward, Say("Group before")),
            Action(
                name="name",
                label=Say("Name one more group"),
                key="k",
                form=Form(fields=(field,), submit=Say("Save")),
            ),
            *edit_action(meeting, self._cards(meeting)),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name == "edit":
            return edited(meeting, action, answers)
        if action.name == "name":
            values = {"text": filled_for(action, answers).text("name")}
            return [Put(card=moment.new_id(), deck=NAMES, step=self.id, values=values)]
        return stepped(meeting, self.id, action, len(names_of(meeting, self.id)))

    def _seat(self, meeting: Meeting, who: Who) -> int | None:
        return meeting.seating.get(self.id, Seating()).group_of(who.id)

    def _seated(self, meeting: Meeting, who: Who, picked: int, seat: int | None) -> list[Event]:
        """The facts of choosing a group, with room for groups that were named later."""
        if picked == seat or who.id not in meeting.people:
            return []
        groups = meeting.seating.get(self.id, Seating()).groups
        lacking = len(names_of(meeting, self.id)) - len(groups)
        wider = Seated(step=self.id, groups=(*groups, *([()] * lacking)), seed=0)
        moved = Moved(step=self.id, person=who.id, group=picked)
        return [wider, moved] if lacking > 0 else [moved]

    def _cards(self, meeting: Meeting) -> list[Card]:
        found = cards_in(meeting, self.id, self.prompts)
        return [card for card in found if not card.waiting and card.under is None]

    def _cards_of(self, meeting: Meeting, group: int | None) -> list[Card]:
        return [c for c in cards_in(meeting, self.id, self.prompts) if c.group == group]

    def _column(self, meeting: Meeting, number: int, name: Words) -> Column:
        groups = meeting.seating.get(self.id, Seating()).groups
        seated = groups[number] if number < len(groups) else ()
        people = [meeting.people[p] for p in seated if p in meeting.people]
        seats = tuple(Bullet(described(meeting, person)) for person in people if person.here)
        return group_column(name, seats, len(self._cards_of(meeting, number)))

    def _board(self, meeting: Meeting, group: int) -> Board:
        cards = [card for card in self._cards_of(meeting, group) if not card.waiting]
        return Board(
            tuple(
                Column(
                    prompt.label,
                    tuple(bullet(meeting, card) for card in cards if card.deck == prompt.deck),
                    Say("Nothing yet"),
                )
                for prompt in self.prompts
            )
        )

    def _told(self, meeting: Meeting, group: int) -> Blocks:
        """What one group wrote, under the questions that were answered."""
        columns = tuple(one for one in self._board(meeting, group).columns if one.items)
        return (Board(columns),) if columns else ()


def _choice(names: Sequence[Words], seat: int | None) -> Pick:
    return Pick(
        name="group",
        label=Say("Which group?"),
        options=tuple(Option(key=str(n), words=name) for n, name in enumerate(names)),
        value=() if seat is None else (str(seat),),
        required=True,
    )
