"""Every kind of step, in every language, at every size: one test over the registry."""

from pathlib import Path
from typing import get_args

import pytest

from tests.meetings import day, listed
from tests.tui.stand import Stand, stand
from workshop.domain.words import LANGUAGES
from workshop.language import tongue
from workshop.steps import AnyStep
from workshop.tui.drawing.scene import lay
from workshop.tui.fields.page import box
from workshop.tui.view import View, view

SIZES = [(56, 15), (76, 20), (82, 29), (118, 38), (158, 50)]


@pytest.fixture
def views(tmp_path: Path) -> list[View]:
    """The meeting at each of its steps, and after its end."""
    with stand(tmp_path, *day()) as host:
        host.join("p1", "authority", "Arbeidstilsynet", "Kari")
        host.join("p2", "union", "Byggnads", "[@click=app.quit]x[/]")
        host.join("p3", "employer", "Byggföretagen")
        seen = [_seen(host)]
        while host.meeting.position() < len(host.meeting.points) - 1:
            host.do("next")
            seen.append(_seen(host))
        host.do("end")
        return [*seen, _seen(host)]


def _seen(host: Stand) -> View:
    step = host.room.step()
    if step and step.kind == "collect":
        host.write("p1", "expectations", "Underentreprenörskedjor " * 8, "[b]kort[/b]")
    if step and step.kind == "groups":
        host.do("mix")
        host.wait(host.room.lead("type", listed({"group": "0", "areas.0123456789ab": "Kontroll"})))
    return view(host.meeting, tongue("en").knowing(host.meeting.names))


def test_every_kind_of_step_is_here(views: list[View]) -> None:
    union = get_args(get_args(AnyStep)[0])
    assert {type(one.step) for one in views} == set(union)


def test_every_step_fits_every_window_in_every_language(views: list[View]) -> None:
    for one in views:
        for language in LANGUAGES:
            words = tongue(language).knowing(one.meeting.names)
            scene = View(one.meeting, words, one.step).scene
            for width, height in SIZES:
                laid = lay(scene, width, height)
                for page in laid.pages:
                    assert all(line.cell_length <= width for line in (*laid.top, *page))
                    assert len(laid.top) + 1 + len(page) <= height


def test_every_form_can_be_drawn(views: list[View]) -> None:
    for one in views:
        for action in one.actions:
            for field in action.form.fields if action.form else ():
                assert box(field, one.tongue).asked is field
