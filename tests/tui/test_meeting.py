import re
from pathlib import Path

import pytest

from tests.meetings import day, prompt, step
from tests.tui.playing import Play, reads, screen, shown, typed, until
from tests.tui.stand import stand
from workshop import steps
from workshop.domain.words import Say
from workshop.tui.screens.hidden import Hidden
from workshop.tui.screens.joining import Joining
from workshop.tui.widgets.stage import Stage

EXPECTATIONS = step(
    "collect",
    "expectations",
    prompts=[{"deck": "expectations", "label": dict.fromkeys(("sv", "nb", "nn", "en"), "Hopes")}],
)
DAY = (step("introductions"), EXPECTATIONS, step("text", "closing"))


async def test_next_and_back_follow_the_clicker(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            for key, place in (("pagedown", 1), ("space", 2), ("pageup", 1), ("b", 0), ("n", 1)):
                await pilot.press(key)
                await until(pilot, lambda place=place: host.meeting.position() == place)


async def test_the_clicker_does_not_end_the_meeting(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.press("pagedown", "pagedown")
            await pilot.pause(0.1)
            assert not host.meeting.ended and len(pilot.app.screen_stack) == 2


async def test_an_empty_meeting_begins_with_the_code(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host) as pilot:
            await until(pilot, lambda: isinstance(pilot.app.screen, Joining))
            host.join("p1", "authority", "Tax")
            await reads(pilot, "1 person has arrived")
            await pilot.press("x")
            await until(pilot, lambda: not isinstance(pilot.app.screen, Joining))
            assert not host.meeting.people["p1"].presented


async def test_a_key_of_the_step_does_its_action(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax", "Anna")
        async with shown(host) as pilot:
            await pilot.press("x")
            await until(pilot, lambda: host.meeting.people["p1"].presented)
            await pilot.press("u")
            await until(pilot, lambda: not host.meeting.people["p1"].presented)


async def test_what_phones_send_appears(tmp_path: Path) -> None:
    with stand(tmp_path, EXPECTATIONS) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, (80, 24)) as pilot:
            host.write("p1", "expectations", "More cooperation")
            await reads(pilot, "More cooperation")


@pytest.mark.parametrize("hostile", ["[@click=app.quit]x[/]", "[bold red]x", "<b>x</b>", "=1+1"])
async def test_a_text_is_shown_as_it_was_written(tmp_path: Path, hostile: str) -> None:
    with stand(tmp_path, EXPECTATIONS) as host:
        host.join("p1", "authority", hostile, hostile)
        host.write("p1", "expectations", hostile)
        async with shown(host, (80, 24)) as pilot:
            await reads(pilot, hostile)
            await pilot.press("e")
            await reads(pilot, f"( ) {hostile}")


async def test_a_refusal_is_told_calmly(tmp_path: Path) -> None:
    vote = step("vote", deck="expectations")
    with stand(tmp_path, EXPECTATIONS, vote) as host:
        host.join("p1", "authority", "Tax")
        host.write("p1", "expectations", "One", "Two")
        host.do("next")
        host.do("open")
        async with shown(host) as pilot:
            await pilot.press("b")
            await reads(pilot, "Voting is still open.")


async def test_a_fault_becomes_words_and_a_line_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            host.fault = RuntimeError("of the disk")
            await pilot.press("n")
            await reads(pilot, "Something went wrong in the program.")
        assert "of the disk" in caplog.text


async def test_hiding_leaves_only_the_name_of_the_network(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax", "Anna")
        async with shown(host, (60, 20)) as pilot:
            await pilot.press("full_stop")
            await until(pilot, lambda: isinstance(pilot.app.screen, Hidden))
            assert "Anna" not in screen(pilot)
            host.join("p2", "union", "Painters", "Bo")
            await pilot.press("x", "full_stop")
            await reads(pilot, "Bo")
            assert not host.meeting.people["p1"].presented


async def test_a_small_window_says_so_until_it_grows(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.resize_terminal(50, 12)
            await reads(pilot, "The window is too small: 50 × 12.")
            await pilot.resize_terminal(80, 24)
            await reads(pilot, "Item 1 of 3")


async def test_the_agenda_comes_and_goes(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, (120, 30)) as pilot:
            await reads(pilot, "09:10  Expectations en")
            await pilot.press("i")
            await until(pilot, lambda: "09:10" not in screen(pilot))
            await pilot.resize_terminal(80, 24)
            await reads(pilot, "09:10  Expectations en")


async def test_the_language_changes_everything_at_once(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, (100, 30), "nn") as pilot:
            await reads(pilot, "Neste punkt")
            await pilot.press("ctrl+l")
            await reads(pilot, "Next item")


async def test_time_runs_out_in_words(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, (100, 30)) as pilot:
            host.pass_time(minutes=12)
            await reads(pilot, "over, the time is up")


async def test_a_long_list_goes_over_pages_that_say_so(tmp_path: Path) -> None:
    with stand(tmp_path, EXPECTATIONS, step("text", "closing")) as host:
        host.join("p1", "authority", "Tax")
        host.write("", "expectations", *(f"Expectation number {n}" for n in range(30)))
        async with shown(host, (80, 24)) as pilot:
            await reads(pilot, "more below")
            assert "number 29" not in screen(pilot)
            await _to_the_end(pilot)
            await reads(pilot, "number 29")
            assert host.meeting.position() == 0
            await pilot.press("pagedown")
            await until(pilot, lambda: host.meeting.position() == 1)


async def _to_the_end(pilot: Play) -> None:
    stage = pilot.app.screen.query_one(Stage)
    while stage.turn(1):
        await pilot.pause()


async def test_help_lists_every_key_of_the_step_and_the_screen(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, (120, 60)) as pilot:
            await pilot.press("question_mark")
            for words in (
                "Next person",
                "Go to an item",
                "Hide the stage from the room",
                "PageDown",
            ):
                await reads(pilot, words)


async def test_the_palette_finds_and_does(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.press("ctrl+p")
            await reads(pilot, "What is to be done?")
            await reads(pilot, "Choose  Enter")
            await typed(pilot, "minutes")
            await pilot.press("enter")
            await until(pilot, lambda: host.meeting.stretched.get("introductions") == 5)


async def test_leaving_asks_first(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.press("q")
            await reads(pilot, "Leave the meeting?")
            await pilot.press("escape")
            await until(pilot, lambda: len(pilot.app.screen_stack) == 2)
            await pilot.press("q", "enter")
            await until(pilot, lambda: not pilot.app.is_running)


async def test_control_c_asks_like_leaving_does(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.press("ctrl+c")
            await reads(pilot, "Leave the meeting?")


OWN = {"j", ".", ",", "w", "?", "i", "I", "q", "c", "[", "]", "<", ">", " "}


@pytest.mark.parametrize("kind", sorted(Path(steps.__file__).parent.glob("*.py")), ids=str)
def test_what_is_done_at_an_item_has_no_key_of_the_screen(kind: Path) -> None:
    # Read from the source: some can only be done in a state that takes a whole room to reach.
    assert not OWN & set(re.findall(r'\bkey="(.)"', kind.read_text(encoding="utf-8")))


async def test_no_key_means_two_things(tmp_path: Path) -> None:
    with stand(tmp_path, *day()) as host:
        host.join("p1", "authority", "Tax")
        host.join("p2", "union", "Painters")
        for _ in host.meeting.points:
            keys = [action.key for action in host.room.actions() if action.key]
            assert len(keys) == len(set(keys)), host.meeting.current
            assert not OWN & set(keys), host.meeting.current
            if host.meeting.position() < len(host.meeting.points) - 1:
                host.do("next")


async def test_a_notice_is_told_at_the_start(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        host.notice = Say("Undo")
        async with shown(host) as pilot:
            await reads(pilot, "Undo")


async def test_letters_grow_and_shrink_by_key(tmp_path: Path) -> None:
    with stand(tmp_path, step("collect", "hopes", prompts=[prompt("hopes")])) as host:
        host.join("p1", "authority", "Tax")
        host.write("", "hopes", *(f"Hope number {n:02}" for n in range(12)))
        async with shown(host, (200, 60)) as pilot:
            await reads(pilot, "Page 1 of")
            assert "Hope number 01" not in screen(pilot)
            await pilot.press("<")
            await reads(pilot, "Hope number 11")
            assert "Page 1 of" not in screen(pilot)
            await pilot.press(">")
            await reads(pilot, "Page 1 of")


async def test_a_growing_list_is_followed_at_its_end_only(tmp_path: Path) -> None:
    with stand(tmp_path, step("collect", "hopes", prompts=[prompt("hopes")])) as host:
        host.join("p1", "authority", "Tax")
        host.write("", "hopes", *(f"Hope {n:02}" for n in range(12)))
        async with shown(host, (80, 24)) as pilot:
            await reads(pilot, "Hope 11")
            host.write("", "hopes", *(f"More {n:02}" for n in range(12)))
            await reads(pilot, "More 11")
            await pilot.press("[")
            await reads(pilot, "Page 1 of 2")
            host.write("", "hopes", *(f"Last {n:02}" for n in range(12)))
            await reads(pilot, "Page 1 of 3")
