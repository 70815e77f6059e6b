"""Combines agendas into one day: every point after another, and one look-back at the end."""

import json
from collections.abc import Container, Iterable, Mapping, Sequence

from pydantic import JsonValue

from workshop.domain.agenda import Agenda, filled
from workshop.domain.event import Point
from workshop.steps import STEP, AnyStep, point_of
from workshop.steps.collect import Collect
from workshop.steps.lookback import Lookback

# Settings that name another step of the same agenda.
REFERENCES = ("vote",)

Settings = dict[str, JsonValue]


def combine(agendas: Sequence[Agenda], given: Mapping[str, str]) -> tuple[Point, ...]:
    """The points of the day; `given` fills `{region}` and `{sector}` where it has them.

    Steps of two agendas with the same id get different ones. Only the last look-back stays, and it
    stays only if some step collects what it looks back on.
    """
    steps: list[AnyStep] = []
    for agenda in agendas:
        steps += _renamed(agenda, given, {step.id for step in steps})
    return tuple(point_of(step) for step in _one_look_back(steps, len(agendas)))


def _renamed(agenda: Agenda, given: Mapping[str, str], taken: set[str]) -> Iterable[AnyStep]:
    names: dict[str, str] = {}
    for step in agenda.steps:
        names[step.id] = free(step.id, taken | set(names.values()))
    for step in agenda.steps:
        settings: Settings = json.loads(step.model_dump_json())
        settings |= {key: names[str(settings[key])] for key in REFERENCES if settings.get(key)}
        settings["id"] = names[step.id]
        yield STEP.validate_python(filled(settings, given, agenda.words))


def free(name: str, taken: Container[str]) -> str:
    """The name, with a number behind it if it is taken."""
    number, found = 2, name
    while found in taken:
        number, found = number + 1, f"{name}-{number}"
    return found


def _one_look_back(steps: Sequence[AnyStep], days: int) -> list[AnyStep]:
    """The last look-back closes a combined day; in a single agenda it stays where it stands."""
    collected = {p.deck for step in steps if isinstance(step, Collect) for p in step.prompts}
    looking = [s for s in steps if isinstance(s, Lookback) and s.deck in collected][-1:]
    if days == 1:
        return [s for s in steps if not isinstance(s, Lookback) or s in looking]
    return [*(step for step in steps if not isinstance(step, Lookback)), *looking]
