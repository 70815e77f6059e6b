"""A burst of news is drawn a few times, and the newest is always drawn."""

from pathlib import Path

import pytest

from tests.meetings import prompt, step
from tests.tui.playing import reads, shown
from tests.tui.stand import stand
from workshop.tui import view
from workshop.tui.widgets.stage import Stage

HOPES = step("collect", "hopes", prompts=[prompt("hopes")])


async def test_a_burst_of_news_is_drawn_a_few_times(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, (80, 24)) as pilot:
            stage = pilot.app.screen.query_one(Stage)
            views = set[int]()
            stage.watch(stage, "view", lambda view: views.add(id(view)), init=False)
            host.write("", "hopes", *(f"Hope {n}" for n in range(4)))
            for n in range(20):
                host.write("p1", "hopes", f"Another {n % 5}")
            host.write("", "hopes", "The last")
            await reads(pilot, "The last")
            assert len(views) < 20


async def test_forms_are_not_built_for_ballots_that_come_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stand(tmp_path, HOPES, step("vote", deck="hopes")) as host:
        for person in ("p1", "p2"):
            host.join(person, "authority", "Tax")
        host.write("", "hopes", "One", "Two")
        host.do("next")
        host.do("open")
        async with shown(host, (100, 30)) as pilot:
            await reads(pilot, "0 of 2")
            monkeypatch.setattr(view, "actions", lambda meeting: pytest.fail("built"))
            host.send("p1", ballot=[host.meeting.deck("hopes")[0].id])
            await reads(pilot, "1 of 2")
