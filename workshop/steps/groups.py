"""Mixed groups: seats, the phases of the talk, and one scribe's form for each group."""

from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import Field

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Locked, Moved, Seated
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.groups import Guest, Met, meetings, mix, seat_late, single_kind
from workshop.domain.meeting import Meeting, Participant, Seating
from workshop.domain.person import called, described
from workshop.domain.reading import Filled, read
from workshop.domain.refused import Refused
from workshop.domain.sheet import Block, Board, Bullet, Column, Note
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.value import Value
from workshop.domain.words import Count, Joined, Say, Texts, Words, said
from workshop.steps.writing import (
    PATTERNS,
    Prompt,
    answered,
    bullet,
    edit_action,
    edited,
    lines_field,
    written_in_groups,
)

NOT_MIXED = Say("Mix the groups first.")


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
        return (Board(columns), *self._phases(), *self._unseated(meeting), *self._quality(meeting))

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
        number = meeting.seating.get(self.id, Seating()).group_of(who.id)
        if number is None:
            return super().waits(meeting, who)
        return (Note(said("You are in group %(number)s.", number=number + 1), "strong"),)

    def progress(self, meeting: Meeting) -> Progress | None:
        seating = meeting.seating.get(self.id)
        if seating is None:
            return None
        wrote = {card.group for card in self._cards(meeting)} - {None}
        return Progress(len(wrote), len(seating.groups), Say("groups have written"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        seating = meeting.seating.get(self.id)
        if seating is None:
            return (Action(name="mix", label=Say("Mix the groups"), key="m", main=True),)
        return (
            *self._late(meeting),
            Action(name="move", label=Say("Move somebody"), key="f", form=_move(meeting, seating)),
            Action(
                name="swap", label=Say("Swap two people"), key="s", form=_swap(meeting, seating)
            ),
            Action(
                name="lock",
                label=Say("Keep somebody in place"),
                key="l",
                form=_lock(meeting, seating),
            ),
            Action(
                name="mix",
                label=Say("Mix again"),
                key="m",
                confirm=Say("Mix the groups again? Those kept in place stay where they are."),
            ),
            *edit_action(meeting, [c for c in self._cards(meeting) if not c.waiting]),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name == "mix":
            return [self._mixed(meeting, moment)]
        if action.name == "seat_late":
            return self._seat_late(meeting)
        if action.name == "edit":
            return edited(meeting, action, answers)
        assert action.form is not None
        return self._reseated(meeting, action.name, read(action.form, answers))

    def _reseated(self, meeting: Meeting, name: str, filled: Filled) -> list[Event]:
        seating = meeting.seating[self.id]
        if name == "lock":
            keep = filled.picked("people")
            everybody = [person for group in seating.groups for person in group]
            return [
                Locked(step=self.id, person=person, done=person in keep)
                for person in everybody
                if (person in keep) != (person in seating.locked)
            ]
        if name == "move":
            group = int(filled.pick("group") or 0)
            return [Moved(step=self.id, person=filled.pick("person") or "", group=group)]
        one, two = filled.picked("people")
        return [
            Moved(step=self.id, person=one, group=seating.group_of(two) or 0),
            Moved(step=self.id, person=two, group=seating.group_of(one) or 0),
        ]

    def _mixed(self, meeting: Meeting, moment: Moment) -> Seated:
        guests = [_guest(person) for person in meeting.present()]
        if len(guests) < 2:
            raise Refused(Say("At least two people must have joined before groups can be mixed."))
        seating = meeting.seating.get(self.id, Seating())
        here = {guest.id for guest in guests}
        locked = {
            person: number
            for number, group in enumerate(seating.groups)
            for person in group
            if person in seating.locked & here
        }
        seed = moment.chance.getrandbits(32)
        groups = mix(guests, self.size, seed, self._met(meeting), locked)
        return Seated(step=self.id, groups=groups, seed=seed)

    def _met(self, meeting: Meeting) -> Met:
        others = [s.groups for step, s in meeting.seating.items() if step != self.id]
        return meetings(others)

    def _seat_late(self, meeting: Meeting) -> list[Event]:
        table = {person.id: _guest(person) for person in meeting.present()}
        seated = meeting.seating[self.id].groups
        groups = tuple(tuple(person for person in group if person in table) for group in seated)
        events: list[Event] = []
        for person in self._without_seat(meeting):
            number = seat_late(groups, table[person.id], table)
            groups = tuple(
                (*group, person.id) if n == number else group for n, group in enumerate(groups)
            )
            events.append(Moved(step=self.id, person=person.id, group=number))
        return events

    def _without_seat(self, meeting: Meeting) -> list[Participant]:
        seating = meeting.seating.get(self.id, Seating())
        return [p for p in meeting.present() if seating.group_of(p.id) is None]

    def _late(self, meeting: Meeting) -> tuple[Action, ...]:
        if not self._without_seat(meeting):
            return ()
        return (Action(name="seat_late", label=Say("Seat latecomers"), key="k", main=True),)

    def _unseated(self, meeting: Meeting) -> tuple[Block, ...]:
        count = len(self._without_seat(meeting))
        if not count:
            return ()
        words = Count("%(n)s person has no group yet.", "%(n)s people have no group yet.", count)
        return (Note(words, "warning"),)

    def _quality(self, meeting: Meeting) -> tuple[Block, ...]:
        """How well the groups are mixed, in words."""
        table = {person.id: _guest(person) for person in meeting.people.values()}
        groups = tuple(
            tuple(p for p in group if p in table) for group in meeting.seating[self.id].groups
        )
        return (*_mixture(groups, table), *_acquaintance(groups, self._met(meeting)))

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
        fields = tuple(
            lines_field(prompt, [c for c in mine if c.deck == prompt.deck], 40, 3)
            for prompt in self.prompts
        )
        intro = said("Group %(number)s: one of you writes for the group.", number=group + 1)
        return Form(fields=fields, intro=intro, notice=PATTERNS)

    def _typed_form(self, seating: Seating) -> Form:
        fields = tuple(lines_field(prompt, (), 200, 3) for prompt in self.prompts)
        groups = _group_options(seating)
        pick = Pick(name="group", label=Say("For which group?"), options=groups, required=True)
        return Form(fields=(pick, *fields))

    def _cards(self, meeting: Meeting) -> list[Card]:
        decks = {prompt.deck for prompt in self.prompts}
        return [c for c in meeting.cards.values() if c.step == self.id and c.deck in decks]

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
        heading = said("Group %(number)s", number=number + 1)
        return Column(_with_count(heading, wrote), seats, Say("Nobody yet"))

    def _phases(self) -> tuple[Block, ...]:
        if not self.phases:
            return ()
        parts = tuple(
            said("%(phase)s %(minutes)s min", phase=p.label, minutes=p.minutes) for p in self.phases
        )
        return (Note(Joined(parts, " → ")),)


KEPT = Say("stays")
Seats = Sequence[Sequence[str]]


def _mixture(groups: Seats, table: Mapping[str, Guest]) -> tuple[Block, ...]:
    """Whether each group holds several kinds of party, where several are here."""
    kinds = {table[person].kind for group in groups for person in group}
    if len(kinds) < 2:
        return ()
    if single_kind(tuple(tuple(group) for group in groups), table):
        return (Note(Say("Some groups hold one kind of party only."), "warning"),)
    return (Note(Say("Every group mixes different kinds of party."), "quiet"),)


def _acquaintance(groups: Seats, met: Met) -> tuple[Block, ...]:
    """Who meets whom again, where there were groups before."""
    if not met:
        return ()
    pairs = meetings([tuple(tuple(group) for group in groups)])
    fresh = {person for pair in pairs if pair not in met for person in pair}
    everyone = {person for group in groups for person in group}
    again = len(set(pairs) & set(met))
    words: list[Words] = []
    if fresh >= everyone:
        words.append(Say("Everyone meets someone new."))
    if again:
        words.append(Count("%(n)s pair meets again.", "%(n)s pairs meet again.", again))
    return (Note(Joined(tuple(words), " "), "quiet"),) if words else ()


def cards_of_group(meeting: Meeting, deck: str, step: str, group: int) -> tuple[Bullet, ...]:
    """What one group of a step wrote in a deck."""
    cards = [c for c in meeting.cards.values() if c.deck == deck and c.group == group]
    return tuple(
        bullet(meeting, c) for c in cards if c.step == step and not (c.heading or c.waiting)
    )


def _with_count(heading: Words, wrote: int) -> Words:
    if not wrote:
        return heading
    return Joined((heading, Count("%(n)s written", "%(n)s written", wrote)), " · ")


def _guest(person: Participant) -> Guest:
    return Guest(person.id, person.party, person.organisation)


def _group_options(seating: Seating) -> tuple[Option, ...]:
    return tuple(
        Option(key=str(n), words=said("Group %(number)s", number=n + 1))
        for n in range(len(seating.groups))
    )


def _people_options(meeting: Meeting, seating: Seating) -> tuple[Option, ...]:
    return tuple(
        Option(
            key=person,
            words=described(meeting, meeting.people[person]),
            hint=said("Group %(number)s", number=n + 1),
        )
        for n, group in enumerate(seating.groups)
        for person in group
        if person in meeting.people
    )


def _move(meeting: Meeting, seating: Seating) -> Form:
    late = tuple(
        Option(key=p.id, words=described(meeting, p), hint=Say("no group yet"))
        for p in meeting.present()
        if seating.group_of(p.id) is None
    )
    people = (*late, *_people_options(meeting, seating))
    return Form(
        fields=(
            Pick(name="person", label=Say("Who moves?"), options=people, required=True),
            Pick(
                name="group",
                label=Say("To which group?"),
                options=_group_options(seating),
                required=True,
            ),
        ),
        submit=Say("Move"),
    )


def _swap(meeting: Meeting, seating: Seating) -> Form:
    people = Pick(
        name="people",
        label=Say("Which two people swap places?"),
        options=_people_options(meeting, seating),
        at_least=2,
        at_most=2,
    )
    return Form(fields=(people,), submit=Say("Swap"))


def _lock(meeting: Meeting, seating: Seating) -> Form:
    options = _people_options(meeting, seating)
    people = Pick(
        name="people",
        label=Say("Who stays in their group when groups are mixed again?"),
        options=options,
        value=tuple(option.key for option in options if option.key in seating.locked),
        at_most=len(options),
    )
    return Form(fields=(people,), submit=Say("Save"))
