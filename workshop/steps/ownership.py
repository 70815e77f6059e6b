"""Who owns which measure, and whether they said yes: the table and the counts."""

from collections import Counter
from collections.abc import Sequence

from workshop.domain.keeping import MEASURES
from workshop.domain.measure import Measure
from workshop.domain.meeting import Meeting
from workshop.domain.party import Party, party_of
from workshop.domain.person import in_the_room, kind_of
from workshop.domain.sheet import Facts, Table
from workshop.domain.words import Count, Joined, Say, Words, said

ELSEWHERE = Say("Not at the meeting")
NO_OWNER = Say("no owner yet")


def table(meeting: Meeting, found: Sequence[Measure]) -> Table:
    """All measures with who is responsible, with whom, and by when."""
    head = (Say("Measure"), Say("Responsible"), Say("Together with"), Say("Deadline"))
    rows = tuple((m.words, owner(meeting, m), parties(m.together), m.due) for m in found)
    return Table(head, rows)


def owner(meeting: Meeting, measure: Measure) -> Words:
    """The responsible and whether they said yes; "no owner yet" where there is none."""
    if measure.responsible is None:
        return NO_OWNER
    return Joined(
        (measure.responsible.words(), said("(%(state)s)", state=state(meeting, measure))), " "
    )


def state(meeting: Meeting, measure: Measure) -> Words:
    """Accepted, proposed, or to be clarified with somebody who is not in the room."""
    if measure.accepted:
        return Say("accepted")
    here = measure.responsible is not None and in_the_room(meeting, measure.responsible)
    return Say("proposed") if here else Say("to be clarified")


def parties(found: Sequence[Party]) -> Words:
    return Joined(tuple(party.words() for party in found))


def ownership(meeting: Meeting) -> Facts:
    """How many measures each kind of party is responsible for, and how many have no owner."""
    named = [party_of(card.values.get("responsible")) for card in meeting.deck(MEASURES)]
    owners = Counter([kind_of(meeting, party) for party in named if party])
    nobody = named.count(None)
    pairs: list[tuple[Words, Words]] = [
        (kind.name, Count("%(n)s measure", "%(n)s measures", owners[kind.key]))
        for kind in meeting.kinds
        if owners[kind.key] or kind.expected
    ]
    if owners[None]:
        pairs.append((ELSEWHERE, Count("%(n)s measure", "%(n)s measures", owners[None])))
    if nobody:
        pairs.append((Say("No owner yet"), Count("%(n)s measure", "%(n)s measures", nobody)))
    return Facts(tuple(pairs))
