"""A phone with several cards: those written before are folded away, and lose nothing there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.web.house import House, house
from tests.web.test_access import check_all, joined, readers
from tests.web.test_browser import browsing

STEP = """
[[step]]
kind = "cards"
id = "risks"
deck = "risks"
at_most = 4
"""
FIELDS = (("text", "line"), ("why", "text"), ("who", "party"))


def titled(name: str, key: str = "title") -> str:
    return "".join(f'{key}.{one} = "{name}"\n' for one in ("sv", "nb", "nn", "en"))


def agenda(folder: Path) -> str:
    fields = "".join(
        f'[[step.fields]]\nname = "{name}"\nask = "{ask}"\n{titled(name.title(), "label")}'
        for name, ask in FIELDS
    )
    file = folder / "risks.toml"
    about = titled("Risks") + titled("What threatens", "about")
    file.write_text(about + STEP + titled("Risks") + fields, encoding="utf-8")
    return str(file)


@asynccontextmanager
async def meeting(folder: Path) -> AsyncIterator[House]:
    async with house(folder, agenda(folder)) as here:
        await here.go("risks")
        yield here


async def write(page: Page, text: str, why: str) -> None:
    await page.locator("[name^=text-new-]").fill(text)
    await page.locator("[name^=why-new-]").fill(why)
    await page.locator("form#answer button.main").click()
    await expect(page.locator(".received")).to_be_visible()


async def two_written(page: Page, here: House) -> None:
    await joined(page, here)
    await page.goto(here.base)
    await write(page, "Too few controls", "Nobody has the time")
    await write(page, "Forged papers", "They look right")


def values(here: House, name: str) -> list[str]:
    return [card.value(name) for card in here.room.meeting.deck("risks")]


async def test_earlier_cards_are_folded_and_the_new_one_is_open(chromium: Browser, tmp_path: Path):
    async with meeting(tmp_path) as here:
        for script in (True, False):
            async with browsing(chromium, script=script) as phone:
                page = await phone.new_page()
                await two_written(page, here)
                summaries = page.locator(".folded summary")
                assert await summaries.all_inner_texts() == ["Too few controls", "Forged papers"]
                folded = page.locator(".folded textarea")
                for number in range(2):
                    await expect(folded.nth(number)).to_be_hidden()
                await expect(page.locator("[name^=why-new-]")).to_be_visible()
                await summaries.first.click()
                await expect(folded.first).to_be_visible()
                await folded.first.fill("Nobody is paid for it")
                await summaries.first.click()
                await page.locator("form#answer button.main").click()
                await expect(page.locator(".received")).to_be_visible()
        assert values(here, "why") == ["Nobody is paid for it", "They look right"] * 2


async def test_what_is_opened_stays_open_when_the_page_is_told_news(
    chromium: Browser, tmp_path: Path
):
    async with meeting(tmp_path) as here, browsing(chromium) as phone:
        page = await phone.new_page()
        await joined(page, here)
        await page.goto(here.base)
        await write(page, "Too few controls", "Nobody has the time")
        await write(page, "Ring 070-123 45 67", "They know")
        await page.goto(here.base)
        await page.locator(".folded summary").first.click()
        (held,) = here.room.meeting.waiting()
        await here.room.lead("approve", {"cards": [held.id]})
        await expect(page.locator("section.kept:not(#draft)")).to_have_count(0)
        await expect(page.locator(".folded textarea").first).to_be_visible()
        await expect(page.locator(".folded textarea").last).to_be_hidden()


async def test_what_was_typed_under_a_fold_is_shown_when_the_page_comes_back(
    chromium: Browser, tmp_path: Path
):
    async with meeting(tmp_path) as here, browsing(chromium) as phone:
        page = await phone.new_page()
        await two_written(page, here)
        await page.locator(".folded summary").last.click()
        await page.locator(".folded textarea").last.fill("Half a thought")
        await page.goto(here.base)
        await expect(page.locator(".folded textarea").last).to_have_value("Half a thought")
        await expect(page.locator(".folded textarea").last).to_be_visible()
        await expect(page.locator(".folded textarea").first).to_be_hidden()


async def test_a_folded_card_can_be_read_and_touched_by_everybody(
    chromium: Browser, tmp_path: Path
):
    async with meeting(tmp_path) as here, readers(chromium) as phones:
        for phone in phones:
            await two_written(phone.page, here)
            for box in await phone.page.locator(".folded summary").all():
                size = await box.bounding_box()
                assert size and size["height"] >= 44
        await check_all(phones, "folded cards", here.base)
