from pathlib import Path

from tests.web.house import house
from workshop.web.version import asks, of_desk, of_phone, of_stage


async def test_each_page_changes_when_what_it_shows_changes_and_not_before(tmp_path: Path):
    async with house(tmp_path) as here:

        def seen() -> list[str]:
            meeting, step = here.room.meeting, here.room.step()
            return [of(meeting, step) for of in (asks, of_phone, of_stage, of_desk)]

        def changed(before: list[str]) -> str:
            names = ("asks", "phone", "stage", "desk")
            return " ".join(n for n, a, b in zip(names, before, seen(), strict=True) if a != b)

        (phone,) = await here.phones(1)
        await here.go("expectations")
        before = seen()
        await phone.write("Knowledge")
        assert changed(before) == "stage desk"
        before = seen()
        await here.room.lead("shut")
        assert changed(before) == "asks phone stage desk"
        await here.open_vote()
        before = seen()
        await phone.vote(0)
        assert changed(before) == "stage desk"
        before = seen()
        await phone.vote(1)
        assert changed(before) == ""
        await here.room.lead("close")
        assert changed(before) == "asks phone stage desk"
        before = seen()
        await here.room.lead("more_1")
        assert changed(before) == "desk"
        before = seen()
        await here.room.lead("end")
        assert changed(before) == "asks phone stage desk"
