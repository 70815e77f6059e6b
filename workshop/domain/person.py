"""How people of a meeting are spoken of, and who can be named as responsible."""

from workshop.domain.event import Event, Named
from workshop.domain.meeting import Meeting, Participant
from workshop.domain.party import Party, PartyKind, Stranger
from workshop.domain.words import Joined, Name, Own, Words


def called(meeting: Meeting, person: Participant) -> Words:
    """The name where it was given, else the organisation."""
    return Name(person.id) if meeting.names.get(person.id) else Own(person.organisation)


def described(meeting: Meeting, person: Participant) -> Words:
    """Name and organisation, or the organisation alone."""
    if not meeting.names.get(person.id):
        return Own(person.organisation)
    return Joined((Name(person.id), Own(person.organisation)))


def known(meeting: Meeting) -> tuple[tuple[str, Party], ...]:
    """What can be typed for a party, and who that is: organisations first, then people by name."""
    organisations = dict.fromkeys(p.organisation for p in meeting.people.values())
    people = [
        (
            f"{meeting.names[p.id]}, {p.organisation}",
            Party(organisation=p.organisation, person=p.id),
        )
        for p in meeting.people.values()
        if meeting.names.get(p.id)
    ]
    return (*((name, Party(organisation=name)) for name in organisations), *people)


def label(meeting: Meeting, party: Party) -> str:
    """What one would type to mean this party."""
    name = meeting.names.get(party.person, "") if party.person else ""
    return ", ".join(part for part in (name, party.organisation) if part)


def settled(who: Party | Stranger, new_id: str) -> tuple[Party, list[Event]]:
    """The party meant; somebody new gets an id, and the name goes where names are kept."""
    if isinstance(who, Party):
        return who, []
    party = Party(organisation=who.organisation, person=new_id)
    return party, [Named(person=new_id, name=who.name)]


def kind_of(meeting: Meeting, party: Party) -> PartyKind | None:
    """The kind of party, where somebody of that organisation is or was in the meeting."""
    if party.person is not None and party.person in meeting.people:
        return meeting.people[party.person].party
    same = party.organisation.casefold()
    return next(
        (p.party for p in meeting.people.values() if p.organisation.casefold() == same), None
    )


def in_the_room(meeting: Meeting, party: Party) -> bool:
    """Whether the person, or anybody of the organisation, is here to say yes."""
    if party.person is not None:
        return any(person.id == party.person for person in meeting.present())
    same = party.organisation.casefold()
    return any(person.organisation.casefold() == same for person in meeting.present())
