"""Who was there: how many of each kind of party, whom they represented, who was missing."""

from collections.abc import Iterable

from workshop.domain.meeting import Meeting, Participant
from workshop.domain.party import PartyKind
from workshop.domain.retention import ABSENT
from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Note
from workshop.domain.words import Count, Joined, Name, Own, Say, Words
from workshop.export.counts import each
from workshop.export.options import Options
from workshop.steps.introductions import missing_kinds, missing_parties


def counted(meeting: Meeting) -> Words:
    """How many were present, and how many of each kind of party."""
    here = meeting.present()
    by_kind = meeting.present_by_kind().items()
    kinds = each((meeting.kind_name(kind), len(people)) for kind, people in by_kind)
    people = Count("%(n)s person", "%(n)s people", len(here))
    return Joined((people, kinds), " – ") if here else ""


def attendance(meeting: Meeting, options: Options) -> tuple[Block, ...]:
    """Organisations with names, per kind of party."""
    pairs = tuple(
        (_label(meeting, kind, people), _organisations(meeting, people, options))
        for kind, people in meeting.present_by_kind().items()
        if people
    )
    gone = [person for person in meeting.people.values() if not person.here]
    left = (Say("Left before the end"), _organisations(meeting, gone, options))
    return (Facts((*pairs, left) if gone else pairs),)


def absence(meeting: Meeting, options: Options) -> tuple[Block, ...]:
    """Those noted as absent, and the kinds of party that nobody represented."""
    if not options.absent:
        return ()
    bullets = Bullets(tuple(Bullet(card.words) for card in meeting.deck(ABSENT)))
    return (bullets, *(Note(words) for words in unrepresented(meeting)))


def unrepresented(meeting: Meeting) -> tuple[Words, ...]:
    """Which kinds of party and which of the network's organisations nobody represented."""
    kinds, parties = missing_kinds(meeting), missing_parties(meeting)
    if not meeting.people:
        return ()
    told: list[Words] = []
    if kinds:
        told.append(Say("Not represented: %(kinds)s.", {"kinds": Joined(kinds)}))
    if parties:
        told.append(Say("Of the network, absent: %(parties)s.", {"parties": Joined(parties)}))
    return tuple(told)


def _label(meeting: Meeting, kind: PartyKind, people: list[Participant]) -> Words:
    return Say("%(kind)s (%(count)s)", {"kind": meeting.kind_name(kind), "count": len(people)})


def _organisations(meeting: Meeting, people: Iterable[Participant], options: Options) -> Words:
    """Organisations by alphabet, each with the names given."""
    table: dict[str, list[Participant]] = {}
    for person in sorted(people, key=lambda person: person.organisation.casefold()):
        table.setdefault(person.organisation.casefold(), []).append(person)
    return Joined(tuple(_organisation(meeting, group, options) for group in table.values()), "; ")


def _organisation(meeting: Meeting, people: list[Participant], options: Options) -> Words:
    named = [person.id for person in people if options.names and meeting.names.get(person.id)]
    organisation = Own(people[0].organisation)
    names: list[Words] = [Name(person) for person in named]
    if len(named) < len(people) and len(people) > 1:
        unnamed = len(people) - len(named)
        names.append(f"+{unnamed}" if named else unnamed)
    if not names:
        return organisation
    return Joined((organisation, Joined(("(", Joined(tuple(names)), ")"), "")), " ")
