"""Makes scripts/terminal.png for the README: a rehearsal, photographed when the result is shown."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

from playwright.async_api import async_playwright

from workshop.domain.words import Language
from workshop.host import Host
from workshop.lobby import Lobby
from workshop.rehearse.play import FILE, opened, rehearse
from workshop.store.agendas import find, read_agenda
from workshop.tui.app import WorkshopApp

TARGET: Final = Path(__file__).with_name("terminal.png")
SIZE: Final = (110, 34)
LANGUAGE: Final[Language] = "en"
WAIT: Final = 120.0  # seconds for the rehearsal to come to the result


def main() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        agendas = tuple(read_agenda(find(name)) for name in ("introduction", "theme-1"))
        out = Path(folder)
        host = opened(out / FILE, agendas, LANGUAGE)
        try:
            drawing = asyncio.run(_drawn(host, out))
        finally:
            host.close()
    asyncio.run(_photographed(drawing))
    print(TARGET.name)


async def _drawn(host: Host, out: Path) -> str:
    """The stage as SVG, as soon as the result can be seen; the rehearsal ends there."""
    app = WorkshopApp(Lobby(out / FILE), LANGUAGE, host)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        playing = asyncio.create_task(
            rehearse(
                (),
                phones=24,
                language=LANGUAGE,
                seed=3,
                out=out,
                tell=lambda words: None,
                pace=0.4,
                host=host,
            )
        )
        async with asyncio.timeout(WAIT):
            while not _revealed(host):
                await asyncio.sleep(0.05)
        await pilot.pause(0.2)
        drawing = app.export_screenshot(title="workshop")
        playing.cancel()
        await asyncio.gather(playing, return_exceptions=True)
    return drawing


def _revealed(host: Host) -> bool:
    meeting = host.room.meeting
    shown = [r for r in meeting.rounds.values() if r.state == "revealed" and not r.runoff_of]
    return bool(shown)


async def _photographed(drawing: str) -> None:
    path = os.environ.get("WORKSHOP_CHROMIUM") or "/usr/bin/chromium"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"] if sys.platform == "linux" else []
        )
        page = await browser.new_page(viewport={"width": 1400, "height": 900})
        await page.set_content(drawing)
        await page.locator("svg").first.screenshot(path=str(TARGET))
        await browser.close()


if __name__ == "__main__":
    main()
