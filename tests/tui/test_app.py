from pathlib import Path

from tests.meetings import step
from tests.tui.playing import shown, until, welcomed
from tests.tui.stand import Foyer, stand


async def test_phones_are_let_in_when_the_first_picture_stands(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        async with shown(host) as pilot:
            await until(pilot, lambda: host.admitted)


async def test_the_first_screen_opens_no_meeting(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        async with welcomed(Foyer(host)) as pilot:
            await pilot.pause()
            assert not host.admitted
            assert len(pilot.app.screen_stack) == 1
