"""The agenda as it is planned, and what may be done to it: pure functions over its points."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshop.domain.agenda import Agenda
from workshop.domain.event import Point
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused
from workshop.domain.words import Say, Texts, said
from workshop.steps import AnyStep, point_of, step_of
from workshop.steps.combine import REFERENCES, free
from workshop.steps.result import Result

Points = tuple[Point, ...]
ABOUT = Texts(
    sv="Dagordningen från ett möte, sparad för att användas igen.",
    nb="Programmet fra et møte, lagret for å brukes igjen.",
    nn="Programmet frå eit møte, lagra for å brukast på nytt.",
    en="The agenda of a meeting, saved to be used again.",
)
START = "-"  # instead of the id of a point: before the first


@dataclass(frozen=True)
class Plan:
    """The points; before the meeting nothing is `current`, `held` or `used`.

    `held` are the points that the meeting has been at, `used` those that something was made at.
    """

    points: Points
    current: str = ""
    held: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()

    def point(self, item: str) -> Point:
        return next(point for point in self.points if point.id == item)

    def ids(self) -> list[str]:
        return [point.id for point in self.points]


def plan_of(meeting: Meeting) -> Plan:
    """The agenda of a running meeting."""
    written = {card.step for card in meeting.cards.values()}
    voted = {round_.step for round_ in meeting.rounds.values()}
    return Plan(
        points=meeting.points,
        current=meeting.current,
        held=frozenset(step for step, _ in meeting.visits),
        used=frozenset(written | voted | set(meeting.seating)),
    )


def agenda_of(meeting: Meeting) -> Agenda:
    """The agenda of a meeting, as it stands now, to be held again."""
    return Agenda(id="own", title=meeting.title, about=ABOUT, steps=steps_of(meeting.points))


def steps_of(points: Iterable[Point]) -> tuple[AnyStep, ...]:
    """The steps that the points hold, those that are skipped too."""
    return tuple(step_of(point).model_copy(update={"skipped": point.skipped}) for point in points)


def added(plan: Plan, steps: Iterable[AnyStep], after: str) -> Points:
    """With new points after a point (`START` for the beginning). Their ids must be free."""
    return _sound(_put(plan.points, [point_of(step) for step in steps], after))


def moved(plan: Plan, item: str, after: str) -> Points:
    """With one point after another one. Raises `Refused` for a central one."""
    point = plan.point(item)
    if after == item:
        return plan.points
    _may_change(point)
    return _sound(_put([one for one in plan.points if one.id != item], [point], after))


def skipped(plan: Plan, items: Iterable[str]) -> Points:
    """With these points skipped, or taken up again where they were skipped."""
    chosen = set(items)
    for point in plan.points:
        if point.id in chosen:
            _may_skip(plan, point)
    points = tuple(
        _changed(point, skipped=not point.skipped) if point.id in chosen else point
        for point in plan.points
    )
    if all(point.skipped for point in points):
        raise Refused(Say("One item at least has to be held."))
    return points


def taken_up(plan: Plan, item: str) -> Points:
    """With a point that is no longer skipped."""
    return tuple(
        _changed(point, skipped=False) if point.id == item else point for point in plan.points
    )


def repeated(plan: Plan, item: str, after: str) -> Points:
    """With a copy of a point. A vote takes its result along, and decks are shared."""
    names = {one: free(one, plan.ids()) for one in (item, *_results(plan, item))}
    copies = [
        _changed(_named(plan.point(one), names), locked=False, skipped=False) for one in names
    ]
    return _sound(_put(plan.points, copies, after))


def removed(plan: Plan, item: str) -> Points:
    """Without a point. Raises `Refused` when it was held, something hangs on it, or it is the last.

    A vote takes its result along.
    """
    gone = {item, *_results(plan, item)}
    for one in gone:
        _may_change(plan.point(one))
        if one in plan.held | plan.used:
            raise Refused(said(HELD.text, item=plan.point(one).title))
    left = tuple(point for point in plan.points if point.id not in gone)
    if all(point.skipped for point in left):
        raise Refused(Say("One item at least has to be held."))
    return _sound(left)


def changed(plan: Plan, item: str, **settings: object) -> Points:
    """With other settings of a point (`title`, `lead`, `notes`, `minutes`), already checked."""
    point = plan.point(item)
    _may_change(point)
    step = step_of(point).model_copy(update=settings)
    new = _changed(point_of(step), skipped=point.skipped)
    return tuple(new if one.id == item else one for one in plan.points)


def may_remove(plan: Plan, point: Point) -> bool:
    """Whether taking it away would be allowed, as far as one point can tell."""
    return not point.locked and point.id not in plan.held | plan.used and len(plan.points) > 1


def decks(points: Iterable[Point]) -> dict[str, Texts]:
    """The lists that the points write to, each with what is asked for it."""
    found: dict[str, Texts] = {}
    for point in points:
        for holder, deck in _decks(json.loads(point.settings)):
            label = holder.get("label")
            found.setdefault(deck, Texts(**label) if label else point.title)
    return found


def _decks(settings: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """What writes to a deck: the prompts of a point, or the point itself."""
    for many in ("prompts", "decks"):
        for prompt in settings.get(many) or ():
            yield prompt, str(prompt["deck"])
    if "fields" in settings and settings.get("deck"):
        yield {}, str(settings["deck"])


def _results(plan: Plan, item: str) -> list[str]:
    """The points that show the result of a vote, and nothing else."""
    return [
        point.id
        for point in plan.points
        if isinstance(step := step_of(point), Result) and step.vote == item
    ]


def _named(point: Point, names: Mapping[str, str]) -> Point:
    """The point under another id, and with it what it refers to."""
    step = step_of(point)
    given = {key: getattr(step, key) for key in REFERENCES if hasattr(step, key)}
    renamed = {key: names[value] for key, value in given.items() if value in names}
    return point_of(step.model_copy(update={"id": names[point.id], "locked": False, **renamed}))


def _put(points: Sequence[Point], more: Sequence[Point], after: str) -> Points:
    place = 0 if after == START else [point.id for point in points].index(after) + 1
    return (*points[:place], *more, *points[place:])


def _changed(point: Point, **values: object) -> Point:
    return point.model_copy(update=values)


def _may_change(point: Point) -> None:
    if point.locked:
        raise Refused(said(LOCKED.text, item=point.title))


def _may_skip(plan: Plan, point: Point) -> None:
    _may_change(point)
    if point.id == plan.current:
        raise Refused(Say("This is the item the meeting is at. Go on to the next one instead."))


def _sound(points: Points) -> Points:
    """Refuses an order in which a result comes before its vote, or without it."""
    seen: set[str] = set()
    for point in points:
        step = step_of(point)
        for key in REFERENCES:
            needed = getattr(step, key, "")
            if needed and needed not in seen:
                raise Refused(said(AFTER.text, item=point.title))
        seen.add(point.id)
    return points


LOCKED = Say(
    "“%(item)s” is a central item: it stays as it is and where it is. Items of your own can be put "
    "before and after it."
)
HELD = Say("“%(item)s” has been held, or something is written there. Skip it instead.")
AFTER = Say("“%(item)s” builds on a vote, so it has to come after that vote.")
