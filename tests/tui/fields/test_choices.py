from pathlib import Path

from tests.meetings import step
from tests.tui.playing import Play, reads, screen, typed, until, welcomed
from tests.tui.stand import Foyer, stand
from workshop.tui.fields.choices import Choices
from workshop.tui.fields.pick import PickList


def agendas(pilot: Play) -> PickList:
    return pilot.app.screen.query(PickList).first()


async def test_choosing_ends_the_search_and_the_next_one_starts_anew(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        foyer = Foyer(host)
        async with welcomed(foyer, (100, 40)) as pilot:
            await pilot.press("enter")
            await reads(pilot, "Several make one day")
            every = agendas(pilot).option_count
            await typed(pilot, "intro")
            await pilot.press("down")
            await pilot.press("space")
            assert agendas(pilot).chosen == ["introduction"]
            assert agendas(pilot).option_count == every
            assert "Searching" not in screen(pilot)
            await typed(pilot, "theme")
            await pilot.press("space")
            assert agendas(pilot).chosen == ["introduction", "theme-1"]


async def test_a_search_that_finds_nothing_says_so_and_keeps_the_keys(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        async with welcomed(Foyer(host), (100, 40)) as pilot:
            await pilot.press("enter")
            await reads(pilot, "Several make one day")
            await typed(pilot, "zz")
            await reads(pilot, "Nothing here matches.")
            assert "“zz”" in screen(pilot)
            await pilot.press("space", "tab", "shift+tab")
            await until(pilot, lambda: isinstance(pilot.app.screen.focused, Choices))
            await pilot.press("backspace", "backspace")
            assert "Nothing here matches." not in screen(pilot)


async def test_the_only_choice_of_what_is_needed_stays_when_it_is_chosen_again(
    tmp_path: Path,
) -> None:
    with stand(tmp_path, step("introductions")) as host:
        async with welcomed(Foyer(host), (100, 40)) as pilot:
            await pilot.press("enter")
            await reads(pilot, "Several make one day")
            languages = pilot.app.screen.query(PickList).last()
            languages.focus()
            await pilot.press("space")
            assert languages.chosen == ["en"]
            await pilot.press("up", "space")
            assert languages.chosen == ["nn"]
