"""The measures as documents number them: 1, 2, 3 ... under the areas in the order chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop.domain.card import Card
from workshop.domain.measure import STATUS_NAMES, Measure, measures
from workshop.domain.meeting import Meeting
from workshop.domain.party import Party
from workshop.domain.sheet import Table
from workshop.domain.words import Joined, Own, Say, Words
from workshop.export.options import Options
from workshop.export.voting import picked
from workshop.steps.ownership import state

UNCLEAR = Say("To be clarified")


@dataclass(frozen=True)
class Area:
    """An area (None for measures that belong to none) with its numbered measures."""

    card: Card | None
    measures: tuple[tuple[int, Measure], ...]

    @property
    def words(self) -> Words:
        return self.card.words if self.card else Say("Other measures")


def areas(meeting: Meeting) -> list[Area]:
    """The chosen areas, with or without measures, then other areas that have some."""
    found = measures(meeting)
    named = [m.area for m in found if m.area in meeting.cards]
    order: list[str] = [*dict.fromkeys([*picked(meeting), *named]), ""]
    made, number = [], 0
    for area in order:
        own = [m for m in found if (m.area if m.area in meeting.cards else "") == area]
        made.append(Area(meeting.cards.get(area), tuple(enumerate(own, start=number + 1))))
        number += len(own)
    return [area for area in made if area.card or area.measures]


def numbered(meeting: Meeting) -> list[tuple[int, Measure]]:
    """Every measure with its number."""
    return [pair for area in areas(meeting) for pair in area.measures]


def who(party: Party, options: Options) -> Words:
    """The party; without names the organisation stands for the person where there is one."""
    return party.words() if options.names or not party.organisation else Own(party.organisation)


def responsible(meeting: Meeting, measure: Measure, options: Options) -> Words:
    """Who is responsible, and whether they have yet to say yes."""
    if measure.responsible is None:
        return UNCLEAR
    named = who(measure.responsible, options)
    if measure.accepted:
        return named
    return Joined((named, Joined(("(", state(meeting, measure), ")"), "")), " ")


def together(measure: Measure, options: Options) -> Words:
    return Joined(tuple(who(party, options) for party in measure.together), "; ")


Column = tuple[Words, int, Callable[[int, Measure], Words]]


def columns(meeting: Meeting, options: Options) -> list[Column]:
    """What a table of measures says, and how wide each column is."""
    return [
        (Say("No"), 440, lambda number, m: number),
        (Say("Measure"), 2450, lambda number, m: m.words),
        (Say("Responsible"), 1780, lambda number, m: responsible(meeting, m, options)),
        (Say("Together with"), 1780, lambda number, m: together(m, options) if m.together else "–"),
        (Say("Deadline"), 1400, lambda number, m: m.due if m.has_deadline else "–"),
        (Say("Status"), 1220, lambda number, m: STATUS_NAMES[m.status]),
    ]


def table(found: Sequence[tuple[int, Measure]], shown: list[Column]) -> Table:
    """Numbered measures as a table of these columns."""
    rows = tuple(tuple(cell(number, m) for _, _, cell in shown) for number, m in found)
    return Table(tuple(head for head, _, _ in shown), rows)
