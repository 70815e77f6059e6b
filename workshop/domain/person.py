"""How people of a meeting are spoken of, and who can be named as responsible."""

from collections.abc import Iterator

from workshop.domain.event import Event, Named
from workshop.domain.keeping import parties_in
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
    """What can be typed for a party, and who that is: organisations first, then people by name.

    Those who were named already are known too, and as the one that was named, so that saving what
    stands there changes nobody: at each meeting a person is somebody new.
    """
    listed = (party.organisation for party in meeting.parties)
    organisations = dict.fromkeys([*(p.organisation for p in meeting.people.values()), *listed])
    here = [
        Party(organisation=p.organisation, person=p.id)
        for p in meeting.people.values()
        if meeting.names.get(p.id)
    ]
    parties = [*(Party(organisation=name) for name in organisations), *_on_cards(meeting), *here]
    found: dict[str, tuple[str, Party]] = {}
    for party in parties:
        typed = label(meeting, party)
        found.setdefault(typed.casefold(), (typed, party))
    return tuple(pair for typed, pair in found.items() if typed)


def _on_cards(meeting: Meeting) -> Iterator[Party]:
    """Whoever was named on a measure or in what was agreed, and has a name still."""
    for card in meeting.cards.values():
        for party in parties_in(card.values):
            if party.person is None or meeting.names.get(party.person):
                yield party


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
    """The kind of party, where somebody of that organisation was here or the network knows it."""
    if party.person is not None and party.person in meeting.people:
        return meeting.people[party.person].party
    same = party.organisation.casefold()
    here = ((p.organisation, p.party) for p in meeting.people.values())
    listed = ((p.organisation, p.kind) for p in meeting.parties)
    return next((kind for name, kind in (*here, *listed) if name.casefold() == same), None)


def listed_kind(meeting: Meeting, organisation: str) -> PartyKind | None:
    """The kind of party the network knows an organisation by, if there still is such a kind."""
    same, kinds = organisation.casefold(), {kind.key for kind in meeting.kinds}
    found = (p.kind for p in meeting.parties if p.organisation.casefold() == same)
    return next((kind for kind in found if kind in kinds), None)


def is_meant(meeting: Meeting, party: Party, person: Participant) -> bool:
    """Whether a party is this very person: the same one, or of the same name and organisation."""
    if party.person is None:
        return False
    same = Party(organisation=person.organisation, person=person.id)
    named = bool(meeting.names.get(party.person)) and bool(meeting.names.get(person.id))
    alike = label(meeting, party).casefold() == label(meeting, same).casefold()
    return party.person == person.id or (named and alike)


def in_the_room(meeting: Meeting, party: Party) -> bool:
    """Whether the person, or anybody of the organisation, is here to say yes."""
    if party.person is not None:
        return any(is_meant(meeting, party, person) for person in meeting.present())
    same = party.organisation.casefold()
    return any(person.organisation.casefold() == same for person in meeting.present())
