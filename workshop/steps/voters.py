"""Who has a ballot in a round: each person, each organisation, or each group of the room."""

from hashlib import blake2b

from workshop.domain.form import Option, Pick
from workshop.domain.meeting import Meeting, Seating
from workshop.domain.round import Groups, Per, Round
from workshop.domain.words import Say, Words, said
from workshop.steps.group_names import group_name, group_names

ALONE = "alone"  # the key of a ballot for somebody who sits in no group


def voter(meeting: Meeting, round_: Round, who: str) -> str:
    """The pseudonym of a phone in one round; of no use once the box is emptied.

    With one ballot an organisation, or a group, all its phones share one.
    """
    key = who
    if round_.per == "organisation" and who in meeting.people:
        key = meeting.people[who].organisation.casefold()
    group = group_of(round_, who)
    return _pseudonym(round_, key) if group is None else voter_of_group(round_, group)


def voter_of_group(round_: Round, group: int) -> str:
    """The pseudonym of a whole group, counted from 0."""
    return _pseudonym(round_, f"group {group}")


def _pseudonym(round_: Round, key: str) -> str:
    return blake2b(key.encode(), key=round_.id.encode(), digest_size=12).hexdigest()


def group_of(round_: Round, who: str) -> int | None:
    """The group whose ballot this is; None for somebody who votes for themselves."""
    if not round_.groups:
        return None
    return next((n for n, group in enumerate(round_.groups) if who in group), None)


def groups_before(meeting: Meeting, step: str) -> Groups:
    """The groups formed last before a step of the agenda; none when nobody sat in any."""
    return meeting.seating.get(_formed(meeting, step), EMPTY).groups


def names_before(meeting: Meeting, step: str) -> tuple[Words, ...]:
    """What those groups are called."""
    return group_names(meeting, _formed(meeting, step), groups_before(meeting, step))


def _formed(meeting: Meeting, step: str) -> str:
    """The step before this one in which groups were formed last; "" when there is none."""
    places = [point.id for point in meeting.points]
    before = reversed(places[: places.index(step)])
    return next((one for one in before if one in meeting.seating), "")


EMPTY = Seating()


def entitled(meeting: Meeting, round_: Round) -> int:
    """How many ballots there can be from those who are present."""
    here = meeting.present()
    if round_.per == "person":
        return len(here)
    if round_.per == "organisation":
        return len({person.organisation.casefold() for person in here})
    return len({voter(meeting, round_, person.id) for person in here})


def alone(round_: Round, voters: set[str]) -> int:
    """How many of these ballots belong to no group, where a group has one."""
    if round_.per != "group":
        return 0
    groups = {voter_of_group(round_, n) for n in range(len(round_.groups))}
    return len(voters - groups)


def which_group(meeting: Meeting, round_: Round) -> Pick:
    """Whose ballot the facilitator types."""
    names = group_names(meeting, _formed(meeting, round_.step), round_.groups)
    options = tuple(Option(key=str(n), words=name) for n, name in enumerate(names))
    none = Option(key=ALONE, words=Say("Somebody without a group"))
    return Pick(name="group", label=Say("Whose ballot?"), options=(*options, none), required=True)


def told(meeting: Meeting, round_: Round, who: str, sent: bool) -> Words:
    """What a phone is told: whom it votes for where that is not itself, and what has come in."""
    if round_.per != "group":
        return RECEIVED[round_.per] if sent else ""
    group = group_of(round_, who)
    if group is None:
        return RECEIVED["person"] if sent else ALONE_HERE
    text = SENT if sent else FIRST
    name = group_name(meeting, _formed(meeting, round_.step), group)
    return said(text.text, group=name)


ALONE_HERE = Say("You sit in no group, so you vote for yourself.")
RECEIVED: dict[Per, Words] = {
    "person": Say("Your ballot has been received."),
    "organisation": Say("Your organisation's ballot has been received. A new one replaces it."),
}
FIRST = Say("%(group)s: one of you votes for the group.")
SENT = Say("%(group)s has voted. This is your group's ballot; a new one replaces it.")
