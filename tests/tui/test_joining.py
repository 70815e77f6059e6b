"""Before the meeting: which address, does it work, and how to come onto the network."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.meetings import step
from tests.tui.playing import Play, reads, screen, shown, typed, until
from tests.tui.stand import Stand, stand
from workshop.tui.drawing.wifi import wifi
from workshop.tui.screens.joining import Joining
from workshop.tui.widgets import pulpit
from workshop.tui.widgets.qr import CodeCorner
from workshop.tui.widgets.stage import Stage

DAY = (step("introductions"), step("text", "closing"))
WIDE = (120, 40)


async def test_the_code_is_made_for_the_address_that_is_chosen(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host, (200, 60)) as pilot:
            await reads(pilot, "a: another address (2 found)")
            before = screen(pilot)
            await pilot.press("a")
            await until(pilot, lambda: host.address == "http://10.0.0.7:8080")
            await until(pilot, lambda: screen(pilot) != before)
            await pilot.press("a")
            await until(pilot, lambda: host.places.current() == "192.168.1.20")
            assert isinstance(pilot.app.screen, Joining)


async def test_a_test_code_says_when_a_phone_has_reached_us(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host, WIDE) as pilot:
            await until(pilot, lambda: isinstance(pilot.app.screen, Joining))
            await pilot.press("t")
            await reads(pilot, "No phone has reached us yet.")
            host.reached = 1
            await reads(pilot, "✓ A phone has reached us.")


async def test_a_wifi_code_is_shown_until_the_key_is_pressed_again(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host, WIDE) as pilot:
            await until(pilot, lambda: isinstance(pilot.app.screen, Joining))
            await pilot.press("w")
            await reads(pilot, "Name of the network")
            await typed(pilot, "guest\nsecret\n")
            await reads(pilot, "Password: secret")
            await pilot.press("w")
            await until(pilot, lambda: "Password: secret" not in screen(pilot))


async def test_guidance_when_phones_cannot_reach_the_computer(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host, (80, 24)) as pilot:
            await until(pilot, lambda: isinstance(pilot.app.screen, Joining))
            await pilot.press("question_mark")
            await reads(pilot, "hotspot")
            await reads(pilot, "Close  Esc")
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, Joining))


@asynccontextmanager
async def under_way(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Stand, Play, CodeCorner]]:
    """A meeting that looks after its address often, and the code in its corner."""
    monkeypatch.setattr(pulpit, "LOOK", 0.05)
    with stand(folder, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, WIDE) as pilot:
            await reads(pilot, "192.168.1.20:8080")
            yield host, pilot, pilot.app.screen.query_one(CodeCorner)


async def test_another_address_during_the_meeting_is_told_with_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with under_way(tmp_path, monkeypatch) as (host, pilot, corner):
        host.found.remove("192.168.1.20")
        await reads(pilot, "has another network address now")
        await until(pilot, lambda: corner.address == "http://10.0.0.7:8080")
        host.found[:] = ["172.20.10.2"]
        await until(pilot, lambda: corner.address == "http://172.20.10.2:8080")
        assert not pilot.app._notifications


async def test_an_address_that_is_chosen_makes_no_phone_scan_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with under_way(tmp_path, monkeypatch) as (host, pilot, corner):
        host.places.choose("10.0.0.7")
        await until(pilot, lambda: corner.address == "http://10.0.0.7:8080")
        assert "another network address" not in screen(pilot)


@pytest.mark.parametrize("size", [(80, 24), (100, 24), (90, 40)], ids=str)
async def test_where_the_code_does_not_fit_its_address_and_key_always_stand(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, size) as pilot:
            await until(pilot, lambda: "j  192.168.1.20:8080" in screen(pilot).splitlines()[0])
            await pilot.press("j")
            await until(pilot, lambda: isinstance(pilot.app.screen, Joining))


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (100, 24), (120, 40)], ids=str)
async def test_the_address_stands_once_and_follows_the_agenda_that_is_hidden(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, size) as pilot:
            for _ in range(3):
                await until(pilot, lambda: screen(pilot).count("192.168.1.20:8080") == 1)
                await pilot.press("i")
                await pilot.pause(0.1)


async def test_the_stage_stands_still_while_the_meeting_goes_on(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, WIDE) as pilot:
            stage = pilot.app.screen.query_one(Stage)
            before = stage.view
            await pilot.press("comma")
            await reads(pilot, "The stage stands still.")
            await pilot.press("n")
            await until(pilot, lambda: host.meeting.position() == 1)
            await pilot.press("b")
            await until(pilot, lambda: host.meeting.position() == 0)
            await pilot.press("n")
            await until(pilot, lambda: host.meeting.position() == 1)
            assert stage.view is before and "Item 1 of 2" in screen(pilot)
            await pilot.press("comma")
            await reads(pilot, "Item 2 of 2")


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("guest", "secret", "WIFI:T:WPA;S:guest;P:secret;;"),
        ("guest", "", "WIFI:T:nopass;S:guest;P:;;"),
        ('a;b,c:d"e\\f', ";", 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:\\;;;'),
        ("Møterom Å", "blåbær", "WIFI:T:WPA;S:Møterom Å;P:blåbær;;"),
    ],
)
def test_a_wifi_code_escapes_what_means_something(name: str, password: str, code: str) -> None:
    assert wifi(name, password) == code
