"""What the room must not see is never on the stage unbidden."""

from pathlib import Path

from tests.meetings import prompt, step
from tests.tui.playing import reads, screen, shown, until
from tests.tui.stand import Stand, stand
from workshop.tui.dialogs.asking import Asking
from workshop.tui.dialogs.confirm import Confirm

HOPES = step("collect", "hopes", prompts=[prompt("hopes")], moderated=True)
VOTE = step("vote", deck="hopes")


def waiting(host: Stand) -> None:
    host.join("p1", "authority", "Tax")
    host.write("p1", "hopes", "Anna 0701234567", "Bo 0701234568")


async def test_what_waits_is_a_number_and_nothing_else(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        waiting(host)
        async with shown(host, (100, 30)) as pilot:
            await reads(pilot, "2 texts to read")
            assert "070" not in screen(pilot) and "Show what waits" not in screen(pilot)


async def test_no_key_shows_what_waits_before_a_warning(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        waiting(host)
        async with shown(host) as pilot:
            for key in ("A", "C", "X"):
                await pilot.press(key)
                await reads(pilot, "Hide the projector first")
                assert "070" not in screen(pilot)
                await pilot.press("escape")
                await until(pilot, lambda: not isinstance(pilot.app.screen, Confirm))
                assert not isinstance(pilot.app.screen, Asking)


async def test_what_waits_is_shown_in_the_room_after_the_warning(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        waiting(host)
        async with shown(host) as pilot:
            await pilot.press("A")
            await reads(pilot, "The projector is hidden")
            await pilot.press("enter")
            await reads(pilot, "[ ] Anna 0701234567")
            await pilot.press("down", "space", "ctrl+s")
            await until(pilot, lambda: len(host.meeting.deck("hopes")) == 1)
            await reads(pilot, "  text to read")


async def test_help_and_palette_name_it_without_a_text(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        waiting(host)
        async with shown(host, (120, 60)) as pilot:
            for key in ("question_mark", "ctrl+p"):
                await pilot.press(key)
                await reads(pilot, "Show what waits")
                assert "070" not in screen(pilot)
                await pilot.press("escape")
                await until(pilot, lambda: len(pilot.app.screen_stack) == 2)


async def test_a_ballot_for_somebody_else_is_not_opened_on_the_wall(tmp_path: Path) -> None:
    with stand(tmp_path, step("collect", "hopes", prompts=[prompt("hopes")]), VOTE) as host:
        host.join("p1", "authority", "Tax")
        host.write("", "hopes", "One", "Two")
        host.do("next")
        host.do("open")
        async with shown(host) as pilot:
            await pilot.press("t")
            await reads(pilot, "for somebody without a phone is secret too")
            assert "0 of 2 given" not in screen(pilot)
            await pilot.press("enter")
            await reads(pilot, "0 of 2 given")


async def test_the_secret_page_is_not_told_to_a_room_before_a_warning(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.press("ctrl+d")
            await reads(pilot, "can lead the meeting. Hide the projector")
            assert host.desk not in screen(pilot)
            await pilot.press("enter")
            await reads(pilot, host.desk)


async def test_the_secret_page_is_told_at_once_while_nobody_is_there(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        async with shown(host) as pilot:
            await pilot.press("ctrl+d")
            await reads(pilot, host.desk)
