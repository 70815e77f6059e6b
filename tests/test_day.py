"""A whole day as the room lives it: the terminal leads by its keys, two phones take part.

One phone runs the page's script, has the page open twice and loses its network now and then; the
other has no script at all. At each item it is looked at what phones and stage show.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect
from textual.pilot import Pilot

from tests.kinds import spoken
from tests.tui.playing import until
from tests.web.test_browser import browsing
from workshop.host import Host
from workshop.lobby import Lobby
from workshop.rehearse.play import FILE, opened
from workshop.steps import AnyStep
from workshop.store.agendas import find, read_agenda, shipped
from workshop.store.store import Store
from workshop.tui.app import WorkshopApp
from workshop.tui.widgets.stage import Stage


@dataclass
class Room:
    """The stage and the phones of one meeting, and every text that a phone was told has arrived."""

    host: Host
    stage: Pilot[None]
    lively: BrowserContext
    one: Page
    tab: Page
    two: Page
    sent: list[str] = field(default_factory=list)

    @property
    def base(self) -> str:
        return self.host.address

    @property
    def step(self) -> AnyStep:
        step = self.host.room.step()
        assert step is not None
        return step

    async def press(self, key: str) -> None:
        """A key of the facilitator, and what it does."""
        before = len(self.host.room.meeting.entries)
        await self.stage.press(key)
        await until(self.stage, lambda: len(self.host.room.meeting.entries) > before)

    async def everybody_is_here(self) -> None:
        """All pages and the stage show the item the meeting is at."""
        title = self.step.title["en"]
        await self.two.goto(self.base)
        for page in (self.one, self.tab, self.two):
            await expect(page.get_by_role("heading", level=1)).to_have_text(title)
        await tells(self.stage, title)


@asynccontextmanager
async def day(chromium: Browser, folder: Path, *names: str) -> AsyncIterator[Room]:
    """A meeting of these agendas, open on the terminal, with two phones that have joined."""
    agendas = [read_agenda(find(name)) for name in names]
    host = await asyncio.to_thread(opened, folder / FILE, agendas, "en")
    app = WorkshopApp(Lobby(folder / FILE), "en", host)
    app.animation_level = "none"
    try:
        async with (
            app.run_test(size=(120, 40), notifications=True) as stage,
            browsing(chromium) as lively,
            browsing(chromium, script=False) as plain,
        ):
            base = host.address
            one, two = await joined(lively, base, "Byggnads"), await joined(plain, base, "NAV")
            tab = await lively.new_page()
            await tab.goto(base)
            await stage.press("enter")
            yield Room(host, stage, lively, one, tab, two)
    finally:
        await asyncio.to_thread(host.close)


def told(stage: Pilot[None]) -> str:
    """All the words that stand on the stage; its largest letters are pictures of them."""
    view = stage.app.screen.query_one(Stage).view
    if view is None:
        return ""
    scene = view.scene
    shown = (scene.title, scene.lead, *spoken(scene.blocks))
    return " ".join(scene.tongue(words) for words in shown)


async def tells(stage: Pilot[None], words: str) -> None:
    """Waits until the stage tells this."""
    try:
        await until(stage, lambda: words in told(stage))
    except TimeoutError:
        raise AssertionError(f"{words!r} is not on the stage: {told(stage)}") from None


async def joined(phone: BrowserContext, base: str, organisation: str) -> Page:
    page = await phone.new_page()
    await page.goto(base)
    await page.locator("input[name=party]").first.check()
    await page.get_by_label("Organisation", exact=True).fill(organisation)
    await page.get_by_role("button", name="Take part").click()
    await expect(page.get_by_text(f"You take part for {organisation}.")).to_be_visible()
    return page


async def fill(page: Page, text: str) -> list[str]:
    """Fills in what can be filled in; the texts that were written."""
    for box in (await page.locator("form#answer .ballot input[type=checkbox]").all())[:2]:
        await box.check()
    written = []
    for number, lines in enumerate(await page.locator("form#answer [data-lines]").all(), 1):
        written.append(f"{text}, {number}")
        await lines.locator("textarea").first.fill(written[-1])
    for needed in await page.locator("form#answer [aria-required=true]").all():
        await needed.fill(text)
    await choose(page)
    return written


async def choose(page: Page) -> None:
    """The first of what can be chosen, wherever nothing is chosen yet."""
    for one in await page.locator("form#answer fieldset:has([type=radio])").all():
        if not await one.locator("input:checked").count():
            await one.locator("input").first.check()


async def send(room: Room, page: Page, text: str, *, cut: bool = False) -> list[str]:
    """Sends what is asked, if anything is; with `cut` the network is gone just then."""
    if not await page.locator("form#answer").count():
        return []
    written = await fill(page, text)
    if cut:
        await room.lively.set_offline(True)
    await page.locator("form#answer button.main").click()
    if cut:
        await expect(page.locator(".sending")).to_contain_text("Not sent yet")
        await room.lively.set_offline(False)
    await expect(page.locator(".received")).to_be_visible()
    room.sent += written
    return written


async def still_there(room: Room, page: Page, written: list[str]) -> None:
    """A reload, and a look elsewhere and back, lead to the item with what was written."""
    title = room.step.title["en"]
    for leave in (page.reload, lambda: elsewhere(page, room.base)):
        await leave()
        await expect(page.get_by_role("heading", level=1)).to_have_text(title)
        for text in written:
            form = page.locator("form#answer")
            await expect(form).to_contain_text(text, use_inner_text=False)


async def elsewhere(page: Page, base: str) -> None:
    await page.goto(f"{base}/screen")
    await page.go_back()


async def chosen_groups(room: Room) -> None:
    """A group is named on the stage, and both phones choose it."""
    await room.stage.press("k")
    await room.stage.press(*"North", "enter")
    await tells(room.stage, "North")
    for page in (room.one, room.two):
        await page.goto(room.base)
        await send(room, page, "")
        await expect(page.locator("form#answer textarea").first).to_be_visible()


async def shown_from_the_desk(room: Room) -> None:
    """The facilitator reads what waits, on a page of their own, and shows each text."""
    desk = await room.lively.new_page()
    await desk.goto(room.host.desk)
    show = desk.get_by_role("button", name="Show in the room")
    while await show.count():
        await show.first.click()
        await expect(desk.locator(".received")).to_be_visible()
    await desk.close()


async def item(room: Room, number: int, thorough: bool) -> None:
    """One item of the agenda, from the key that opens it to what it leaves."""
    step = room.step
    await room.everybody_is_here()
    if step.kind == "groups":
        await room.press("m")
        await tells(room.stage, "Group 1")
        for page in (room.one, room.tab):
            await expect(page.locator("#ask")).to_contain_text("group 1", ignore_case=True)
    if step.kind == "parallel":
        await chosen_groups(room)
    if step.kind == "vote":
        await vote(room)
        return
    await room.two.goto(room.base)
    for page, who in ((room.one, "one"), (room.two, "two")):
        cut = who == "one" and number % 3 == 2
        written = await send(room, page, f"{step.id} {who}", cut=cut)
        if thorough:
            await still_there(room, page, written)
    if step.moderated:
        assert f"{step.id} one" not in told(room.stage)
        await shown_from_the_desk(room)
    if step.kind == "collect":
        await tells(room.stage, f"{step.id} one")
        await tells(room.stage, f"{step.id} two")


async def vote(room: Room) -> None:
    """Secret while it is open, on the stage and on every phone; then the result everywhere."""
    await room.press("v")
    await tells(room.stage, "0 of 2")
    for page in (room.one, room.tab):
        await expect(page.locator(".ballot")).to_be_visible()
    await room.two.goto(room.base)
    for voted, page in enumerate((room.one, room.tab, room.two)):
        await send(room, page, "")
        await tells(room.stage, f"{max(1, voted)} of 2")
        assert "1 vote" not in told(room.stage)
    (box,) = room.host.room.meeting.box.values()
    assert len(box) == 2, "two tabs of one phone are one voter"
    await room.press("v")
    for page in (room.one, room.tab):
        await expect(page.locator("#ask")).to_contain_text("Voting is closed")
    await room.press("r")
    await tells(room.stage, "2 of 2")
    for page in (room.one, room.tab):
        await expect(page.locator(".tally")).to_contain_text("2 votes")
    await room.two.goto(room.base)
    await expect(room.two.locator(".tally")).to_contain_text("2 votes")


async def ended(room: Room) -> None:
    await room.stage.press("n")
    await room.press("enter")
    await room.two.goto(room.base)
    for page in (room.one, room.tab, room.two):
        await expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for taking part")


# What is played where a quiet minute is short: every page of a day is also loaded anew, and left.
THOROUGH = ("introduction+theme-1", "theme-2")
OTHERS = (
    "annual-conference",
    "county-meeting",
    "follow-up",
    "procurement",
    "short-follow-up",
    "start-workshop",
    "theme-3",
    "working-group-report",
)


def test_no_agenda_is_left_out():
    played = {name for day in (*THOROUGH, *OTHERS) for name in day.split("+")}
    assert played == {file.stem for file in shipped()} - {"empty"}


@pytest.mark.parametrize("names", [*THOROUGH, *OTHERS])
async def test_a_whole_day_on_the_stage_and_two_phones(
    chromium: Browser, tmp_path: Path, names: str
):
    async with day(chromium, tmp_path, *names.split("+")) as room:
        points = room.host.room.meeting.points
        for number, point in enumerate(points):
            assert room.step.id == point.id
            await item(room, number, names in THOROUGH)
            if number < len(points) - 1:
                await room.press("n")
        await ended(room)
        meeting = room.host.room.meeting
        assert len(meeting.people) == 2
        kept = Counter(card.text for card in meeting.cards.values())
        assert all(kept[text] == 1 for text in room.sent)
        assert room.sent or "vote" not in {point.id for point in points}
        assert all(len(round_.ballots) == 2 for round_ in meeting.rounds.values())
    store = Store(tmp_path / FILE)
    try:
        assert store.load(meeting.id) == meeting
    finally:
        store.close()
