"""The stage in a real browser."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.async_api import Browser

from tests.meetings import prompt, step
from tests.tui.stand import Foyer, Stand, stand
from workshop.browser.window import Window
from workshop.domain.refused import Refused
from workshop.tui.app import WorkshopApp

DAY = (
    step("collect", "hopes", prompts=[prompt("hopes")]),
    step("text", body=dict.fromkeys(("sv", "nb", "nn", "en"), "Welcome")),
)
READY = "document.body.classList.contains('-first-byte')"


@contextmanager
def opened(host: Stand) -> Iterator[tuple[Window, threading.Thread]]:
    window = Window(lambda: WorkshopApp(Foyer(host), "en", host, lambda: host.now), "en")
    thread = threading.Thread(target=window.run)
    thread.start()
    try:
        yield window, thread
    finally:
        window.close()
        thread.join(10)
        assert not thread.is_alive()


async def test_the_page_paints_keys_work_and_a_reload_goes_on(
    chromium: Browser, tmp_path: Path
) -> None:
    with stand(tmp_path, *DAY) as host, opened(host) as (window, thread):
        host.join("p1", "authority", "Tax")
        page = await chromium.new_page(viewport={"width": 1200, "height": 700})
        await page.goto(window.address)
        await page.wait_for_function(READY)
        await page.wait_for_timeout(500)
        blank = await page.screenshot()
        for key in ("x", "n"):  # the first closes the code to join, if it stands there
            await page.keyboard.press(key)
            await page.wait_for_timeout(500)
        assert host.meeting.current == "text"
        assert await page.screenshot() != blank
        await page.reload()
        await page.wait_for_function(READY)
        await page.wait_for_timeout(500)
        await page.keyboard.press("b")
        await page.wait_for_timeout(500)
        assert host.meeting.current == "hopes"
        await page.keyboard.press("q")
        await page.wait_for_timeout(500)
        await page.keyboard.press("Enter")
        await page.get_by_text("The meeting is kept.").wait_for()
        thread.join(10)
        assert not thread.is_alive(), "left in the page is left"
        await page.close()


def test_only_who_has_the_address_sees_it(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host, opened(host) as (window, _):
        assert window.address.startswith("http://127.0.0.1:")
        with urlopen(window.address) as answer:
            assert answer.status == 200 and b"googleapis" not in answer.read()
        with pytest.raises(HTTPError):
            urlopen(window.address.rsplit("/", 2)[0] + "/")


def test_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[Window.__module__], "find_spec", lambda name: None)
    with stand(tmp_path, *DAY) as host, pytest.raises(Refused):
        Window(lambda: WorkshopApp(Foyer(host), "en", host), "en")
