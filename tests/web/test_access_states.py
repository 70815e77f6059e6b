"""The pages that only some people meet: refusals, other rules of voting, banners, what comes after.

Each in every language, in the light and in the dark.
"""

from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.web.house import House, house
from tests.web.test_access import check_all, joined, readers, reading
from workshop.domain.edition import Edition, Written
from workshop.exporting import publish

RULES = {
    "plain": "",
    "stacking": "stacking = true\nvotes = 5",
    "ranked": "ranked = true",
    "group": 'per = "group"',
}


def titled(name: str, key: str = "title") -> str:
    return "".join(f'{key}.{one} = "{name}"\n' for one in ("sv", "nb", "nn", "en"))


def agenda(folder: Path) -> str:
    """Areas, groups, and a vote by each rule."""
    prompt = "[[step.prompts]]\ndeck = 'areas'\n" + titled("Areas", "label")
    file = folder / "votes.toml"
    file.write_text(
        titled("Votes")
        + titled("All the rules", "about")
        + f"[[step]]\nkind = 'collect'\nid = 'areas'\n{titled('Areas')}{prompt}"
        + f"[[step]]\nkind = 'groups'\nid = 'groups'\n{titled('Groups')}"
        + "".join(
            f"[[step]]\nkind = 'vote'\nid = '{name}'\ndeck = 'areas'\n{rule}\n{titled(name)}"
            for name, rule in RULES.items()
        ),
        encoding="utf-8",
    )
    return str(file)


async def written(here: House) -> None:
    lines = {f"areas.{n:012x}": [text] for n, text in enumerate(("Control", "Trade", "Help"), 1)}
    await here.go("areas")
    await here.room.lead("type", lines)
    await here.go("groups")
    await here.room.lead("mix")


async def sent(page: Page) -> None:
    await page.locator("form#answer button.main").click()
    await expect(page.locator(".received, .problem").first).to_be_visible()


async def test_every_rule_of_voting_can_be_read_by_everybody(chromium: Browser, tmp_path: Path):
    async with house(tmp_path, agenda(tmp_path)) as here, readers(chromium) as phones:
        for phone in phones:
            await joined(phone.page, here)
        await written(here)
        for rule in RULES:
            await here.go(rule)
            await check_all(phones, f"{rule} before", here.base)
            await here.room.lead("open")
            await check_all(phones, f"{rule} open", here.base)
            for phone in phones:
                await sent(phone.page)
                await phone.check(f"{rule} sent")
            await here.room.lead("close")
            await check_all(phones, f"{rule} closed", here.base)


async def test_what_is_refused_can_be_read_by_everybody(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, readers(chromium) as phones:
        for phone in phones:
            page = phone.page
            await page.goto(here.base)
            await page.locator("details.again summary, summary").first.click()
            await page.locator("[name=code]").fill("nothing")
            await page.locator("[name=code]").press("Enter")
            await expect(page.locator(".error")).to_be_visible()
            await phone.check("wrong code")
            await page.context.clear_cookies()
            await page.locator("form#answer button.main").click()
            await expect(page.locator(".problem")).to_be_visible()
            await phone.check("no cookies")
            await joined(page, here)
        await here.open_vote()
        for phone in phones:
            page = phone.page
            await page.goto(here.base)
            for box in await page.locator(".ballot input").all():
                await box.check()
            await sent(page)
            await phone.check("too many votes")
        await here.room.lead("close")
        for phone in phones:
            await phone.check("closed meanwhile", here.base)


async def test_banners_can_be_read_by_everybody(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, reading(chromium, "sv") as reader:
        page = reader.page
        await joined(page, here)
        await here.go("expectations")
        await page.locator("textarea").first.fill("Half")
        await here.go("plenary")
        await expect(page.locator("#moved")).not_to_be_empty()
        await reader.check("moved on")
        await page.locator("#moved a").click()
        await expect(page.locator("#draft")).to_be_visible()
        await reader.check("not sent")
        await here.stop()
        await expect(page.locator("#lost")).not_to_be_empty(timeout=9_000)
        await reader.check("lost")


async def test_the_desk_after_a_refusal_and_its_documents_can_be_read_by_everybody(
    chromium: Browser, tmp_path: Path
):
    houses: list[House] = []

    async def documents(edition: Edition) -> Written:
        return await publish(houses[0].room, tmp_path / "out", edition)

    async with (
        house(tmp_path, documents=documents) as here,
        readers(chromium, 390) as leaders,
    ):
        houses.append(here)
        await here.open_vote()
        for leader in leaders:
            page = leader.page
            await leader.check("open vote", here.desk)
            await page.locator("#form-person button.main").click()
            await expect(page.locator(".error").first).to_be_visible()
            await leader.check("refused")
            await page.goto(here.desk)
            await page.locator("#do-cancel").click()
            await leader.check("confirm")
            await leader.check("documents", f"{here.desk}/documents/{await lang(page)}")
        await here.room.lead("cancel")
        await here.room.lead("end")
        await check_all(leaders, "ended", here.desk, f"{here.base}/screen", here.base)


async def lang(page: Page) -> str:
    tag = await page.locator("html").get_attribute("lang")
    return (tag or "")[:2]
