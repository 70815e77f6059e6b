"""One browser for all browser tests, and one event loop for them to share."""

import os
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, settings
from playwright.async_api import Browser, Page, async_playwright

import chromium as browsers
from workshop.tui import haste

# The same examples every time, so that a red check means a change and not a lucky draw; look for
# new ones with `pytest --hypothesis-profile=search`. They write to a real disk: no deadline.
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile(
    "check", max_examples=60, deadline=None, derandomize=True, suppress_health_check=SLOW
)
settings.register_profile("search", max_examples=2_000, deadline=None, suppress_health_check=SLOW)
settings.load_profile("check")

QUIET = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


@pytest.fixture(autouse=True)
def every_key_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests press keys faster than a hand does, and mean each of them."""
    monkeypatch.setattr(haste, "QUICK", 0.0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A browser belongs to the loop that started it, so its tests run on the session's loop;
    # every other async test has a loop of its own.
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


def launch_arguments() -> list[str]:
    """Chromium refuses to run as root with its sandbox, and a build machine often is root."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, "--no-sandbox"] if root else list(QUIET)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """A running browser; tests that ask for it (or for `page`) must be async."""
    path = browsers.find()
    if path is None:
        pytest.fail(browsers.NONE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=launch_arguments())
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(chromium: Browser) -> AsyncIterator[Page]:
    """An empty page of a phone nobody has used before."""
    phone = await chromium.new_context(viewport={"width": 360, "height": 640}, has_touch=True)
    yield await phone.new_page()
    await phone.close()
