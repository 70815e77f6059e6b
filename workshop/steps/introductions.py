"""Everyone presents themselves: a round to tick off, and attendance per kind of party."""

from collections.abc import Sequence
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.event import Event, Left, Presented, Put
from workshop.domain.form import Answers, Form, Line, Option, Pick
from workshop.domain.meeting import Meeting, Participant
from workshop.domain.person import described
from workshop.domain.reading import filled_for
from workshop.domain.retention import ABSENT
from workshop.domain.sheet import Block, Note, Roster, Seat
from workshop.domain.step import Blocks, Moment, Step
from workshop.domain.words import Count, Joined, Own, Say, Words, said

MOST_NAMED = 12  # organisations of the network that are away, by name


class Introductions(Step):
    """`seconds_each` is shown as the time for each person."""

    kind: Literal["introductions"] = "introductions"
    seconds_each: int = 60

    def stage(self, meeting: Meeting) -> Blocks:
        here = meeting.present()
        if not here:
            return (Note(Say("Nobody has joined yet. Scan the code, or let us add you here.")),)
        seats = tuple(_seat(meeting, person) for person in round_order(meeting))
        done = sum(person.presented for person in here)
        words = said(
            "%(done)s of %(of)s have presented themselves · about %(seconds)s seconds each",
            done=done,
            of=len(here),
            seconds=self.seconds_each,
        )
        return (Roster(seats, words), attendance(meeting), *_missing(meeting))

    def record(self, meeting: Meeting) -> Blocks:
        """Nothing: the minutes say at the top who was there."""
        return ()

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        here = round_order(meeting)
        if not here:
            return (_absence(meeting),)
        waiting = [person for person in here if not person.presented]
        following = (Action(name="tick_next", label=Say("Next person"), key="x", main=True),)
        return (
            *(following if waiting else ()),
            Action(name="tick", label=Say("Tick off by name"), key="f", form=_tick(meeting, here)),
            _absence(meeting),
            Action(name="leave", label=Say("Somebody has left"), key="l", form=_leave(meeting)),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        match action.name:
            case "tick_next":
                waiting = [p for p in round_order(meeting) if not p.presented]
                return [Presented(person=person.id) for person in waiting[:1]]
            case "tick":
                return _ticked(meeting, filled_for(action, answers).picked("people"))
            case "leave":
                gone = filled_for(action, answers).picked("people")
                return [Left(person=person) for person in gone]
            case _:
                text = filled_for(action, answers).text("absent")
                card, values = moment.new_id(), {"text": text}
                return [Put(card=card, deck=ABSENT, step=self.id, values=values)]


def round_order(meeting: Meeting) -> list[Participant]:
    """Those present by kind of party, then organisation: neighbours know when it is their turn."""

    def place(person: Participant) -> tuple[int, str, str, str]:
        kind = meeting.kind_order(person.party)
        return kind, person.party, person.organisation.casefold(), person.id

    return sorted(meeting.present(), key=place)


def attendance(meeting: Meeting) -> Note:
    """How many are here of each kind of party, in one line."""
    counts = tuple(
        said("%(kind)s %(count)s", kind=meeting.kind_name(kind), count=len(people))
        for kind, people in meeting.present_by_kind().items()
        if people
    )
    return Note(Joined(counts, " · "))


def missing_kinds(meeting: Meeting) -> tuple[Words, ...]:
    """The kinds of party that nobody represents today."""
    by_kind = meeting.present_by_kind()
    return tuple(kind.name for kind in meeting.kinds if kind.expected and not by_kind[kind.key])


def missing_parties(meeting: Meeting) -> tuple[Words, ...]:
    """The organisations of the network that nobody represents today."""
    here = {person.organisation.casefold() for person in meeting.present()}
    expected = (party for party in meeting.parties if party.expected)
    return tuple(Own(p.organisation) for p in expected if p.organisation.casefold() not in here)


def _missing(meeting: Meeting) -> tuple[Block, ...]:
    kinds, parties = missing_kinds(meeting), missing_parties(meeting)
    blocks: list[Block] = []
    if kinds:
        sentence = said("Not represented today: %(kinds)s.", kinds=Joined(kinds))
        blocks.append(Note(sentence, "warning"))
    if parties:
        more = len(parties) - MOST_NAMED
        named: list[Words] = list(parties[:MOST_NAMED])
        named += [Count("%(n)s more", "%(n)s more", more)] if more > 0 else []
        sentence = said("Of the network, not here: %(parties)s.", parties=Joined(tuple(named)))
        blocks.append(Note(sentence, "quiet"))
    return tuple(blocks)


def _seat(meeting: Meeting, person: Participant) -> Seat:
    return Seat(
        person.id, described(meeting, person), meeting.kind_name(person.party), person.presented
    )


def _options(meeting: Meeting, people: Sequence[Participant]) -> tuple[Option, ...]:
    return tuple(
        Option(key=p.id, words=described(meeting, p), hint=meeting.kind_name(p.party))
        for p in people
    )


def _tick(meeting: Meeting, here: Sequence[Participant]) -> Form:
    return Form(
        fields=(
            Pick(
                name="people",
                label=Say("Who has presented themselves?"),
                options=_options(meeting, here),
                value=tuple(person.id for person in here if person.presented),
                at_most=len(here),
            ),
        ),
        submit=Say("Save"),
    )


def _leave(meeting: Meeting) -> Form:
    here = round_order(meeting)
    return Form(
        fields=(
            Pick(
                name="people",
                label=Say("Who has left?"),
                options=_options(meeting, here),
                at_least=1,
                at_most=len(here),
            ),
        ),
        submit=Say("Save"),
    )


def _absence(meeting: Meeting) -> Action:
    """Organisations that are known complete themselves; those that are here are left out."""
    here = {one.organisation.casefold() for one in meeting.present()}
    listed = dict.fromkeys(party.organisation for party in meeting.parties)
    away = (name for name in listed if name.casefold() not in here)
    field = Line(
        name="absent",
        label=Say("Who is absent?"),
        hint=Say("An organisation, or a name and an organisation."),
        known=tuple(away),
        required=True,
    )
    return Action(
        name="absent",
        label=Say("Note who is absent"),
        key="a",
        form=Form(fields=(field,), submit=Say("Save")),
    )


def _ticked(meeting: Meeting, done: tuple[str, ...]) -> list[Event]:
    return [
        Presented(person=person.id, done=person.id in done)
        for person in meeting.present()
        if person.presented != (person.id in done)
    ]
