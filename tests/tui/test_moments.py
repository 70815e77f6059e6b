"""The reveal and the closing page."""

from pathlib import Path

import pytest

from tests.meetings import prompt, step
from tests.tui.playing import reads, screen, shown, until
from tests.tui.stand import Stand, stand
from workshop.tui.drawing import reveal

AREAS = step("collect", "areas", prompts=[prompt("areas")])
VOTE = step("vote", deck="areas", places=1)
DAY = (AREAS, VOTE, step("collect", "measures", prompts=[prompt("measures")]), step("followup"))


def counted(host: Stand, items: int = 3) -> None:
    host.join("p1", "authority", "Tax")
    host.write("", "areas", *(f"Area {n}" for n in range(items)))
    host.do("next")
    host.do("open")
    host.send("p1", ballot=[host.meeting.deck("areas")[1].id])
    host.do("close")


async def test_bars_appear_from_the_lowest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reveal, "LONGEST", 0.3)
    with stand(tmp_path, *DAY) as host:
        counted(host)
        async with shown(host, (80, 30), slowly=True) as pilot:
            await pilot.press("r")
            await until(pilot, lambda: host.meeting.rounds[_round(host)].state == "revealed")
            await until(pilot, lambda: "Area 2" in screen(pilot))
            assert "Area 1" not in screen(pilot)
            await reads(pilot, "Area 1")


async def test_any_key_shows_the_whole_result_and_does_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reveal, "LONGEST", 100.0)
    monkeypatch.setattr(reveal, "WHOLE", 1000.0)
    with stand(tmp_path, *DAY) as host:
        counted(host)
        async with shown(host, (80, 30), slowly=True) as pilot:
            await pilot.press("r")
            await until(pilot, lambda: host.meeting.rounds[_round(host)].state == "revealed")
            await pilot.pause(0.2)
            assert "Area 1" not in screen(pilot)
            await pilot.press("n")
            await reads(pilot, "Area 1")
            assert host.meeting.current == "vote"


async def test_a_long_result_stands_there_at_once(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        counted(host, 25)
        async with shown(host, (200, 60), slowly=True) as pilot:
            await pilot.press("<", "r")
            await reads(pilot, "Area 1")


async def test_a_result_over_several_pages_appears_from_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reveal, "LONGEST", 0.3)
    with stand(tmp_path, *DAY) as host:
        counted(host, 12)
        async with shown(host, (80, 24), slowly=True) as pilot:
            await pilot.press("r")
            await reads(pilot, "Page 2 of 2")
            assert "Area 1 " not in screen(pilot)
            await reads(pilot, "Page 1 of 2")
            await reads(pilot, "Area 1 ")


async def test_the_last_page_tells_what_was_agreed_and_when_we_meet(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        counted(host)
        host.do("reveal")
        host.do("go", item="measures")
        host.write("", "measures", "Joint visits")
        host.do("go", item="followup")
        host.do("agree", date="2026-09-17")
        host.do("end")
        async with shown(host, (90, 24)) as pilot:
            for words in ("Thank you", "Joint visits", "no owner yet", "17 September"):
                await reads(pilot, words)
            assert "Item " not in screen(pilot).splitlines()[0]


async def test_without_measures_the_last_page_tells_what_goes_on(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        counted(host)
        host.do("reveal")
        host.do("end")
        async with shown(host, (90, 24)) as pilot:
            await reads(pilot, "What we go on with")
            assert "Area 2" not in screen(pilot)


def _round(host: Stand) -> str:
    return next(iter(host.meeting.rounds))
