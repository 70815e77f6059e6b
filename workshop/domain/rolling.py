"""Rolls up what many files tell: each meeting, measure and example once, whatever the order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from workshop.domain.example import Example, newest_first
from workshop.domain.gathering import Gathered
from workshop.domain.kinds import COMMON, COUNTY, OTHER, REGION
from workshop.domain.measure import CLOSED
from workshop.domain.party import KindOfParty
from workshop.domain.plan_area import PLAN_AREAS, PlanArea
from workshop.domain.rollup import (
    Balance,
    PlanAreaStatus,
    Region,
    RollUp,
    States,
    TopArea,
    Year,
    added,
)
from workshop.domain.summary import (
    MeasureSummary,
    MeetingSummary,
    PulseMean,
    VotedArea,
)

KINDS: tuple[KindOfParty, ...] = (*COMMON, REGION, COUNTY, OTHER)


MOST_AREAS = 40
Measures = Sequence[MeasureSummary]
Meetings = Sequence[MeetingSummary]


def rolled(found: Gathered, today: date) -> RollUp:
    """Everything that was gathered, as of a day (ISO)."""
    regions = _regions(found, today)
    return RollUp(
        today=today.isoformat(),
        files=found.files,
        kinds=_kinds(found),
        plan_areas=_plan_areas(found),
        regions=regions,
        areas_of_plan=_areas_of_plan(found, today),
        years=_years(found),
        top_areas=_top_areas(found),
        examples=_examples(found),
    )


def _regions(found: Gathered, today: date) -> tuple[Region, ...]:
    meetings: dict[str, list[MeetingSummary]] = defaultdict(list)
    measures: dict[str, list[MeasureSummary]] = defaultdict(list)
    networks: dict[str, set[str]] = defaultdict(set)
    for network in found.networks.values():
        networks[found.region(network.id)].add(network.name)
    for meeting in found.meetings.values():
        meetings[found.region(meeting.network)].append(meeting)
    for network_id, one in found.measures.values():
        measures[found.region(network_id)].append(one)
    names = sorted(networks, key=lambda name: (name.casefold(), name))
    return tuple(_region(one, networks[one], meetings[one], measures[one], today) for one in names)


def _region(
    name: str, networks: Iterable[str], meetings: Meetings, measures: Measures, today: date
) -> Region:
    days = sorted(one.date for one in meetings)
    votings = [voting for one in meetings for voting in one.votings]
    return Region(
        region=name,
        networks=tuple(sorted(networks)),
        meetings=len(meetings),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        complete=sum(not one.missing for one in meetings),
        listed=sum(one.listed for one in meetings),
        came=sum(one.came for one in meetings),
        could_vote=sum(one.present for one in votings),
        voted=sum(one.voted for one in votings),
        states=states(measures, today),
        balance=_balance(meetings, measures),
        pulse=_pulse(meetings),
    )


def states(measures: Measures, today: date) -> States:
    """How measures go; what is done or dropped is neither overdue nor without an owner."""
    left = [one for one in measures if one.status not in CLOSED]
    counts = Counter(one.status for one in measures)
    return States(
        measures=len(measures),
        not_started=counts["not_started"],
        under_way=counts["under_way"],
        blocked=counts["blocked"],
        done=counts["done"],
        dropped=counts["dropped"],
        overdue=sum(bool(one.deadline) and one.deadline < today.isoformat() for one in left),
        unowned=sum(not one.owner for one in left),
        accepted=sum(one.accepted for one in measures),
    )


def _balance(meetings: Meetings, measures: Measures) -> Balance:
    present, contributions = Counter[str](), Counter[str]()
    for one in meetings:
        present.update(one.figures.present)
        contributions.update(one.figures.contributions)
    owned = Counter(one.owner for one in measures)
    return Balance(
        meetings=len(meetings), present=present, contributions=contributions, owned=owned
    )


def _pulse(meetings: Meetings) -> tuple[PulseMean, ...]:
    answers, total = Counter[str](), Counter[str]()
    for one in (mean for meeting in meetings for mean in meeting.pulse):
        answers[one.key] += one.answers
        total[one.key] += one.total
    return tuple(PulseMean(key=key, answers=answers[key], total=total[key]) for key in answers)


def _areas_of_plan(found: Gathered, today: date) -> tuple[PlanAreaStatus, ...]:
    """In the order of the plan; measures of no plan area last."""
    by_area: dict[str, dict[str, list[MeasureSummary]]] = defaultdict(lambda: defaultdict(list))
    for network_id, one in found.measures.values():
        by_area[one.plan_area][found.region(network_id)].append(one)
    order = [area.key for area in _plan_areas(found)]
    keys = [*(key for key in order if key in by_area), *sorted(by_area.keys() - {*order})]
    return tuple(
        _area_of_plan(key, by_area[key], today) for key in sorted(keys, key=lambda k: not k)
    )


def _area_of_plan(
    key: str, regions: Mapping[str, list[MeasureSummary]], today: date
) -> PlanAreaStatus:
    counted = {name: states(regions[name], today) for name in sorted(regions, key=str.casefold)}
    return PlanAreaStatus(key=key, states=added(counted.values()), regions=counted)


def _years(found: Gathered) -> tuple[Year, ...]:
    meetings: dict[str, list[MeetingSummary]] = defaultdict(list)
    measures: dict[str, list[MeasureSummary]] = defaultdict(list)
    for meeting in found.meetings.values():
        meetings[meeting.date[:4]].append(meeting)
    for _, one in found.measures.values():
        measures[one.origin_date[:4]].append(one)
    years = sorted({*meetings, *measures})
    return tuple(Year(year=one, balance=_balance(meetings[one], measures[one])) for one in years)


def _top_areas(found: Gathered) -> tuple[TopArea, ...]:
    """What rooms decided to work with, in most regions first; equal ones by their words."""
    chosen: dict[str, list[tuple[str, MeetingSummary, VotedArea]]] = defaultdict(list)
    for meeting in found.meetings.values():
        region = found.region(meeting.network)
        for one in meeting.areas:
            if one.chosen and one.id not in found.removed:
                chosen[" ".join(one.text.casefold().split())].append((region, meeting, one))
    made = [_top_area(places) for places in chosen.values()]
    made.sort(key=lambda one: (-len(one.regions), -one.meetings, -one.votes, one.text))
    return tuple(made[:MOST_AREAS])


def _top_area(places: Sequence[tuple[str, MeetingSummary, VotedArea]]) -> TopArea:
    one = min((area for _, _, area in places), key=lambda area: (area.text, str(area.language)))
    return TopArea(
        text=one.text,
        language=one.language,
        regions=tuple(sorted({region for region, _, _ in places}, key=str.casefold)),
        meetings=len({meeting.id for _, meeting, _ in places}),
        votes=sum(area.votes for _, _, area in places),
    )


def _examples(found: Gathered) -> tuple[Example, ...]:
    """Those that may be shared, newest first."""
    shared = (
        Example(
            **one.model_dump(),
            region=found.region(network_id),
            network=found.networks[network_id].name,
        )
        for network_id, one in found.examples.values()
        if one.text and one.id not in found.removed
    )
    return tuple(newest_first(shared))


def _kinds(found: Gathered) -> tuple[KindOfParty, ...]:
    own = [kind for one in found.networks.values() for kind in one.kinds]
    known = {kind.key: kind for kind in sorted(own, key=repr)} | {kind.key: kind for kind in KINDS}
    return tuple(
        [*KINDS, *(known[key] for key in sorted(known.keys() - {kind.key for kind in KINDS}))]
    )


def _plan_areas(found: Gathered) -> tuple[PlanArea, ...]:
    own = [area for one in found.networks.values() for area in one.plan_areas]
    others = {area.key: area for area in sorted(own, key=repr)}
    preset = {area.key for area in PLAN_AREAS}
    return (*PLAN_AREAS, *(others[key] for key in sorted(others.keys() - preset)))
