"""Who belongs to a network and how it is described: what is asked, and what is recorded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from workshop.domain.contact import Contact
from workshop.domain.form import Answers, Check, DateField, Form, Line, Option, Part, Pick
from workshop.domain.kinds import DEFAULT, NORWAY, OTHER, SWEDEN, order_of
from workshop.domain.listing import LONGEST, Found
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.party import KindOfParty, ListedParty
from workshop.domain.reading import UNFIT, read
from workshop.domain.record import KindsSet, NetworkDescribed, PartyListed, PartyUnlisted
from workshop.domain.refused import Unreadable
from workshop.domain.words import LANGUAGES, Language, Say, Texts, Words

NewId = Callable[[], str]
TOLD = ("name", "region", "contact_point", "plan_from", "plan_to", "language")
PRESETS: Mapping[str, tuple[Say, tuple[KindOfParty, ...]]] = {
    "sweden": (Say("Sweden"), SWEDEN),
    "norway": (Say("Norway"), NORWAY),
    "common": (Say("Neither"), DEFAULT),
}


def describing_form(network: Network, languages: Mapping[Language, str]) -> Form:
    """Its particulars; `languages` are the names of the four, each in its own words."""
    named = tuple(Option(key=one, words=languages[one]) for one in LANGUAGES)
    return Form(
        fields=(
            Line(name="name", label=Say("Name"), value=network.name, required=True, most=100),
            Line(name="region", label=Say("Region"), value=network.region, most=60),
            Pick(
                name="language",
                label=Say("Language"),
                hint=Say("The language new meetings and documents begin with."),
                options=named,
                value=(network.language,),
                required=True,
            ),
            Line(
                name="contact_point",
                label=Say("Contact point"),
                hint=Say("Where others reach the network; better a shared address than a name."),
                value=network.contact_point,
            ),
            _day("plan_from", Say("Plan period from"), network.plan_from),
            _day("plan_to", Say("Plan period to"), network.plan_to),
        ),
        submit=Say("Save"),
    )


def _day(name: str, label: Say, value: str) -> DateField:
    return DateField(name=name, label=label, value=date.fromisoformat(value) if value else None)


def described(network: Network, languages: Mapping[Language, str], answers: Answers) -> Noted:
    """The network as it is told now; raises `Unreadable`."""
    filled = read(describing_form(network, languages), answers)
    begins, ends = filled.day("plan_from"), filled.day("plan_to")
    if begins and ends and ends < begins:
        raise Unreadable(UNFIT, {"plan_to": BACKWARDS})
    language = filled.pick("language")
    event = NetworkDescribed(
        name=filled.text("name"),
        region=filled.text("region"),
        contact_point=filled.text("contact_point"),
        language=next(one for one in LANGUAGES if one == language),
        plan_from=begins.isoformat() if begins else "",
        plan_to=ends.isoformat() if ends else "",
    )
    return Noted() if event == describing(network) and network.name else Noted((event,))


BACKWARDS = Say("The plan period ends before it begins.")


def describing(network: Network) -> NetworkDescribed:
    """What is told of the network now, as a record."""
    return NetworkDescribed.model_validate({name: getattr(network, name) for name in TOLD})


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


def preset_form() -> Form:
    """Which country's kinds of party to begin with."""
    options = tuple(Option(key=key, words=name) for key, (name, _) in PRESETS.items())
    hint = Say("They replace the kinds there are; each can be changed afterwards.")
    pick = Pick(
        name="preset", label=Say("Kinds of party as in"), hint=hint, options=options, required=True
    )
    return Form(fields=(pick,), submit=Say("Save"))


def preset_taken(answers: Answers) -> Noted:
    chosen = read(preset_form(), answers).pick("preset") or ""
    return kinds_set(PRESETS[chosen][1])


def kinds_set(kinds: Sequence[KindOfParty]) -> Noted:
    return Noted((KindsSet(kinds=tuple(kinds)),))


def kind_form(kind: KindOfParty | None, languages: Mapping[Language, str]) -> Form:
    """One kind of party, in four languages."""
    names = tuple(
        Line(
            name=one,
            label=languages[one],
            value=kind.name[one] if kind else "",
            required=True,
            most=40,
        )
        for one in LANGUAGES
    )
    missed = Check(
        name="expected",
        label=Say("It is told when nobody represents this kind of party"),
        value=kind.expected if kind else True,
    )
    part = Part(name="names", label=Say("Kind of party"), hint=Say("In each of the languages."))
    return Form(fields=(part, *names, missed), submit=Say("Save"))


def kind_told(
    network: Network,
    kind: KindOfParty | None,
    languages: Mapping[Language, str],
    answers: Answers,
    new_id: NewId,
) -> Noted:
    """A kind of party is added or put right; its key never changes, so meetings can be compared."""
    filled = read(kind_form(kind, languages), answers)
    told = KindOfParty(
        key=kind.key if kind else f"own-{new_id()}",
        name=Texts(**{one: filled.text(one) for one in LANGUAGES}),
        expected=filled.ticked("expected"),
    )
    kinds = [told if one.key == told.key else one for one in network.kinds]
    # A new one stands before "other", which is for whoever fits nowhere.
    place = order_of(OTHER.key, kinds)
    new = kinds if kind else [*kinds[:place], told, *kinds[place:]]
    return kinds_set(new) if tuple(new) != network.kinds else Noted()


def kind_gone(network: Network, kind: KindOfParty) -> Noted:
    """Takes a kind of party away; raises `Unreadable` while an organisation is of it."""
    of_it = [party.organisation for party in network.parties if party.kind == kind.key]
    rest = [one for one in network.kinds if one.key != kind.key]
    if of_it or not rest:
        wrong: Words = Say(
            "%(kind)s cannot be taken away: %(parties)s. Give these another kind first.",
            {"kind": kind.name, "parties": ", ".join(of_it)},
        )
        raise Unreadable(wrong if of_it else LAST, {})
    return kinds_set(rest)


LAST = Say("A network needs at least one kind of party.")


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
