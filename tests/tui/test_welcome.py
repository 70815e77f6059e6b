from pathlib import Path

import pytest

from tests.meetings import step
from tests.tui.playing import reads, screen, typed, until, welcomed
from tests.tui.stand import Foyer, stand
from workshop.domain.refused import Refused
from workshop.domain.words import Say
from workshop.tui.door import MeetingInfo, NewMeeting
from workshop.tui.screens.meeting import MeetingScreen


async def test_the_language_changes_the_whole_screen(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        async with welcomed(Foyer(host), (80, 24), "sv") as pilot:
            await reads(pilot, "Nytt möte")
            await pilot.press("4")
            await reads(pilot, "New meeting")
            assert "Nytt möte" not in screen(pilot)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10)])
async def test_the_first_picture_comes_whatever_the_size_of_the_window(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with stand(tmp_path, step("introductions")) as host:
        async with welcomed(Foyer(host), size) as pilot:
            # Nothing is painted for as long as this goes on.
            await until(pilot, lambda: not pilot.app._batch_count)


async def test_a_new_meeting_takes_the_agendas_in_the_order_chosen(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        foyer = Foyer(host)
        async with welcomed(foyer, (100, 40)) as pilot:
            await pilot.press("enter")
            await reads(pilot, "Several make one day")
            await pilot.press("down", "space", "up", "space", "enter")
            await typed(pilot, "nät")
            await pilot.pause(0.1)
            await pilot.press("right", "enter")
            await typed(pilot, "Väst\n")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: isinstance(pilot.app.screen_stack[1], MeetingScreen))
        assert foyer.started == [
            NewMeeting(
                agendas=("theme-1", "introduction"),
                network="Nätverket Väst",
                region="Väst",
                sector="",
                place="",
                language="en",
                starts=9 * 60,
            )
        ]


async def test_what_is_missing_is_said_beside_the_field(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        async with welcomed(Foyer(host), (100, 40)) as pilot:
            await pilot.press("enter")
            await reads(pilot, "Several make one day")
            await pilot.press("ctrl+s")
            await reads(pilot, "! Choose at least 1.")
            await reads(pilot, "! Please fill this in.")


async def test_a_meeting_is_continued_from_the_list(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        foyer = Foyer(host)
        info = MeetingInfo("m", host.meeting.title, "Väst", "2026-03-05", "running")
        foyer.listed = [info]
        async with welcomed(foyer, (100, 40), "sv") as pilot:
            await reads(pilot, "2026-03-05")
            await pilot.press("enter")
            await until(pilot, lambda: len(pilot.app.screen_stack) > 1)


async def test_a_meeting_of_another_day_that_never_ended_does_not_come_first(
    tmp_path: Path,
) -> None:
    with stand(tmp_path, step("introductions")) as host:
        foyer = Foyer(host)
        info = MeetingInfo("m", host.meeting.title, "Väst", "2026-02-01", "running")
        foyer.listed = [info]
        async with welcomed(foyer, (100, 40)) as pilot:
            await reads(pilot, "1 February 2026")
            await pilot.press("enter")
            await reads(pilot, "Several make one day")
            await pilot.press("escape")
            await pilot.press("down", "enter")
            await until(pilot, lambda: len(pilot.app.screen_stack) > 1)


async def test_a_meeting_that_is_open_elsewhere_is_told(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        foyer = Foyer(host)
        foyer.listed = [MeetingInfo("m", host.meeting.title, "Väst", "2026-03-05", "running")]
        foyer.problem = Refused(Say("Choose at least %(n)s."))
        async with welcomed(foyer, (100, 40)) as pilot:
            await pilot.press("enter")
            await reads(pilot, "This meeting cannot be opened now")
            await pilot.press("escape")
            await reads(pilot, "New meeting")


async def test_what_a_continued_meeting_has_to_tell_is_said_in_its_language(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions"), language="nb") as host:
        host.join("p1", "authority", "Tax")
        host.notice = Say("Please fill this in.")
        foyer = Foyer(host)
        foyer.listed = [MeetingInfo("m", host.meeting.title, "Väst", "2026-03-05", "running")]
        async with welcomed(foyer, (100, 40), "nb") as pilot:
            await pilot.press("enter")
            await reads(pilot, "Fyll ut dette.")
