import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from tests.web.house import House, house


@asynccontextmanager
async def browsing(chromium: Browser, script: bool = True) -> AsyncIterator[BrowserContext]:
    """A phone of its own, with its own cookies."""
    phone = await chromium.new_context(
        viewport={"width": 360, "height": 740},
        locale="en-GB",
        has_touch=True,
        java_script_enabled=script,
    )
    phone.set_default_timeout(8_000)
    try:
        yield phone
    finally:
        await phone.close()


async def join(phone: BrowserContext, here: House, organisation: str = "Byggnads") -> Page:
    page = await phone.new_page()
    await page.goto(here.base)
    await page.get_by_label("Trade union").check()
    await page.get_by_label("Organisation", exact=True).fill(organisation)
    await page.get_by_role("button", name="Take part").click()
    await expect(page.get_by_text(f"You take part for {organisation}.")).to_be_visible()
    return page


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_a_phone_joins_writes_votes_and_changes_its_vote(
    chromium: Browser, tmp_path: Path, script: bool
):
    async with house(tmp_path) as here, browsing(chromium, script) as phone:
        page = await join(phone, here)
        await here.go("expectations")
        if not script:
            await page.get_by_role("link", name="Show the current item").click()
        await page.get_by_label("Answer 1").first.fill("Knowledge")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".received")).to_be_visible()
        await expect(page.get_by_label("Answer 1").first).to_have_value("Knowledge")
        await here.open_vote()
        if not script:
            await page.goto(here.base)
        for item in ("Control", "Dialogue"):
            await page.get_by_label(item).check()
        await page.get_by_role("button", name="Send my ballot").click()
        await expect(page.locator(".received")).to_be_visible()
        await page.get_by_label("Control").uncheck()
        await page.get_by_label("Purchasing").check()
        await page.get_by_role("button", name="Change my ballot").click()
        await expect(page.locator(".received")).to_be_visible()
        await page.reload()
        await expect(page.get_by_label("Purchasing")).to_be_checked()
        await expect(page.get_by_label("Control")).not_to_be_checked()
        for command in ("close", "reveal"):
            await here.room.lead(command)
        (round_,) = here.room.meeting.rounds.values()
        assert [len(ballot.points) for ballot in round_.ballots] == [2]
        if not script:
            await page.goto(here.base)
        await expect(page.get_by_text("1 vote").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_a_page_says_that_it_follows_only_when_it_does(
    chromium: Browser, tmp_path: Path, script: bool
):
    async with house(tmp_path) as here, browsing(chromium, script) as phone:
        page = await join(phone, here)
        await expect(page.get_by_text("follows by itself")).to_be_visible(visible=script)
        button = page.get_by_role("link", name="Show the current item")
        await expect(button).to_be_visible(visible=not script)


async def test_pressing_enter_sends_and_does_not_change_the_language(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium, script=False) as phone:
        page = await phone.new_page()
        await page.goto(here.base)
        await page.get_by_label("Trade union").check()
        await page.get_by_label("Organisation", exact=True).fill("Byggnads")
        await page.get_by_label("Organisation", exact=True).press("Enter")
        await expect(page.get_by_text("You take part for Byggnads.")).to_be_visible()
        await expect(page.locator("html")).to_have_attribute("lang", "en-GB")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_changing_the_language_keeps_what_is_half_written(
    chromium: Browser, tmp_path: Path, script: bool
):
    async with house(tmp_path) as here, browsing(chromium, script) as phone:
        await here.go("expectations")
        page = await join(phone, here)
        await page.locator("textarea").first.fill("Half")
        await page.get_by_role("button", name="Nynorsk").click()
        await expect(page.locator("html")).to_have_attribute("lang", "nn-NO")
        await expect(page.locator("textarea").first).to_have_value("Half")


async def test_a_half_written_form_survives_what_others_do_and_a_reload(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.go("groups")
        page = await join(phone, here)
        await here.phones(3)
        await here.room.lead("mix")
        await page.locator("textarea").first.fill("Half a risk")
        name = await page.locator("textarea").first.get_attribute("name")
        await here.room.lead("mix")
        await page.wait_for_timeout(500)
        await expect(page.locator("textarea").first).to_have_value("Half a risk")
        await page.reload()
        await expect(page.locator(f'textarea[name="{name}"]')).to_have_value("Half a risk")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".received")).to_be_visible()
        assert [card.text for card in here.room.meeting.deck("risks")] == ["Half a risk"]


async def test_when_the_meeting_moves_on_the_text_is_kept_and_the_way_on_is_shown(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.go("expectations")
        page = await join(phone, here)
        await page.locator("textarea").first.fill("Not sent yet")
        await here.go("plenary")
        await expect(page.locator("#moved")).to_contain_text("moved on")
        await expect(page.locator("textarea").first).to_have_value("Not sent yet")
        await page.get_by_role("link", name="Continue").click()
        await expect(page.locator("#draft li")).to_have_text("Not sent yet")
        await here.go("expectations")
        await expect(page.locator("textarea").first).to_have_value("Not sent yet")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".received")).to_be_visible()
        await here.go("plenary")
        await expect(page.locator("#draft")).to_be_hidden()


async def test_sending_a_form_that_is_over_shows_what_was_written(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium, script=False) as phone:
        await here.go("expectations")
        page = await join(phone, here)
        await page.locator("textarea").first.fill("Too late")
        await here.go("plenary")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.get_by_role("alert")).to_contain_text("moved on")
        await expect(page.locator(".kept li").first).to_have_text("Too late")


async def test_what_was_received_says_so_although_others_change_something(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.go("groups")
        page = await join(phone, here)
        await here.phones(7)
        await here.room.lead("mix")
        await page.locator("textarea").first.fill("A risk")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".received")).to_be_visible()
        (one, *_), (two, *_), *_ = here.room.meeting.seating["groups"].groups
        async with page.expect_response(lambda answer: answer.url == f"{here.base}/"):
            await here.room.lead("swap", {"people": [one, two]})
        await page.wait_for_timeout(100)
        await expect(page.locator(".received")).to_be_visible()


async def test_votes_used_are_counted_aloud_and_the_server_holds_the_limit(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        counter = page.locator(".counter")
        await expect(counter).to_have_text("0 of 3 votes used")
        for item in ("Control", "Knowledge", "Purchasing", "Dialogue"):
            await page.get_by_label(item).check()
        await expect(counter).to_contain_text("4 of 3 votes used")
        await page.get_by_role("button", name="Send my ballot").click()
        await expect(page.locator(".error")).to_be_visible()
        await expect(page.locator("input:checked")).to_have_count(4)
        await page.reload()
        await expect(page.locator("input:checked")).to_have_count(4)


async def test_one_more_line_is_a_card_of_its_own(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.go("expectations")
        page = await join(phone, here)
        field = page.locator('[data-lines="expectations"]')
        await field.get_by_label("Answer 1").fill("One")
        await field.get_by_role("button", name="One more answer").click()
        await expect(field.get_by_label("Answer 2")).to_be_focused()
        await field.get_by_label("Answer 2").fill("Two")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".received")).to_be_visible()
        assert [c.text for c in here.room.meeting.deck("expectations")] == ["One", "Two"]


async def test_without_a_connection_the_answer_waits_and_is_sent_again(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.go("expectations")
        page = await join(phone, here)
        await page.locator("textarea").first.fill("Through the air")
        await phone.set_offline(True)
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".sending")).to_contain_text("Not sent yet")
        await expect(page.locator("#lost")).to_contain_text(
            "Your phone has no connection", timeout=9_000
        )
        await phone.set_offline(False)
        await expect(page.locator(".received")).to_be_visible()
        await expect(page.locator("#lost")).to_be_hidden()
        assert [c.text for c in here.room.meeting.deck("expectations")] == ["Through the air"]


async def test_a_stopped_laptop_is_told_apart_from_a_phone_without_connection(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        page = await join(phone, here)
        await here.stop()
        lost = page.locator("#lost")
        await expect(lost).to_contain_text("The meeting's computer", timeout=9_000)
        await expect(lost).to_contain_text(here.room.code(next(iter(here.room.meeting.people))))


async def test_a_laptop_that_sleeps_without_hanging_up_is_told_and_heals(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        page = await join(phone, here)
        await page.clock.install()
        await page.reload()
        await expect(page.locator("html.follows")).to_be_attached()
        await page.clock.run_for(25_000)
        await expect(page.locator("#lost")).to_contain_text("The meeting's computer")
        await here.go("expectations")
        await expect(page.locator("#lost")).to_be_hidden()


async def test_far_too_much_text_is_refused_in_words_and_is_still_there(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.go("expectations")
        page = await join(phone, here)
        await page.locator("textarea").first.fill("x" * 250_000)
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Too much text")
        await page.get_by_role("link", name="To the meeting").click()
        await expect(page.locator("textarea").first).to_have_value("x" * 250_000)


async def test_two_tabs_of_one_phone_are_one_voter(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        one = await join(phone, here)
        two = await phone.new_page()
        await two.goto(here.base)
        for page, item in ((one, "Control"), (two, "Dialogue")):
            await page.get_by_label(item).check()
            await page.locator("form button.main").click()
            await expect(page.locator(".received")).to_be_visible()
        (box,) = here.room.meeting.box.values()
        assert len(box) == 1


async def test_hostile_text_is_shown_as_it_was_written(chromium: Browser, tmp_path: Path):
    wild = "<img src=x onerror=document.title=1>[@click=app.quit]x[/]"
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.go("expectations")
        page = await join(phone, here, wild)
        await page.locator("textarea").first.fill(wild)
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.locator(".received")).to_be_visible()
        for address in (here.base, f"{here.base}/screen", here.desk):
            await page.goto(address)
            await expect(page.get_by_text(wild).first).to_be_attached()
            assert await page.locator("img[src=x]").count() == 0
            assert await page.title() != "1"


async def test_the_desk_follows_and_never_wipes_an_open_form(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, browsing(chromium) as screen:
        desk = await screen.new_page()
        await desk.goto(here.desk)
        await desk.get_by_text("Add somebody without a phone").click()
        await desk.locator("#person-organisation").fill("Half")
        await here.phones(2)
        await expect(desk.locator("#stage")).to_contain_text("Skatteverket")
        await expect(desk.locator("#person-organisation")).to_have_value("Half")
        await expect(desk.locator("#moved")).to_contain_text("Something has changed")


async def test_what_is_unfolded_on_the_desk_to_look_around_hides_no_news(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as screen:
        desk = await screen.new_page()
        await desk.goto(here.desk)
        await expect(desk.locator("#form-plan_add")).to_be_hidden()
        await desk.locator("#group-agenda > summary").click()
        await expect(desk.locator("#form-plan_add")).to_be_visible()
        await here.phones(2)
        await here.room.lead("tick_next")
        await expect(desk.locator("#do-undo")).to_be_visible()
        await expect(desk.locator("#stage")).to_contain_text("Skatteverket")
        await expect(desk.locator("#form-plan_add")).to_be_visible()
        assert await desk.locator("#moved").inner_text() == ""


async def test_a_correction_on_the_desk_starts_from_what_stands_there(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as screen:
        await here.fill_areas("Control", "Knowledge")
        desk = await screen.new_page()
        await desk.goto(here.desk)
        await desk.get_by_text("Correct a text").click()
        form = desk.locator("#form-edit")
        await form.get_by_label("Knowledge").check()
        await expect(form.get_by_label("New text")).to_have_value("Knowledge")
        await form.get_by_label("New text").fill("More knowledge")
        await form.get_by_role("button", name="Save").click()
        await expect(desk.locator(".received")).to_be_visible()
        assert here.room.meeting.deck("areas")[1].text == "More knowledge"


async def test_texts_that_wait_come_to_the_desk_and_wipe_no_correction(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as screen:
        await here.go("expectations")
        one, two = await here.phones(2)
        desk = await screen.new_page()
        await desk.goto(here.desk)
        await one.write("Ring 070-123 45 67")
        await expect(desk.get_by_role("status").filter(has_text="1 text waits")).to_be_visible()
        row = desk.locator("#waiting li").first
        await row.locator("summary").click()
        await row.get_by_label("New text").fill("Half corrected")
        await two.write("anna@example.com")
        await expect(desk.locator("#wait")).to_contain_text("2 texts wait")
        await expect(row.get_by_label("New text")).to_have_value("Half corrected")
        await row.get_by_role("button", name="Correct and show").click()
        await expect(desk.locator("#wait")).to_contain_text("1 text waits")
        await expect(desk.locator("#stage")).to_contain_text("Half corrected")


async def test_a_phone_sees_at_once_that_its_text_has_been_read(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        page = await join(phone, here)
        await here.go("expectations")
        await page.get_by_label("Answer 1").first.fill("Ring 070-123 45 67")
        await page.get_by_role("button", name="Send", exact=True).click()
        waits = page.get_by_text("The facilitator reads this before it is shown in the room")
        await expect(waits).to_be_visible()
        await here.room.lead("approve", {"cards": [here.room.meeting.waiting()[0].id]})
        await expect(waits).to_be_hidden()
        await expect(page.get_by_label("Answer 1").first).to_have_value("Ring 070-123 45 67")


async def test_a_code_leads_on_from_another_phone(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, browsing(chromium) as old, browsing(chromium) as new:
        await here.open_vote()
        first = await join(old, here)
        await first.get_by_text("Go on from another phone").click()
        code = await first.locator(".mine").inner_text()
        second = await new.new_page()
        await second.goto(here.base)
        await second.get_by_text("I have a code").click()
        await second.get_by_label("Your code").fill(code.lower())
        await second.get_by_label("Your code").press("Enter")
        await expect(second.get_by_text("You take part for Byggnads.")).to_be_visible()
        assert len(here.room.meeting.people) == 1


async def test_a_reader_hears_a_ballot_in_the_order_it_is_filled_in(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        heard = await page.locator("main").aria_snapshot()
        parts = (
            'heading "',
            'group "Choose up to 3',
            "0 of 3 votes used",
            'button "Send my ballot"',
        )
        places = [heard.index(part) for part in parts]
        ballot = [heard.index(f'checkbox "{name}"') for name in ("Control", "Knowledge")]
        assert places == sorted(places)
        assert all(places[2] < place < places[3] for place in ballot)


async def test_the_mirror_follows(chromium: Browser, tmp_path: Path):
    async with house(tmp_path) as here, browsing(chromium) as reader:
        page = await reader.new_page()
        await page.goto(f"{here.base}/screen")
        await here.go("expectations")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Expectations")


@pytest.mark.parametrize(
    ("left", "shown"), [(-3_725, r"^−1:02:\d\d$"), (59, r"^0:5\d$"), (605, r"^10:0\d$")]
)
async def test_a_clock_far_past_its_time_is_read_in_hours(
    chromium: Browser, tmp_path: Path, left: int, shown: str
):
    async def told(route: Route) -> None:
        answer = await route.fetch()
        page = re.sub('data-left="[^"]*"', f'data-left="{left}"', await answer.text())
        await route.fulfill(response=answer, body=page)

    async with house(tmp_path) as here, browsing(chromium) as reader:
        page = await reader.new_page()
        await page.route("**/screen", told)
        await page.goto(f"{here.base}/screen")
        await expect(page.locator(".clock")).to_have_text(re.compile(shown))


async def test_who_hears_the_mirror_is_told_what_is_new_and_no_more(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as reader:
        phone, *_ = await here.phones(3)
        await here.open_vote()
        page = await reader.new_page()
        await page.goto(f"{here.base}/screen")
        await phone.vote(0)
        await expect(page.locator("#ask")).to_contain_text("1 of 3")
        await expect(page.locator("#news")).to_have_text("1 of 3 have voted")


async def test_a_ballot_is_filled_in_and_sent_with_the_keyboard_alone(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        await page.get_by_label("Control").focus()
        await page.keyboard.press("Space")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Space")
        for _ in range(2):
            await page.keyboard.press("Tab")
        await expect(page.get_by_role("button", name="Send my ballot")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.locator(".received")).to_be_visible()
        await expect(page.locator("h1")).to_be_focused()
        (box,) = here.room.meeting.box.values()
        assert [len(ballot.points) for ballot in box.values()] == [2]


async def test_the_keyboard_comes_to_what_is_wrong_and_on_to_its_field(
    chromium: Browser, tmp_path: Path
):
    async with house(tmp_path) as here, browsing(chromium) as phone:
        await here.open_vote()
        page = await join(phone, here)
        for box in await page.locator(".ballot input").all():
            await box.check()
        await page.get_by_role("button", name="Send my ballot").focus()
        await page.keyboard.press("Enter")
        await expect(page.locator(".problem")).to_be_focused()
        await page.keyboard.press("Tab")
        await expect(page.get_by_label("Control")).to_be_focused()
        await expect(page.get_by_label("Control")).to_be_checked()
