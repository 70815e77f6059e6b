from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Browser, Page

from tests.web.house import House, house
from workshop.domain.words import LANGUAGES, Language
from workshop.language import TAGS

# Everything in the light, the colours also in the dark: nothing else depends on them.
CHECKS = """async () => {
    const run = async rules => (await axe.run(document, {resultTypes: ["violations"], ...rules}))
        .violations.map(one => `${one.id}: ${one.nodes[0].html}`);
    return run(matchMedia("(prefers-color-scheme: dark)").matches
        ? {runOnly: {type: "rule", values: ["color-contrast"]}} : {});
}"""
SKELETON = """() => [...document.querySelectorAll("*")]
    .map(one => one.tagName + [...one.attributes].map(a => a.name) + one.className).join()"""


@dataclass
class Reader:
    """Somebody who reads pages in one language; pages built alike are checked once."""

    page: Page
    seen: set[str] = field(default_factory=set)

    async def check(self, where: str, address: str = "") -> None:
        if address:
            await self.page.goto(address)
        await self.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        skeleton = await self.page.evaluate(SKELETON)
        if skeleton in self.seen:
            return
        self.seen.add(skeleton)
        await self.page.evaluate(AXE_SCRIPT)
        for scheme in ("light", "dark"):
            await self.page.emulate_media(color_scheme=scheme)
            assert not await self.page.evaluate(CHECKS), (where, scheme, self.page.url)


@asynccontextmanager
async def reading(chromium: Browser, language: Language, width: int = 360) -> AsyncIterator[Reader]:
    context = await chromium.new_context(
        viewport={"width": width, "height": 740},
        locale=TAGS[language],
        # The checker puts its own script into the page, which our policy rightly refuses.
        bypass_csp=True,
    )
    try:
        yield Reader(await context.new_page())
    finally:
        await context.close()


@asynccontextmanager
async def readers(chromium: Browser, width: int = 360) -> AsyncIterator[list[Reader]]:
    """One in each language."""
    async with AsyncExitStack() as stack:
        opened = [reading(chromium, one, width) for one in LANGUAGES]
        yield [await stack.enter_async_context(one) for one in opened]


async def check_all(all_: Sequence[Reader], where: str, *addresses: str) -> None:
    for address in addresses:
        for one in all_:
            await one.check(where, address)


async def too_wide(page: Page) -> bool:
    return bool(await page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


async def joined(page: Page, here: House) -> None:
    await page.goto(here.base)
    await page.locator("input[value=union]").check()
    await page.locator("[name=organisation]").fill("Byggnads")
    await page.locator("form#answer button.main").click()
    await page.locator("footer a[href='/join']").wait_for()


async def furnished(here: House) -> None:
    """Groups are mixed, texts wait, and a vote is open."""
    phones = await here.phones(4)
    await here.go("expectations")
    await phones[0].write("Knowledge", "Ring 070-123 45 67")
    await here.go("groups")
    await here.room.lead("mix")
    await here.open_vote()


async def test_every_page_of_a_phone_can_be_read_by_everybody(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, readers(chromium) as phones:
        await check_all(phones, "before", here.base, f"{here.base}/test", f"{here.base}/nothing")
        for phone in phones:
            await phone.page.goto(here.base)
            await phone.page.locator("form#answer button.main").click()
            await phone.check("join, refused")
            await joined(phone.page, here)
        await furnished(here)
        await check_all(phones, "vote", here.base)
        for command in ("close", "reveal"):
            await here.room.lead(command)
        for point in here.room.meeting.points:
            await here.go(point.id)
            await check_all(phones, point.id, here.base)
        await here.room.lead("end")
        await check_all(phones, "thanks", here.base)


async def test_desk_and_mirror_can_be_read_by_everybody(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, readers(chromium, 1_200) as leaders:
        pages = (here.desk, f"{here.base}/screen")
        await furnished(here)
        await check_all(leaders, "vote", *pages)
        for command in ("close", "reveal"):
            await here.room.lead(command)
        # The desk has the same forms in every language; only its words are another's.
        for point in here.room.meeting.points:
            await here.go(point.id)
            await check_all(leaders[:1], point.id, *pages)
        await check_all(leaders, point.id, *pages)


async def test_nothing_is_cut_off_on_a_narrow_phone_with_large_text(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, reading(chromium, "nn", 320) as reader:
        page = reader.page
        await joined(page, here)
        await here.phones(4)
        await here.go("groups")
        await here.room.lead("mix")
        await here.open_vote(
            "Arbeidslivskriminalitetsførebyggingssamarbeidsutvalet i heile regionen", "Kort"
        )
        for command in ("close", "reveal"):
            await here.room.lead(command)
        for point in here.room.meeting.points:
            await here.go(point.id)
            for address in (here.base, f"{here.base}/screen", here.desk):
                await page.goto(address)
                for size in ("100%", "200%"):
                    await page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
                    assert not await too_wide(page), (point.id, address, size)


OVERFLOWS = """() => [...document.querySelectorAll('.wide')]
    .filter(one => one.scrollWidth > one.clientWidth + 1).length"""
ROW = "Försäkringskassan, Arbetsmiljöverket och kommunens näringslivsavdelning"


async def test_a_table_is_read_on_a_narrow_phone_without_moving_it_sideways(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path, "start-workshop") as here, reading(chromium, "sv", 320) as reader:
        page = reader.page
        await joined(page, here)
        await here.go("organisation")
        await here.room.lead("fill", {"row": ["resources"], "text": [ROW], "responsible": [ROW]})
        for point in ("organisation", "anchoring", "criteria"):
            await here.go(point)
            for address in (here.base, f"{here.base}/screen", here.desk):
                await reader.check(point, address)
                for size in ("100%", "200%"):
                    await page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
                    assert not await page.evaluate(OVERFLOWS), (point, address, size)


async def test_what_is_touched_is_large_enough(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, reading(chromium, "sv") as reader:
        page = reader.page
        await joined(page, here)
        await here.open_vote()
        for path in ("", "/join", "/screen", "/test", here.desk.removeprefix(here.base)):
            await page.goto(f"{here.base}{path}")
            small = await page.evaluate(
                """[...document.querySelectorAll(
                    'button, select, textarea, input:not([type=radio]):not([type=checkbox]),'
                    + '.option, summary, a.button, footer a')]
                .filter(one => !one.closest('.unseen') && one.type !== 'hidden' && one.offsetParent)
                .filter(one => one.getBoundingClientRect().height < 44)
                .map(one => one.outerHTML)"""
            )
            assert small == []
