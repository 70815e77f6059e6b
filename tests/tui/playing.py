"""A tiny language for tests of the terminal: show a meeting, press keys, read the screen."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from tests.tui.stand import Foyer, Stand
from workshop.domain.words import Language
from workshop.tui.app import WorkshopApp
from workshop.tui.screens.networks import NetworksScreen

Play = Pilot[None]
PATIENCE = 20.0  # seconds until a test gives up; a busy computer is not a fault


@asynccontextmanager
async def shown(
    host: Stand, size: tuple[int, int] = (120, 40), language: Language = "en", slowly: bool = False
) -> AsyncIterator[Play]:
    """The meeting on a screen of this size."""
    app = WorkshopApp(Foyer(host), language, host, lambda: host.now)
    app.animation_level = "full" if slowly else "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


@asynccontextmanager
async def welcomed(
    foyer: Foyer, size: tuple[int, int] = (120, 40), language: Language = "en"
) -> AsyncIterator[Play]:
    """The first screen."""
    app = WorkshopApp(foyer, language, None, lambda: foyer.host.now)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


def screen(pilot: Play) -> str:
    """All that can be read now, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def until(pilot: Play, true: Callable[[], bool]) -> None:
    """Waits for what happens on the room's thread."""
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.01)
            await pilot.pause()


async def reads(pilot: Play, words: str) -> None:
    """Waits until the words can be read; says what could be read instead when they never can."""
    try:
        await until(pilot, lambda: words in screen(pilot))
    except TimeoutError:
        raise AssertionError(f"{words!r} is not on the screen:\n{screen(pilot)}") from None


async def typed(pilot: Play, text: str) -> None:
    """Presses the keys of a text."""
    names = {" ": "space", ".": "full_stop", ",": "comma", ":": "colon", "\n": "enter"}
    await pilot.press(*(names.get(letter, letter) for letter in text))


async def networks_listed(pilot: Play) -> None:
    """From the first screen to the list of networks."""
    await pilot.press("down", "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, NetworksScreen))
