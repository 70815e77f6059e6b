from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

from tests.web.house import House, house
from workshop.domain.words import LANGUAGES, Language
from workshop.language import TAGS

Scheme = Literal["light", "dark"]
NARROW: dict[str, int] = {"width": 320, "height": 640}


@asynccontextmanager
async def reading(
    chromium: Browser, language: Language, scheme: Scheme, width: int = 360
) -> AsyncIterator[Page]:
    context = await chromium.new_context(
        viewport={"width": width, "height": 740},
        locale=TAGS[language],
        color_scheme=scheme,
        # The checker puts its own script into the page, which our policy rightly refuses.
        bypass_csp=True,
    )
    page = await context.new_page()
    try:
        yield page
    finally:
        await context.close()


async def faults(page: Page) -> list[str]:
    found = await Axe().run(page, options={"resultTypes": ["violations"]})
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]


async def too_wide(page: Page) -> bool:
    return bool(await page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


async def joined(page: Page, here: House) -> None:
    await page.goto(here.base)
    await page.locator("input[value=union]").check()
    await page.locator("[name=organisation]").fill("Byggnads")
    await page.locator("main button.main").click()
    await page.locator("footer a").first.wait_for()


# Colours do not depend on the language, nor words on the colours.
@pytest.mark.parametrize(
    ("language", "scheme"), [*((one, "light") for one in LANGUAGES), ("sv", "dark")]
)
async def test_every_page_of_a_phone_can_be_read_by_everybody(
    chromium: Browser, tmp_path: Path, language: Language, scheme: Scheme
):
    async with house(tmp_path) as here, reading(chromium, language, scheme) as page:
        await page.goto(here.base)
        assert not await faults(page), "join"
        await page.locator("main button.main").click()
        assert not await faults(page), "join, refused"
        await joined(page, here)
        await here.phones(4)
        await here.go("groups")
        await here.room.lead("mix")
        await here.open_vote()
        await page.goto(here.base)
        assert not await faults(page), "vote"
        for command in ("close", "reveal"):
            await here.room.lead(command)
        for point in here.room.meeting.points:
            await here.go(point.id)
            await page.goto(here.base)
            assert not await faults(page), point.id
        await here.room.lead("end")
        await page.goto(here.base)
        assert not await faults(page), "thanks"
        await page.goto(f"{here.base}/nothing")
        assert not await faults(page), "not found"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", ["desk", "screen"])
async def test_desk_and_mirror_can_be_read_by_everybody(
    chromium: Browser, tmp_path: Path, where: str, scheme: Scheme
):
    address: Callable[[House], str] = (
        (lambda here: here.desk) if where == "desk" else (lambda here: f"{here.base}/screen")
    )
    async with house(tmp_path) as here, reading(chromium, "sv", scheme, 1_200) as page:
        await here.phones(4)
        await here.go("groups")
        await here.room.lead("mix")
        await here.open_vote()
        await page.goto(address(here))
        assert not await faults(page), "vote"
        for command in ("close", "reveal"):
            await here.room.lead(command)
        for point in here.room.meeting.points:
            await here.go(point.id)
            await page.goto(address(here))
            await page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert not await faults(page), point.id


async def test_nothing_is_cut_off_on_a_narrow_phone_with_large_text(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, reading(chromium, "nn", "light", 320) as page:
        await joined(page, here)
        await here.phones(4)
        await here.go("groups")
        await here.room.lead("mix")
        await here.open_vote(
            "Arbeidslivskriminalitetsførebyggingssamarbeidsutvalet i heile regionen", "Kort"
        )
        for command in ("close", "reveal"):
            await here.room.lead(command)
        for size in ("100%", "200%"):
            for point in here.room.meeting.points:
                await here.go(point.id)
                for address in (here.base, f"{here.base}/screen", here.desk):
                    await page.goto(address)
                    await page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
                    assert not await too_wide(page), (point.id, address, size)


async def test_what_is_touched_is_large_enough(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, reading(chromium, "sv", "light") as page:
        await joined(page, here)
        await here.open_vote()
        for address in (here.base, f"{here.base}/join", here.desk):
            await page.goto(address)
            small = await page.evaluate(
                """[...document.querySelectorAll(
                    'button, select, textarea, input:not([type=radio]):not([type=checkbox]),'
                    + '.option, summary, a.button')]
                .filter(one => !one.closest('.unseen') && one.type !== 'hidden' && one.offsetParent)
                .filter(one => one.getBoundingClientRect().height < 44)
                .map(one => one.outerHTML)"""
            )
            assert small == []
