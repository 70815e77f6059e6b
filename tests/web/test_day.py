"""A whole meeting: the desk leads, one phone with a script and one without take part."""

from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.web.house import House, house
from tests.web.test_browser import browsing, join


async def led(desk: Page, here: House, action: str) -> None:
    """Presses a button of the desk and waits until it is done."""
    await desk.goto(here.desk)
    await desk.locator(f"#do-{action}").click()
    if await desk.locator("button[name=confirmed]").count():
        await desk.locator("button[name=confirmed]").click()
    await expect(desk.locator(".received")).to_be_visible()


async def answer(page: Page, text: str) -> None:
    """Fills in what can be filled in, sends it, and finds it again after a reload."""
    if not await page.locator("form#answer").count():
        return
    votes = page.locator(".ballot input[type=checkbox]")
    for n in range(min(2, await votes.count())):
        await votes.nth(n).check()
    texts = page.locator("form#answer textarea")
    if await texts.count():
        await texts.first.fill(text)
    await page.locator("form#answer button.main").click()
    await expect(page.locator(".received, .problem, .error").first).to_be_visible()
    await page.reload()
    if await texts.count() and not await page.locator(".problem, .error").count():
        await expect(page.locator("form#answer")).to_contain_text(text, use_inner_text=False)


async def back_and_forth(page: Page, here: House, title: str) -> None:
    """The back button leads to a page of the meeting as it stands now."""
    await page.goto(f"{here.base}/screen")
    await page.go_back()
    await expect(page.get_by_role("heading", level=1)).to_have_text(title)


async def test_a_whole_meeting_on_two_phones_led_from_the_desk(chromium: Browser, tmp_path: Path):
    async with (
        house(tmp_path) as here,
        browsing(chromium) as lively,
        browsing(chromium, script=False) as plain,
        browsing(chromium, script=False) as leader,
    ):
        one, two = await join(lively, here), await join(plain, here, "Skatteverket")
        tab, desk = await lively.new_page(), await leader.new_page()
        await tab.goto(here.base)
        while True:
            step = here.room.step()
            title = step.title["en"]
            for page in (one, tab):
                await expect(page.get_by_role("heading", level=1)).to_have_text(title)
            await two.goto(here.base)
            await expect(two.get_by_role("heading", level=1)).to_have_text(title)
            if step.kind == "groups":
                await led(desk, here, "mix")
            if step.kind == "vote":
                await here.fill_areas("Control", "Knowledge", "Dialogue")
                await here.go(step.id)
                await led(desk, here, "open")
                await expect(one.locator(".ballot")).to_be_visible()
            await two.goto(here.base)
            await answer(one, f"{step.id} one")
            await answer(two, f"{step.id} two")
            await back_and_forth(one, here, title)
            if step.kind == "vote":
                (box,) = here.room.meeting.box.values()
                assert len(box) == 2
                await led(desk, here, "close")
                await led(desk, here, "reveal")
            if here.room.meeting.position() == len(here.room.meeting.points) - 1:
                break
            # The phone loses its network just as the meeting goes on.
            await lively.set_offline(here.room.meeting.position() % 3 == 1)
            await led(desk, here, "next")
            await lively.set_offline(False)
        await led(desk, here, "end")
        await expect(one.get_by_role("heading", level=1)).to_have_text("Thank you for taking part")
        await two.goto(here.base)
        await expect(two.get_by_role("heading", level=1)).to_have_text("Thank you for taking part")
        meeting = here.room.meeting
        assert len(meeting.people) == 2
        assert {"expectations one", "expectations two"} <= {c.text for c in meeting.cards.values()}
        assert [len(round_.ballots) for round_ in meeting.rounds.values()] == [2]
