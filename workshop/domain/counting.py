"""Counts the figures of a meeting, and lays them beside those of the meetings before."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from workshop.domain.contribution import source, written
from workshop.domain.fact import Source
from workshop.domain.figures import ELSEWHERE, NOBODY, Figures
from workshop.domain.fold import fold
from workshop.domain.measure import measures
from workshop.domain.meeting import Meeting
from workshop.domain.party import KindOfParty, PartyKind
from workshop.domain.person import kind_of
from workshop.domain.register import longest


def figures(meeting: Meeting) -> Figures:
    """The figures of a meeting as it is now."""
    here = {kind: len(people) for kind, people in meeting.present_by_kind().items() if people}
    return Figures(
        meeting=meeting.id,
        date=meeting.date,
        present=here,
        contributions=Counter(source(meeting, card) for card in written(meeting)),
        owned=owned(meeting),
    )


def owned(meeting: Meeting) -> dict[str, int]:
    """How many measures each kind of party is responsible for; those without an owner too."""
    found = Counter(
        (kind_of(meeting, one.responsible) or ELSEWHERE) if one.responsible else NOBODY
        for one in measures(meeting)
    )
    return dict(found)


def of_sources(sources: Iterable[Source]) -> tuple[Figures, ...]:
    """The figures of a network's meetings, oldest first.

    Of a meeting whose log is not here, those that a later meeting brought along.
    """
    meetings = [fold(source.meeting, source.entries) for source in longest(sources)]
    told = {one.meeting: one for meeting in meetings for one in meeting.earlier}
    known = told | {meeting.id: figures(meeting) for meeting in meetings}
    return tuple(sorted(known.values(), key=lambda one: (one.date, one.meeting)))


def over_time(meeting: Meeting) -> list[Figures]:
    """The figures of the network's meetings, oldest first, this one last."""
    now = [] if meeting.is_whole_network else [figures(meeting)]
    return [*(one for one in meeting.earlier if one.meeting != meeting.id), *now]


def kinds_in(kinds: Sequence[KindOfParty], counted: Iterable[Mapping[str, int]]) -> list[PartyKind]:
    """The kinds to tell of, in their order: those expected, and whoever is counted."""
    found = {kind for counts in counted for kind, n in counts.items() if n}
    return [kind.key for kind in kinds if kind.expected or kind.key in found]
