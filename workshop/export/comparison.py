"""The tables of a roll-up: counts with what they are counted of, regions in alphabetical order."""

from collections.abc import Callable, Iterable, Mapping

from workshop.domain.plan_area import area_name
from workshop.domain.rollup import Balance, Region, RollUp, States
from workshop.domain.sheet import Table
from workshop.domain.words import Own, Say, Words, said
from workshop.steps.by_kind import by_kind as table_by_kind
from workshop.steps.pulse import QUESTIONS, tenths

NONE = "–"
Cells = tuple[Words, ...]
Counts = Callable[[Balance], Mapping[str, int]]
STATES: tuple[tuple[Words, Callable[[States], Words]], ...] = (
    (Say("Measures"), lambda s: s.measures),
    (Say("Done"), lambda s: s.done),
    (Say("Under way"), lambda s: s.under_way),
    (Say("Blocked"), lambda s: s.blocked),
    (Say("Overdue"), lambda s: s.overdue),
    (Say("No owner yet"), lambda s: s.unowned),
)


def of(done: int, whole: int) -> Words:
    """A count and what it is counted of; a dash where there is nothing to count."""
    return said("%(done)s of %(of)s", done=done, of=whole) if whole else NONE


def plan_areas(found: RollUp) -> Table:
    """How the measures of each plan area go, in all regions together."""
    rows = tuple((_area(found, one.key), *_states(one.states)) for one in found.areas_of_plan)
    return Table((Say("Plan area"), *(name for name, _ in STATES)), rows)


def _area(found: RollUp, key: str) -> Words:
    return area_name(key, found.plan_areas) if key else Say("No plan area")


def _states(states: States) -> Cells:
    return tuple(cell(states) for _, cell in STATES)


def plan_areas_by_region(found: RollUp) -> tuple[tuple[Words, Table], ...]:
    """One table for each plan area that several regions work with."""
    head = (Say("Region"), *(name for name, _ in STATES))
    return tuple(
        (
            _area(found, one.key),
            Table(head, tuple((region(name), *_states(s)) for name, s in one.regions.items())),
        )
        for one in found.areas_of_plan
        if len(one.regions) > 1
    )


def region(name: str) -> Words:
    return Own(name) if name else NONE


def meetings(found: RollUp) -> Table:
    """Who met: meetings, people, organisations of the network that came, and who voted."""
    head = (
        Say("Region"),
        Say("Meetings"),
        Say("People present"),
        Say("All kinds of party present"),
        Say("Organisations of the network"),
        Say("Ballots"),
    )
    return Table(head, tuple(_met(one) for one in found.regions))


def _met(one: Region) -> Cells:
    return (
        region(one.region),
        one.meetings,
        sum(one.balance.present.values()),
        of(one.complete, one.meetings),
        of(one.came, one.listed),
        of(one.voted, one.could_vote),
    )


def measures(found: RollUp) -> Table:
    """How the measures of each region go, and for how many the responsible has said yes."""
    names = [name for name, _ in STATES]
    rows = tuple(
        (region(one.region), *_states(one.states), one.states.accepted) for one in found.regions
    )
    return Table((Say("Region"), *names, Say("Has said yes")), rows)


def by_kind(found: RollUp, counts: Counts, rest: Mapping[str, Words]) -> Table:
    """Counts by kind of party for each region, beside all that were counted there."""
    rows = [(region(one.region), counts(one.balance)) for one in found.regions]
    return _counted(found, Say("Region"), rows, rest)


def by_year(found: RollUp, counts: Counts, rest: Mapping[str, Words]) -> Table:
    """The same for each year, all regions together."""
    rows = [(Own(one.year or NONE), counts(one.balance)) for one in found.years]
    return _counted(found, Say("Year"), rows, rest)


def _counted(
    found: RollUp,
    what: Words,
    counted: Iterable[tuple[Words, Mapping[str, int]]],
    rest: Mapping[str, Words],
) -> Table:
    some = [(name, counts) for name, counts in counted if any(counts.values())]
    return table_by_kind(what, some, found.kinds, rest)


def pulse(found: RollUp) -> Table:
    """What was thought of the cooperation: the mean of all answers, and how many there are."""
    head = (Say("Region"), *QUESTIONS.values())
    rows = tuple(
        (region(one.region), *(_mean(one, key) for key in QUESTIONS))
        for one in found.regions
        if any(mean.key in QUESTIONS for mean in one.pulse)
    )
    return Table(head, rows)


def _mean(one: Region, key: str) -> Words:
    mean = next((mean for mean in one.pulse if mean.key == key), None)
    if mean is None:
        return NONE
    return said(
        "%(mean)s (%(answers)s answers)",
        mean=tenths(mean.total, mean.answers),
        answers=mean.answers,
    )


def top_areas(found: RollUp, most: int) -> Table:
    """What rooms decided to work with; in how many regions, at how many meetings."""
    head = (Say("Improvement area"), Say("Regions"), Say("Meetings"), Say("Votes"))
    regions = len(found.regions)
    rows = tuple(
        (Own(one.text, one.language), of(len(one.regions), regions), one.meetings, one.votes)
        for one in found.top_areas[:most]
    )
    return Table(head, rows)
