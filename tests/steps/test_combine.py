"""Several agendas in one day: every point after another, and one look-back at the end."""

import json

import pytest

from tests.meetings import AREAS, RESULT, VOTE, agenda, prompt, step, texts
from workshop.domain.agenda import Agenda
from workshop.domain.event import Point
from workshop.domain.words import Texts
from workshop.steps import step_of
from workshop.steps.combine import combine
from workshop.store.agendas import read_agenda, shipped

EXPECT = step("collect", "expect", prompts=[prompt("expectations")])
LOOKBACK = step("lookback")


def ids(*agendas: Agenda) -> list[str]:
    return [point.id for point in combine(agendas, {})]


def settings(point: Point) -> dict[str, object]:
    found: dict[str, object] = json.loads(point.settings)
    return found


def test_points_come_after_one_another() -> None:
    assert ids(agenda(EXPECT), agenda(AREAS, VOTE)) == ["expect", "areas", "vote"]


def test_points_of_the_same_name_are_renamed_with_what_refers_to_them() -> None:
    day = agenda(AREAS, VOTE, RESULT)
    points = combine((day, day, day), {})
    assert [point.id for point in points] == [
        *("areas", "vote", "result"),
        *("areas-2", "vote-2", "result-2"),
        *("areas-3", "vote-3", "result-3"),
    ]
    assert [settings(p)["vote"] for p in points if p.id.startswith("result")] == [
        *("vote", "vote-2", "vote-3")
    ]


def test_a_new_name_is_nobody_elses() -> None:
    found = ids(
        agenda(step("text", "a")),
        agenda(step("text", "a"), step("text", "a-2"), step("text", "a-3")),
        agenda(step("text", "a-2"), step("text", "a")),
    )
    assert len(found) == len(set(found)) == 6


def test_one_look_back_at_the_end() -> None:
    first, second = agenda(EXPECT, LOOKBACK), agenda(AREAS, LOOKBACK, VOTE)
    assert ids(first, second) == ["expect", "areas", "vote", "lookback-2"]


def test_no_look_back_without_expectations() -> None:
    assert ids(agenda(AREAS, LOOKBACK)) == ["areas"]
    assert ids(agenda(AREAS, LOOKBACK), agenda(VOTE, LOOKBACK)) == ["areas", "vote"]


def test_the_look_back_of_one_agenda_stays_where_it_stands() -> None:
    assert ids(agenda(EXPECT, LOOKBACK, AREAS)) == ["expect", "lookback", "areas"]


def test_gaps_are_filled_from_what_was_given_or_from_the_agenda() -> None:
    about = Texts(**texts("About"))
    ours = Texts(sv="vår region", nb="regionen vår", nn="regionen vår", en="our region")
    whole = Agenda(
        id="a",
        title=about,
        about=about,
        words={"region": ours},
        steps=(
            step(
                "collect",
                "c",
                title={one: "In {region}, {sector} {other}" for one in ("sv", "nb", "nn", "en")},
                prompts=[
                    {"deck": "d", "label": {o: "{region}?" for o in ("sv", "nb", "nn", "en")}}
                ],
            ),
        ),
    )
    (point,) = combine((whole,), {"region": "", "sector": "{region}"})
    assert point.title.sv == "In vår region, {region} {other}"
    (point,) = combine((whole,), {"region": "Väst"})
    assert point.title.nn == "In Väst, {sector} {other}"
    assert '"Väst?"' in point.settings


@pytest.mark.parametrize("more", range(len(shipped())))
def test_any_shipped_agendas_make_a_day(more: int) -> None:
    agendas = tuple(read_agenda(file) for file in shipped())
    points = combine((agendas[0], agendas[more], agendas[more]), {"region": "Väst"})
    found = [point.id for point in points]
    assert len(found) == len(set(found))
    for point in points:
        assert step_of(point).id == point.id
        assert "{region}" not in point.settings and "{sector}" not in point.settings
    for point in points:
        if "vote" in settings(point):
            assert settings(point)["vote"] in found
