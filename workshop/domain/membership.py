"""Which organisations belong to a network: what is asked about one, and what is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workshop.domain.contact import Contact
from workshop.domain.form import Answers, Form, Line, Option, Pick
from workshop.domain.kinds import OTHER
from workshop.domain.listing import LONGEST, Found
from workshop.domain.network import Network
from workshop.domain.noted import NewId, Noted
from workshop.domain.party import ListedParty
from workshop.domain.reading import UNFIT, read
from workshop.domain.record import PartyListed, PartyUnlisted
from workshop.domain.refused import Unreadable
from workshop.domain.words import Say


def party_form(network: Network, party: ListedParty | None, contact: Contact | None) -> Form:
    """An organisation of the network, a new one or one that is known."""
    kinds = tuple(Option(key=kind.key, words=kind.name) for kind in network.kinds)
    chosen = party.kind if party and party.kind in {kind.key for kind in network.kinds} else ""
    return Form(
        fields=(
            Line(
                name="organisation",
                label=Say("Organisation"),
                value=party.organisation if party else "",
                required=True,
                most=LONGEST,
            ),
            Pick(
                name="kind",
                label=Say("Kind of party"),
                options=kinds,
                value=(chosen,) if chosen else (),
                required=True,
            ),
            Line(
                name="contact",
                label=Say("Contact person"),
                value=contact.name if contact else "",
                most=80,
            ),
            Line(
                name="reach",
                label=Say("E-mail or telephone"),
                value=contact.reach if contact else "",
                most=120,
            ),
        ),
        submit=Say("Save"),
    )


def party_listed(
    network: Network,
    party: ListedParty | None,
    contact: Contact | None,
    answers: Answers,
    new_id: NewId,
) -> Noted:
    """An organisation is taken in, or what is known of `party` is put right."""
    filled = read(party_form(network, party, contact), answers)
    name = filled.text("organisation")
    before = party.organisation if party else ""
    if name.casefold() != before.casefold() and network.party(name):
        raise Unreadable(UNFIT, {"organisation": KNOWN})
    reached = (filled.text("contact"), filled.text("reach"))
    person = (contact.person if contact else new_id()) if any(reached) else ""
    told = ListedParty(organisation=name, kind=filled.pick("kind") or "", contact=person)
    renamed = (PartyUnlisted(organisation=before),) if before and name != before else ()
    contacts = _contacts(contact, person, reached)
    if told == party and not contacts:
        return Noted()
    return Noted((*renamed, PartyListed(party=told)), contacts)


KNOWN = Say("This organisation belongs to the network already.")


def _contacts(before: Contact | None, person: str, reached: tuple[str, str]) -> tuple[Contact, ...]:
    """The person to keep; an emptied one is emptied, not forgotten about."""
    if person:
        now = Contact(person, *reached)
        return () if now == before else (now,)
    return (replace(before, name="", reach=""),) if before else ()


def unlisted(party: ListedParty) -> Noted:
    """The organisation no longer belongs to the network; its measures stay."""
    return Noted((PartyUnlisted(organisation=party.organisation),))


def taken_in(
    network: Network,
    contacts: Mapping[str, Contact],
    found: Sequence[Found],
    new_id: NewId,
) -> Noted:
    """A list of parties: new ones are added, known ones put right, nobody is taken away.

    A list that tells no contact, or no kind of party, keeps the one that is known.
    """
    events: list[PartyListed] = []
    people: list[Contact] = []
    for one in found:
        known = network.party(one.organisation)
        before = contacts.get(known.contact) if known else None
        reached = (one.contact, one.reach) if one.contact or one.reach else None
        now = _reached(before, reached, new_id)
        party = ListedParty(
            organisation=known.organisation if known else one.organisation,
            kind=known.kind if known and one.kind == OTHER.key else one.kind,
            contact=now.person if now else "",
        )
        if now is not None and now != before:
            people.append(now)
        if party != known:
            events.append(PartyListed(party=party))
    return Noted(tuple(events), tuple(people))


def _reached(
    before: Contact | None, reached: tuple[str, str] | None, new_id: NewId
) -> Contact | None:
    if reached is None:
        return before
    if before is not None and before.name.casefold() in ("", reached[0].casefold()):
        return Contact(before.person, *reached)
    return Contact(new_id(), *reached)
