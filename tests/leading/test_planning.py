"""The laws of the agenda: whatever is done to it, it stays one that can be held."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meetings import RESULT, VOTE, Gathering, gathering, plausible, prompt, step
from workshop.domain.event import Point
from workshop.domain.refused import Refused
from workshop.leading.planning import START, Plan, added, changed, moved, removed, repeated, skipped
from workshop.leading.templates import templates
from workshop.steps import STEP, point_of, step_of

COLLECT = step("collect", "areas", prompts=[prompt("areas")])
CENTRAL = (step("text", "law", locked=True), step("text", "plan", locked=True))
DAY = (CENTRAL[0], COLLECT, VOTE, RESULT, CENTRAL[1], step("pause"), step("text", "closing"))
PLAN = tuple(point_of(one) for one in DAY)
NAMES = ("plan_add", "plan_change", "plan_notes", "plan_move", "plan_skip")
MORE = ("plan_repeat", "plan_remove", "next", "back", "go", "undo", "redo", "history")
doings = st.lists(
    st.tuples(st.sampled_from(NAMES + MORE), st.integers(0, 9_999)), min_size=1, max_size=25
)


def do(meeting: Gathering, name: str, number: int) -> None:
    action = next((one for one in meeting.room.actions() if one.name == name), None)
    if action is not None:
        answers = plausible(action.form, Random(number)) if action.form else {}
        with suppress(Refused):
            meeting.lead(name, **answers)


def ids(points: tuple[Point, ...]) -> list[str]:
    return [point.id for point in points]


@given(doings)
def test_the_agenda_can_always_be_held(told: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder, gathering(Path(folder), *DAY) as meeting:
        for name, number in told:
            before = meeting.meeting
            do(meeting, name, number)
            points = meeting.meeting.points
            assert ids(points) and len(set(ids(points))) == len(points)
            assert any(not point.skipped for point in points)
            assert meeting.meeting.current in ids(points)
            assert {step for step, _ in meeting.meeting.visits} <= set(ids(points))
            assert [p for p in points if p.locked] == [p for p in PLAN if p.locked]
            if name.startswith("plan_"):
                assert meeting.meeting.current == before.current
            for point in points:
                assert STEP.validate_json(point.settings).id == point.id
                assert_built_on_what_came_before(points, point)
        assert meeting.loaded() == meeting.meeting


def assert_built_on_what_came_before(points: tuple[Point, ...], point: Point) -> None:
    vote = getattr(step_of(point), "vote", "")
    assert not vote or vote in ids(points)[: ids(points).index(point.id)]


@given(doings)
def test_undo_restores_the_agenda(told: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder, gathering(Path(folder), *DAY) as meeting:
        for name, number in told:
            before = meeting.meeting
            do(meeting, name, number)
            if name.startswith("plan_") and len(meeting.meeting.entries) > len(before.entries):
                after = meeting.meeting.points
                assert meeting.lead("undo").meeting.points == before.points
                assert meeting.lead("redo").meeting.points == after


@pytest.mark.parametrize("name", list(templates()))
def test_every_template_makes_points_that_can_be_held(tmp_path: Path, name: str) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        for _ in range(2):
            answers = {"what": name, "after": "areas"}
            if templates()[name].chooses:
                answers["deck"] = "areas"
            meeting.lead("plan_add", **answers)
        new = [one for one in meeting.meeting.points if one.id not in ids(PLAN)]
        assert len(new) == 2 * len(templates()[name].steps)
        for point in new:
            meeting.go(point.id)
            assert meeting.room.step() == step_of(point)


def test_what_is_added_is_told_in_the_words_that_were_typed(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        typed = {"title": "Ny fråga", "lead": "Vad nu?", "minutes": "7"}
        meeting.lead("plan_add", what="discussion", after="areas", **typed)
        point = meeting.meeting.points[2]
        assert (point.title.sv, point.title.en, point.minutes) == ("Ny fråga", "Ny fråga", 7)
        meeting.lead("plan_add", what="text", title="", lead="", after=START)
        assert meeting.meeting.points[0].title.sv == "Information"
        assert meeting.meeting.points[0].title.en == "Information"


def test_texts_of_other_languages_stay_when_nothing_is_changed(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        kept = {"title": "Pause en", "lead": ""}
        meeting.lead("plan_change", item="pause", minutes="20", **kept)
        point = meeting.meeting.point("pause")
        assert (point.minutes, point.title.sv) == (20, "Pause sv")
        meeting.lead("plan_change", item="pause", minutes="20", title="Coffee", lead="Till ten")
        told = step_of(meeting.meeting.point("pause"))
        assert told.title.sv == "Coffee" and told.lead and told.lead.nn == "Till ten"
        assert meeting.lead("undo").meeting.point("pause").title.sv == "Pause sv"


def test_next_and_back_pass_over_what_is_skipped(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        meeting.lead("plan_skip", items=["areas", "vote", "result"])
        assert meeting.lead("next").meeting.current == "plan"
        assert meeting.lead("back").meeting.current == "law"
        meeting.lead("plan_skip", items=["pause", "closing"])
        assert "next" not in meeting.lead("next").names(), "the meeting ends here now"


def test_going_to_a_skipped_point_takes_it_up_at_once(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        meeting.lead("plan_skip", items="pause").go("pause")
        assert not meeting.meeting.point("pause").skipped
        meeting.lead("undo")
        assert meeting.meeting.current == "law" and meeting.meeting.point("pause").skipped


def test_a_vote_takes_its_result_along() -> None:
    twice = repeated(Plan(PLAN), "vote", "pause")
    assert ids(twice)[5:8] == ["pause", "vote-2", "result-2"]
    assert getattr(step_of(twice[7]), "vote", "") == "vote-2"
    assert ids(removed(Plan(twice), "vote")) == [
        i for i in ids(twice) if i not in ("vote", "result")
    ]


REFUSED: dict[str, Callable[[], object]] = {
    "a central point is moved": lambda: moved(Plan(PLAN), "law", "pause"),
    "a central point is skipped": lambda: skipped(Plan(PLAN), ["plan"]),
    "a central point is taken away": lambda: removed(Plan(PLAN), "law"),
    "a central point is changed": lambda: changed(Plan(PLAN), "law", minutes=1),
    "the current point is skipped": lambda: skipped(Plan(PLAN, current="pause"), ["pause"]),
    "what was held is taken away": lambda: removed(Plan(PLAN, held=frozenset(["pause"])), "pause"),
    "what was used is taken away": lambda: removed(Plan(PLAN, used=frozenset(["vote"])), "vote"),
    "the last point is skipped": lambda: skipped(Plan(PLAN[1:2]), ["areas"]),
    "the last point is taken away": lambda: removed(Plan(PLAN[1:2]), "areas"),
    "a result comes before its vote": lambda: moved(Plan(PLAN), "vote", "pause"),
    "a result has no vote": lambda: added(Plan(PLAN[:2]), [RESULT], "areas"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_that(what: str) -> None:
    with pytest.raises(Refused):
        REFUSED[what]()


def test_a_copy_of_a_central_point_is_one_of_our_own() -> None:
    twice = repeated(Plan(PLAN), "law", "pause")
    assert [point.locked for point in twice if point.id.startswith("law")] == [True, False]


def test_a_meeting_begins_at_the_first_point_that_is_held(tmp_path: Path) -> None:
    begins = (step("text", "optional", skipped=True), *DAY)
    with gathering(tmp_path, *begins) as meeting:
        assert meeting.meeting.current == "law" and "back" not in meeting.names()
        meeting.go("optional")
        assert meeting.lead("next").meeting.current == "law"
