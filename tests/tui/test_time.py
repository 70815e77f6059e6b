"""Time on the screen: the bell, the hint that the day ends late, what was skipped."""

from pathlib import Path

import pytest

from tests.meetings import step
from tests.tui.playing import reads, screen, shown, until
from tests.tui.stand import stand
from workshop.tui.app import WorkshopApp
from workshop.tui.widgets import status

DAY = (
    step("text", "first", minutes=10),
    step("text", "second", minutes=30),
    step("pause", minutes=15),
)


@pytest.fixture
def rings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was rung, with a clock that looks more often."""
    rung: list[str] = []
    monkeypatch.setattr(status, "TICK", 0.02)
    monkeypatch.setattr(WorkshopApp, "bell", lambda app: rung.append("bell"))
    return rung


async def test_the_bell_rings_once_when_time_is_up(tmp_path: Path, rings: list[str]) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.press("B")
            await until(pilot, lambda: host.meeting.bell)
            host.pass_time(minutes=9)
            await reads(pilot, "left of 10 min")
            assert not rings
            host.pass_time(minutes=2)
            await until(pilot, lambda: len(rings) == 1)
            host.pass_time(minutes=2)
            await pilot.pause(0.2)
            assert len(rings) == 1


async def test_the_bell_is_silent_unless_it_is_switched_on(
    tmp_path: Path, rings: list[str]
) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            host.pass_time(minutes=11)
            await reads(pilot, "the time is up")
            await pilot.pause(0.1)
            assert not rings


async def test_a_step_that_was_over_already_does_not_ring(tmp_path: Path, rings: list[str]) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        host.do("bell")
        host.pass_time(minutes=11)
        async with shown(host) as pilot:
            await reads(pilot, "the time is up")
            host.do("next")
            await reads(pilot, "left of 30 min")
            await pilot.pause(0.1)
            assert not rings


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_could_be_shortened_is_said_until_it_is_done(
    tmp_path: Path, size: tuple[int, int], rings: list[str]
) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, size) as pilot:
            host.pass_time(minutes=12)
            await pilot.pause(0.1)
            assert "later than planned" not in screen(pilot), "two minutes are nothing"
            host.pass_time(minutes=6)
            await reads(pilot, "Ends 8 min later than planned.")
            await reads(pilot, "F shortens: Second en −5, Pause en −3")
            await pilot.press("F")
            await until(pilot, lambda: "later than planned" not in screen(pilot))
            assert host.meeting.stretched == {"second": -5, "pause": -3}


async def test_next_passes_over_what_is_skipped_to_a_break(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, (80, 24)) as pilot:
            host.do("plan_skip", items="second")
            await pilot.press("n")
            await reads(pilot, "The break lasts until then")
            assert host.meeting.current == "pause"
