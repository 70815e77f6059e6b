import asyncio

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page
from textual.app import App


async def test_a_page_can_be_read_and_checked_for_accessibility(page: Page):
    await page.set_content(
        "<html lang=en><title>Vote</title><main><h1>Vote</h1><img src='data:,'></main></html>"
    )
    assert await page.inner_text("h1") == "Vote"
    found = await Axe().run(page)
    assert [violation["id"] for violation in found.response["violations"]] == ["image-alt"]


async def test_a_terminal_app_runs_in_the_same_session():
    async with App[None]().run_test() as pilot:
        await pilot.pause()


def test_a_plain_test_may_run_a_loop_of_its_own():
    assert asyncio.run(asyncio.sleep(0, "done")) == "done"
