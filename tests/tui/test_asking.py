from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual import events
from textual.widgets import Input

from tests.meetings import step
from tests.tui.playing import Play, reads, screen, shown, typed, until
from tests.tui.stand import Stand, stand
from workshop.steps import AnyStep
from workshop.tui.dialogs.asking import Asking
from workshop.tui.fields.lines import Row

HOPES = step(
    "collect",
    "hopes",
    prompts=[{"deck": "hopes", "label": dict.fromkeys(("sv", "nb", "nn", "en"), "Hopes")}],
)
CLEAN = step("clean", deck="hopes")
SMALL = (80, 24)


def written(host: Stand) -> list[str]:
    return [card.text for card in host.meeting.deck("hopes")]


@asynccontextmanager
async def opened(
    folder: Path,
    *steps: AnyStep,
    texts: Sequence[str] = (),
    done: str = "",
    size: tuple[int, int] = SMALL,
) -> AsyncIterator[tuple[Stand, Play]]:
    """A meeting of one person, at the last of these steps, where the facilitator has `done` this.

    The texts are hopes, written at the first step.
    """
    with stand(folder, *steps) as host:
        host.join("p1", "authority", "Tax Agency", "Anna")
        if texts:
            host.write("", "hopes", *texts)
        for _ in steps[1:]:
            host.do("next")
        if done:
            host.do(done)
        async with shown(host, size) as pilot:
            yield host, pilot


@asynccontextmanager
async def typing(folder: Path) -> AsyncIterator[tuple[Stand, Play]]:
    """Where hopes are collected, with the dialog for typing them open."""
    async with opened(folder, HOPES) as (host, pilot):
        await pilot.press("t")
        await reads(pilot, "Type in")
        yield host, pilot


async def closed(pilot: Play) -> None:
    await until(pilot, lambda: not isinstance(pilot.app.screen, Asking))


async def test_enter_begins_the_next_text_and_twice_saves(tmp_path: Path) -> None:
    async with typing(tmp_path) as (host, pilot):
        await typed(pilot, "One\nTwo\nThree\n\n")
        await closed(pilot)
        assert written(host) == ["One", "Two", "Three"]


async def test_a_pasted_list_becomes_as_many_texts(tmp_path: Path) -> None:
    async with typing(tmp_path) as (host, pilot):
        pilot.app.screen.query_one(Row).post_message(events.Paste("- One\n\n• Two\nThree\n"))
        await until(pilot, lambda: len(pilot.app.screen.query(Row)) == 3)
        await pilot.press("ctrl+s")
        await closed(pilot)
        assert written(host) == ["One", "Two", "Three"]


async def test_a_list_pasted_in_the_middle_stands_there_without_its_numbers(tmp_path: Path) -> None:
    async with typing(tmp_path) as (_, pilot):
        await typed(pilot, "One\nLast")
        pilot.app.screen.query(Row).first().focus()
        await pilot.press("end")
        pasted = events.Paste(" and 1. half\r2) Två 👩‍👩‍👧\r(3) ثلاثة\r10 years\r4. e\u0301\r")
        pilot.app.screen.query(Row).first().post_message(pasted)
        await until(pilot, lambda: len(pilot.app.screen.query(Row)) == 6)
        texts = [row.value for row in pilot.app.screen.query(Row)]
        assert texts[:2] == ["Oneand 1. half", "Två 👩‍👩‍👧"]
        assert texts[2:] == ["ثلاثة", "10 years", "e\u0301", "Last"]


async def test_each_text_is_on_the_stage_after_enter_and_undone_by_itself(tmp_path: Path) -> None:
    async with opened(tmp_path, HOPES, size=(120, 40)) as (host, pilot):
        await pilot.press("<", "t")
        await reads(pilot, "Type in")
        await typed(pilot, "One\nTwo\n")
        await until(pilot, lambda: written(host) == ["One", "Two"])
        await reads(pilot, "•  Two")
        assert isinstance(pilot.app.screen, Asking)
        await typed(pilot, "Three\n\n")
        await closed(pilot)
        assert written(host) == ["One", "Two", "Three"]
        await pilot.press("u")
        await until(pilot, lambda: written(host) == ["One", "Two"])


async def test_arrows_go_back_to_correct(tmp_path: Path) -> None:
    async with typing(tmp_path) as (host, pilot):
        await typed(pilot, "On\nTwo")
        await pilot.press("up", "end", "e", "ctrl+s")
        await closed(pilot)
        assert written(host) == ["One", "Two"]


async def test_one_more_keeps_the_window_and_makes_new_texts(tmp_path: Path) -> None:
    async with typing(tmp_path) as (host, pilot):
        await typed(pilot, "One")
        await pilot.press("ctrl+n")
        await until(pilot, lambda: written(host) == ["One"])
        await reads(pilot, "Received. Write the next.")
        await typed(pilot, "Two")
        await pilot.press("ctrl+s")
        await closed(pilot)
        assert written(host) == ["One", "Two"]


async def test_what_is_wrong_stands_beside_the_field_and_the_text_stays(tmp_path: Path) -> None:
    async with opened(tmp_path, step("introductions")) as (host, pilot):
        await pilot.press("p")
        await reads(pilot, "Who does the person represent?")
        await pilot.press("down", "space", "ctrl+s")
        await reads(pilot, "! Please fill this in.")
        await reads(pilot, "(●) Employer")
        await typed(pilot, "Builders")
        await pilot.press("enter", "enter")
        await closed(pilot)
        assert [p.organisation for p in host.meeting.present()] == ["Tax Agency", "Builders"]


async def test_escape_leaves_and_nothing_is_done(tmp_path: Path) -> None:
    async with typing(tmp_path) as (host, pilot):
        await pilot.press("escape")
        await closed(pilot)
        assert written(host) == []


async def test_escape_asks_before_typed_words_are_lost(tmp_path: Path) -> None:
    async with typing(tmp_path) as (host, pilot):
        await typed(pilot, "Never mind")
        await pilot.press("escape")
        await reads(pilot, "Leave without saving?")
        await pilot.press("escape")
        await reads(pilot, "Never mind")
        await pilot.press("escape")
        await reads(pilot, "Leave without saving?")
        await pilot.press("enter")
        await closed(pilot)
        assert written(host) == []


async def test_a_choice_fills_the_other_fields(tmp_path: Path) -> None:
    async with opened(tmp_path, HOPES, texts=("First", "Secnd")) as (host, pilot):
        await pilot.press("e")
        await reads(pilot, "Which text?")
        await pilot.press("down", "space", "enter")
        await reads(pilot, "Secnd")
        await pilot.press("backspace", "backspace")
        await typed(pilot, "ond\n")
        await closed(pilot)
        assert written(host) == ["First", "Second"]


async def test_typing_searches_in_a_list(tmp_path: Path) -> None:
    async with opened(tmp_path, HOPES, texts=[f"Hope {n:02}" for n in range(12)]) as (_, pilot):
        await pilot.press("e")
        await reads(pilot, "Which text?")
        await pilot.press("1", "1")
        await reads(pilot, "Searching for “11”")
        await until(pilot, lambda: "( ) Hope 10" not in screen(pilot))
        await pilot.press("enter")
        await reads(pilot, "(●) Hope 11")


async def test_the_order_of_choosing_decides_the_heading(tmp_path: Path) -> None:
    async with opened(tmp_path, HOPES, CLEAN, texts=("One", "Two", "Three")) as (host, pilot):
        await pilot.press("m")
        await reads(pilot, "Which texts mean the same?")
        await pilot.press("down", "down", "space", "up", "space")
        await reads(pilot, "[2] Two")
        await pilot.press("ctrl+s")
        await closed(pilot)
        headings = [card.text for card in host.meeting.deck("hopes") if card.heading]
        assert headings == ["Three"]


async def test_a_ballot_is_typed_and_the_next_at_once(tmp_path: Path) -> None:
    vote, texts = step("vote", deck="hopes"), ("One", "Two")
    async with opened(tmp_path, HOPES, vote, texts=texts, done="open") as (host, pilot):
        await pilot.press("t")
        await reads(pilot, "Hide the projector first")
        await pilot.press("enter")
        await reads(pilot, "0 of 2 given")
        await pilot.press("down", "space")
        await reads(pilot, "1 of 2 given")
        await pilot.press("ctrl+n")
        await reads(pilot, "0 of 2 given")
        await pilot.press("down", "down", "space", "enter")
        await closed(pilot)
        box = next(iter(host.meeting.box.values()))
        assert sorted(len(ballot.points) for ballot in box.values()) == [1, 1]


async def test_first_second_and_third(tmp_path: Path) -> None:
    vote, texts = step("vote", deck="hopes", ranked=True), ("One", "Two", "Three")
    async with opened(tmp_path, HOPES, vote, texts=texts, done="open") as (host, pilot):
        await pilot.press("t")
        await reads(pilot, "Hide the projector first")
        await pilot.press("enter")
        await reads(pilot, "0 of 3 given")
        await pilot.press("space", "down", "space")
        await reads(pilot, "[2] Two")
        await pilot.press("minus", "space", "ctrl+s")
        await closed(pilot)
        ballot = next(iter(next(iter(host.meeting.box.values())).values()))
        assert sorted(ballot.points.values()) == [2, 3]


async def test_what_is_agreed_is_asked_field_by_field(tmp_path: Path) -> None:
    async with opened(tmp_path, step("followup")) as (host, pilot):
        await pilot.press("a")
        await reads(pilot, "How do we follow up?")
        await typed(pilot, "Quarterly\n")
        await typed(pilot, "tax a")
        await pilot.press("right", "enter")
        await typed(pilot, "not a day\n")
        await pilot.press("ctrl+s")
        await reads(pilot, "Write a date as year-month-day")
        focused = pilot.app.focused
        assert isinstance(focused, Input)
        focused.value = "2026-09-17"
        await pilot.press("ctrl+s")
        await closed(pilot)
        card = host.meeting.deck("followup")[0]
        assert card.value("date") == date(2026, 9, 17).isoformat()
        assert card.values["convener"] == {"organisation": "Tax Agency", "person": None}


async def test_what_cannot_be_undone_is_asked_twice(tmp_path: Path) -> None:
    async with opened(tmp_path, HOPES, texts=("One",)) as (host, pilot):
        await pilot.press("R")
        await reads(pilot, "Which text?")
        await pilot.press("enter")
        await reads(pilot, "This cannot be undone.")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Asking))
        assert written(host) == ["One"]
        await pilot.press("ctrl+s")
        await reads(pilot, "This cannot be undone.")
        await pilot.press("enter")
        await until(pilot, lambda: host.meeting.deck("hopes")[0].redacted)


async def test_searching_does_not_press_the_keys_of_the_screen(tmp_path: Path) -> None:
    async with opened(tmp_path, HOPES, texts=("Contracts", "Wages")) as (_, pilot):
        theme = pilot.app.theme
        await pilot.press("e")
        await reads(pilot, "Which text?")
        await pilot.press("c", "o")
        await reads(pilot, "Searching for “co”")
        assert pilot.app.theme == theme
