"""What a phone has not been told is received: it waits, it is sent again, and it says so."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from tests.web.house import House, house
from tests.web.test_browser import browsing, join


async def sent_into_the_air(phone: BrowserContext, page: Page, *items: str) -> None:
    """A ballot that is sent where there is no connection."""
    for item in items:
        await page.get_by_label(item).check()
    await phone.set_offline(True)
    await page.locator("form#answer button.main").click()
    await expect(page.locator(".sending")).to_contain_text("Not sent yet")


async def back_again(phone: BrowserContext, page: Page, here: House) -> None:
    """The page is loaded anew where there is a connection."""
    await phone.set_offline(False)
    await page.goto(here.base)


@pytest.mark.parametrize("items", [("Control", "Dialogue"), ()], ids=["two", "blank"])
async def test_a_ballot_that_waited_for_a_connection_is_sent_although_the_page_was_loaded_anew(
    chromium: Browser, tmp_path: Path, items: tuple[str, ...]
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        await sent_into_the_air(phone, page, *items)
        await page.goto("about:blank")
        await back_again(phone, page, here)
        await expect(page.locator(".received")).to_be_visible()
        (box,) = here.room.meeting.box.values()
        assert [len(ballot.points) for ballot in box.values()] == [len(items)]


async def test_a_ballot_that_nobody_acknowledged_is_told_when_the_meeting_has_moved_on(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        await sent_into_the_air(phone, page, "Control")
        await page.goto("about:blank")
        await here.room.lead("close")
        await back_again(phone, page, here)
        await expect(page.locator("#draft li")).to_contain_text("never heard")


async def test_what_another_page_of_the_phone_has_changed_meanwhile_is_not_overwritten(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        other = await phone.new_page()
        await other.goto(here.base)
        await page.route("**/answer", lambda route: route.abort())
        await page.get_by_label("Control").check()
        await page.locator("form#answer button.main").click()
        await expect(page.locator(".sending")).to_contain_text("Not sent yet")
        await other.get_by_label("Dialogue").check()
        await other.get_by_label("Knowledge").check()
        await other.locator("form#answer button.main").click()
        await expect(other.locator(".received")).to_be_visible()
        await page.unroute("**/answer")
        await expect(page.get_by_label("Dialogue")).to_be_checked()
        (box,) = here.room.meeting.box.values()
        assert [len(ballot.points) for ballot in box.values()] == [2]


async def test_choices_that_were_kept_are_counted_and_said_to_be_unsent(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        await page.get_by_label("Control").check()
        await page.reload()
        await expect(page.get_by_label("Control")).to_be_checked()
        await expect(page.locator(".counter")).to_have_text("1 of 3 votes used")
        await expect(page.locator(".sending")).to_contain_text("Not sent yet")
        await page.get_by_label("Dialogue").check()
        await page.locator("form#answer button.main").click()
        await expect(page.locator(".received")).to_be_visible()
        await expect(page.locator(".sending")).to_be_empty()


async def test_what_is_written_while_an_answer_is_on_its_way_stays(
    chromium: Browser, tmp_path: Path
):
    async def slowly(route: Route) -> None:
        await page.locator("textarea").first.fill("First, and then more")
        await route.continue_()

    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.go("expectations")
        page = await join(phone, here)
        await page.route("**/answer", slowly)
        await page.locator("textarea").first.fill("First")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".received")).to_be_visible()
        await expect(page.locator("textarea").first).to_have_value("First, and then more")
        await expect(page.locator(".sending")).to_contain_text("Not sent yet")
        await page.unroute("**/answer")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".sending")).to_be_empty()
        (card,) = here.room.meeting.deck("expectations")
        assert card.text == "First, and then more"


async def test_a_page_that_is_loaded_again_says_that_the_ballot_has_come_in(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        said = page.get_by_text("Your ballot has been received.")
        await expect(said).to_have_count(0)
        await page.locator("form#answer button.main").click()
        await page.reload()
        await expect(said).to_be_visible()


async def elsewhere(route: Route) -> None:
    """A network's own page, or that of a tunnel that does not find the meeting's computer."""
    await route.fulfill(status=502, content_type="text/html", body="<h1>Bad gateway</h1>")


async def test_an_answer_that_never_came_to_us_is_sent_again(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        await page.route("**/answer", elsewhere)
        await page.get_by_label("Control").check()
        await page.locator("form#answer button.main").click()
        await expect(page.locator(".sending")).to_contain_text("Not sent yet")
        await expect(page.get_by_label("Control")).to_be_checked()
        await page.unroute("**/answer")
        await expect(page.locator(".received")).to_be_visible()


async def test_a_page_of_somebody_else_does_not_take_the_place_of_the_meeting(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        page = await join(phone, here)
        await page.route(here.base + "/", elsewhere)
        async with page.expect_response(here.base + "/"):
            await here.go("expectations")
        await page.unroute(here.base + "/")
        await here.go("plenary")
        title = here.room.step().title["en"]
        await expect(page.get_by_role("heading", level=1)).to_have_text(title)
