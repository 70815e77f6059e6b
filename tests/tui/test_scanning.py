"""What a phone held up to the projected terminal reads, at every supported size."""

from pathlib import Path

import pytest

from tests.meetings import step
from tests.tui.camera import seen
from tests.tui.playing import Play, reads, shown, typed, until
from tests.tui.stand import stand
from workshop.tui.screens.joining import Joining
from workshop.tui.themes import LIGHT

DAY = (step("introductions"), step("text", "closing"))
SIZES = [(80, 24), (120, 40), (200, 60)]
SMALL = [(120, 40), (200, 60)]


async def scanned(pilot: Play, text: str) -> None:
    try:
        await until(pilot, lambda: text in [one.lower() for one in seen(pilot)])
    except TimeoutError:
        raise AssertionError(f"{text!r} cannot be scanned, only {seen(pilot)}") from None


async def before(pilot: Play) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Joining))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_code_to_join_is_read_by_a_camera(tmp_path: Path, size: tuple[int, int]) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host, size) as pilot:
            await before(pilot)
            await scanned(pilot, host.address)
            await pilot.press("t")
            await scanned(pilot, f"{host.address}/test")


@pytest.mark.parametrize("size", SMALL, ids=str)
@pytest.mark.parametrize("theme", ["", LIGHT.name], ids=["dark", "bright"])
async def test_the_small_code_in_the_corner_is_read_by_a_camera(
    tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, size) as pilot:
            pilot.app.theme = theme or pilot.app.theme
            await scanned(pilot, host.address)


@pytest.mark.parametrize("size", [(80, 24), (90, 40), (100, 30), (120, 28), (130, 26)], ids=str)
@pytest.mark.parametrize("theme", ["", LIGHT.name], ids=["dark", "bright"])
async def test_whoever_is_asked_to_scan_finds_the_code_in_a_small_window_too(
    tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host, size) as pilot:
            pilot.app.theme = theme or pilot.app.theme
            await before(pilot)
            await pilot.press("escape")
            await until(pilot, lambda: not isinstance(pilot.app.screen, Joining))
            await reads(pilot, "n  Next item")
            await scanned(pilot, host.address)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_code_of_the_network_says_its_name_and_password(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host, size) as pilot:
            await before(pilot)
            await pilot.press("w")
            await pilot.pause(0.2)
            await typed(pilot, "guest, 2\nsecret\n")
            await scanned(pilot, "wifi:t:wpa;s:guest\\, 2;p:secret;;")
