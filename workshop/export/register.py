"""The measures as documents number them: 1, 2, 3 ... under the areas in the order chosen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workshop.domain.card import Card
from workshop.domain.measure import STATUS_NAMES, Measure, measures
from workshop.domain.meeting import Meeting
from workshop.domain.party import Party
from workshop.domain.sheet import Table
from workshop.domain.words import Day, Joined, Own, Say, Words
from workshop.export.options import Options
from workshop.export.voting import picked
from workshop.steps.ownership import state

UNCLEAR = Say("To be clarified")


@dataclass(frozen=True)
class Area:
    """An area with its numbered measures; `heading` is "" for those that belong to none.

    `card` is None where the area was another meeting's, and for measures without an area.
    """

    card: Card | None
    measures: tuple[tuple[int, Measure], ...]
    heading: Words = ""

    @property
    def is_named(self) -> bool:
        return self.card is not None or bool(self.heading)

    @property
    def words(self) -> Words:
        return self.card.words if self.card else self.heading or Say("Other measures")


def areas(meeting: Meeting) -> list[Area]:
    """The chosen areas, with or without measures, then other areas that have some."""
    found = measures(meeting)
    heaps: dict[str, list[Measure]] = {area: [] for area in picked(meeting)}
    for measure in sorted(found, key=_has_no_area(meeting)):
        heaps.setdefault(_key(meeting, measure), []).append(measure)
    made, number = [], 0
    for key, own in heaps.items():
        heading = Own(own[0].area_text) if own and own[0].area_text else ""
        numbers = tuple(enumerate(own, start=number + 1))
        made.append(Area(meeting.cards.get(key), numbers, heading))
        number += len(own)
    return made


def _key(meeting: Meeting, measure: Measure) -> str:
    """What the measures of one area share: the card, or the words of another meeting's area."""
    return measure.area if measure.area in meeting.cards else f" {measure.area_text}"


def _has_no_area(meeting: Meeting) -> Callable[[Measure], bool]:
    return lambda measure: _key(meeting, measure) == " "


def numbered(meeting: Meeting) -> list[tuple[int, Measure]]:
    """Every measure with its number."""
    return listed(areas(meeting))


def listed(found: Iterable[Area]) -> list[tuple[int, Measure]]:
    """The measures of these areas, with their numbers."""
    return [pair for area in found for pair in area.measures]


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


def due(measure: Measure) -> Words:
    """The deadline in a narrow column: what was said, and the day beneath."""
    if measure.deadline and measure.deadline_words:
        return Joined((Own(measure.deadline_words), Day(measure.deadline)), "\n")
    return measure.due if measure.has_deadline else "–"


Column = tuple[Words, Callable[[int, Measure], Words]]


def columns(meeting: Meeting, options: Options) -> list[Column]:
    """What a table of measures says."""
    return [
        (Say("No."), lambda number, m: number),
        (Say("Measure"), lambda number, m: m.words),
        (Say("Responsible"), lambda number, m: responsible(meeting, m, options)),
        (Say("Together with"), lambda number, m: together(m, options) if m.together else "–"),
        (Say("Deadline"), lambda number, m: due(m)),
        (Say("Status"), lambda number, m: STATUS_NAMES[m.status]),
    ]


def table(found: Sequence[tuple[int, Measure]], shown: list[Column]) -> Table:
    """Numbered measures as a table of these columns."""
    rows = tuple(tuple(cell(number, m) for _, cell in shown) for number, m in found)
    return Table(tuple(head for head, _ in shown), rows)
