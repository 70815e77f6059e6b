import json

import pytest

from tests.meetings import day, prompt, step, texts
from workshop.domain.refused import Refused
from workshop.domain.words import Texts
from workshop.leading.planning import Plan
from workshop.leading.wording import reworded, wordings
from workshop.steps import AnyStep, point_of, step_of

NEW = Texts(sv="Ny", nb="Ny nb", nn="Ny nn", en="New")


@pytest.mark.parametrize("one", day(), ids=lambda one: one.kind)
def test_every_text_of_every_kind_can_be_changed_and_nothing_else_changes(one: AnyStep) -> None:
    plan = Plan((point_of(one),))
    for wording in wordings(plan.points[0]):
        (after,) = reworded(plan, one.id, wording.path, NEW)
        told = {w.path: w.texts for w in wordings(after)}
        before = {w.path: w.texts for w in wordings(plan.points[0])}
        assert told == before | {wording.path: NEW}
        (back,) = reworded(Plan((after,)), one.id, wording.path, wording.texts)
        assert json.loads(back.settings) == json.loads(plan.points[0].settings)


def test_the_title_comes_first_and_what_is_missing_can_be_written() -> None:
    point = point_of(step("collect", prompts=[prompt("hopes")], notes=texts("Slowly")))
    first, *_ = wordings(point)
    found = {wording.path: wording.texts for wording in wordings(point)}
    assert first.path == ("title",) and first.needed
    assert found[("lead",)] is None and found[("prompts", 0, "label")] is not None
    (after,) = reworded(Plan((point,)), "collect", ("notes",), None)
    assert step_of(after).notes is None


def test_a_central_point_keeps_its_texts() -> None:
    point = point_of(step("text", locked=True))
    with pytest.raises(Refused):
        reworded(Plan((point,)), "text", ("title",), NEW)
