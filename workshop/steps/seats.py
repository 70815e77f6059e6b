"""Seats in the groups of a step: mixed, moved, swapped, kept, and filled up with latecomers."""

from workshop.domain.action import Action
from workshop.domain.event import Event, Locked, Moved, Seated
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.groups import Guest, Met, meetings, mix, seat_late
from workshop.domain.meeting import Meeting, Participant, Seating
from workshop.domain.person import described
from workshop.domain.reading import Filled, filled_for
from workshop.domain.refused import Refused
from workshop.domain.step import Moment
from workshop.domain.words import Say, said

MIX = Action(name="mix", label=Say("Mix the groups"), key="m", main=True)
MIX_AGAIN = Action(
    name="mix",
    label=Say("Mix again"),
    key="m",
    confirm=Say("Mix the groups again? Those kept in place stay where they are."),
)
SEAT_LATE = Action(name="seat_late", label=Say("Seat latecomers"), key="k", main=True)


def guest(person: Participant) -> Guest:
    """A participant as the mixing knows people."""
    return Guest(person.id, person.party, person.organisation)


def met_elsewhere(meeting: Meeting, step: str) -> Met:
    """Who has sat with whom at the other steps."""
    return meetings([one.groups for other, one in meeting.seating.items() if other != step])


def without_seat(meeting: Meeting, step: str) -> list[Participant]:
    """Those who are here and sit in no group."""
    seating = meeting.seating.get(step, Seating())
    return [person for person in meeting.present() if seating.group_of(person.id) is None]


def group_options(seating: Seating) -> tuple[Option, ...]:
    """The groups to choose from; the key is the number, from 0."""
    return tuple(
        Option(key=str(n), words=said("Group %(number)s", number=n + 1))
        for n in range(len(seating.groups))
    )


def seat_actions(meeting: Meeting, step: str) -> tuple[Action, ...]:
    """What can be done with the seats of a step, most useful first."""
    seating = meeting.seating.get(step)
    if seating is None:
        return (MIX,)
    move, swap, keep = (
        _move(meeting, step, seating),
        _swap(meeting, seating),
        _keep(meeting, seating),
    )
    return (
        *((SEAT_LATE,) if without_seat(meeting, step) else ()),
        Action(name="move", label=Say("Move somebody"), key="f", form=move),
        Action(name="swap", label=Say("Swap two people"), key="s", form=swap),
        Action(name="lock", label=Say("Keep somebody in place"), key="l", form=keep),
        MIX_AGAIN,
    )


def seated(
    meeting: Meeting, step: str, size: int, action: Action, answers: Answers, moment: Moment
) -> list[Event]:
    """The facts of one of these actions."""
    match action.name:
        case "mix":
            return [_mixed(meeting, step, size, moment)]
        case "seat_late":
            return _seated_late(meeting, step)
        case _:
            return _reseated(meeting, step, action.name, filled_for(action, answers))


def _mixed(meeting: Meeting, step: str, size: int, moment: Moment) -> Seated:
    guests = [guest(person) for person in meeting.present()]
    if len(guests) < 2:
        raise Refused(Say("At least two people must have joined before groups can be mixed."))
    seating = meeting.seating.get(step, Seating())
    here = {one.id for one in guests}
    locked = {
        person: number
        for number, group in enumerate(seating.groups)
        for person in group
        if person in seating.locked & here
    }
    seed = moment.chance.getrandbits(32)
    groups = mix(guests, size, seed, met_elsewhere(meeting, step), locked)
    return Seated(step=step, groups=groups, seed=seed)


def _seated_late(meeting: Meeting, step: str) -> list[Event]:
    table = {person.id: guest(person) for person in meeting.present()}
    before = meeting.seating[step].groups
    groups = tuple(tuple(person for person in group if person in table) for group in before)
    events: list[Event] = []
    for person in without_seat(meeting, step):
        number = seat_late(groups, table[person.id], table)
        groups = tuple(
            (*group, person.id) if n == number else group for n, group in enumerate(groups)
        )
        events.append(Moved(step=step, person=person.id, group=number))
    return events


def _reseated(meeting: Meeting, step: str, name: str, filled: Filled) -> list[Event]:
    seating = meeting.seating[step]
    if name == "lock":
        return _kept(step, seating, filled.picked("people"))
    if name == "move":
        group = int(filled.pick("group") or 0)
        return [Moved(step=step, person=filled.pick("person") or "", group=group)]
    one, two = filled.picked("people")
    return [
        Moved(step=step, person=one, group=seating.group_of(two) or 0),
        Moved(step=step, person=two, group=seating.group_of(one) or 0),
    ]


def _kept(step: str, seating: Seating, keep: tuple[str, ...]) -> list[Event]:
    """Who stays when groups are mixed again, and who no longer does."""
    return [
        Locked(step=step, person=person, done=person in keep)
        for group in seating.groups
        for person in group
        if (person in keep) != (person in seating.locked)
    ]


def _people(meeting: Meeting, seating: Seating) -> tuple[Option, ...]:
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


def _move(meeting: Meeting, step: str, seating: Seating) -> Form:
    late = tuple(
        Option(key=person.id, words=described(meeting, person), hint=Say("no group yet"))
        for person in without_seat(meeting, step)
    )
    people = (*late, *_people(meeting, seating))
    groups = group_options(seating)
    return Form(
        fields=(
            Pick(name="person", label=Say("Who moves?"), options=people, required=True),
            Pick(name="group", label=Say("To which group?"), options=groups, required=True),
        ),
        submit=Say("Move"),
    )


def _swap(meeting: Meeting, seating: Seating) -> Form:
    people = Pick(
        name="people",
        label=Say("Which two people swap places?"),
        options=_people(meeting, seating),
        at_least=2,
        at_most=2,
    )
    return Form(fields=(people,), submit=Say("Swap"))


def _keep(meeting: Meeting, seating: Seating) -> Form:
    options = _people(meeting, seating)
    people = Pick(
        name="people",
        label=Say("Who stays in their group when groups are mixed again?"),
        options=options,
        value=tuple(option.key for option in options if option.key in seating.locked),
        at_most=len(options),
    )
    return Form(fields=(people,), submit=Say("Save"))
