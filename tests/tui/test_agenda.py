"""The agenda editor: each key, in a meeting and before any."""

from pathlib import Path

import pytest

from tests.meetings import BEGIN, prompt, step
from tests.tui.playing import Play, reads, screen, shown, typed, until, welcomed
from tests.tui.stand import Foyer, Stand, stand
from workshop.language import tongue
from workshop.lobby import Lobby
from workshop.store.agendas import read_agenda
from workshop.store.own import own_folder
from workshop.tui.screens.agenda import AgendaScreen
from workshop.tui.screens.agendas import AgendasScreen
from workshop.tui.setup import setup_form

DAY = (
    step("text", "first", minutes=10),
    step("collect", "hopes", prompts=[prompt("hopes")], minutes=20),
    step("text", "central", minutes=20, locked=True),
    step("text", "closing", minutes=20),
)


def ids(host: Stand) -> list[str]:
    return [point.id for point in host.meeting.points]


async def test_a_file_of_ones_own_that_is_broken_is_listed_with_what_is_wrong(
    tmp_path: Path,
) -> None:
    folder = own_folder(tmp_path / "workshop.db")
    folder.mkdir()
    (folder / "ours.toml").write_text('title = "Spring"\n[[step]]\nkind = "dance"\n')
    (broken,) = Lobby(tmp_path / "workshop.db").broken()
    assert broken.name == "ours.toml" and broken.line and broken.more
    with stand(tmp_path, step("text")) as host:
        foyer = Foyer(host)
        foyer.unfit = [broken]
        async with welcomed(foyer, (100, 40)) as pilot:
            pilot.app.push_screen(AgendasScreen(foyer, "en"))
            await reads(pilot, "ours.toml")
            await reads(pilot, f"cannot be used yet: line {broken.line}")
        assert "ours.toml cannot be used yet" in tongue("en")(
            setup_form(foyer, "en", BEGIN).fields[0].hint
        )


async def edited(pilot: Play, host: Stand, item: int = 0) -> None:
    """The editor of the running meeting, at an item."""
    host.join("p1", "authority", "Tax")
    await pilot.press("escape")
    await until(pilot, lambda: len(pilot.app.screen_stack) == 2)
    await pilot.press("I")
    await until(pilot, lambda: isinstance(pilot.app.screen, AgendaScreen))
    await pilot.press(*["down"] * item)


@pytest.mark.parametrize("keys", [("ctrl+up",), ("shift+up",), ("left_square_bracket",)])
async def test_an_item_goes_up_and_the_cursor_with_it(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host) as pilot:
            await edited(pilot, host, 3)
            for expected in (
                ["first", "hopes", "closing", "central"],
                ["first", "closing", "hopes", "central"],
            ):
                await pilot.press(*keys)
                await until(pilot, lambda expected=expected: ids(host) == expected)
                await pilot.pause(0.1)


@pytest.mark.parametrize("key", ["ctrl+down", "shift+down", "right_square_bracket"])
async def test_an_item_goes_down_and_not_beyond_the_end(tmp_path: Path, key: str) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host) as pilot:
            await edited(pilot, host, 1)
            for expected in (
                ["first", "central", "hopes", "closing"],
                ["first", "central", "closing", "hopes"],
                ["first", "central", "closing", "hopes"],
            ):
                await pilot.press(key)
                await until(pilot, lambda expected=expected: ids(host) == expected)
                await pilot.pause(0.1)


async def test_minutes_skip_repeat_and_undo(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host) as pilot:
            await edited(pilot, host, 3)
            await pilot.press("plus", "plus", "minus")
            await until(pilot, lambda: host.meeting.point("closing").minutes == 21)
            assert host.meeting.point("closing").title.sv == "Closing sv"
            await pilot.press("s")
            await reads(pilot, "skipped")
            await pilot.press("s", "r")
            await until(pilot, lambda: ids(host)[-1] == "closing-2")
            await pilot.press("x")
            await until(pilot, lambda: "closing" not in ids(host) or len(ids(host)) == 4)
            await pilot.press("u", "u")
            await until(pilot, lambda: len(ids(host)) == 4 and ids(host)[-1] == "closing")


async def test_keys_that_are_pressed_fast_all_count(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host) as pilot:
            await edited(pilot, host, 3)
            editor = pilot.app.screen
            assert isinstance(editor, AgendaScreen)
            for _ in range(5):
                editor.action_minutes(1)
            editor.action_move(-1)
            editor.action_move(-1)
            editor.points.highlighted = 0
            await until(pilot, lambda: host.meeting.point("closing").minutes == 25)
            await until(pilot, lambda: ids(host) == ["first", "closing", "hopes", "central"])
            assert host.meeting.point("first").minutes == 10


@pytest.mark.parametrize("key", ["s", "x", "plus", "enter", "n", "ctrl+up"])
async def test_a_central_item_stays_and_the_screen_says_so(tmp_path: Path, key: str) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host) as pilot:
            await edited(pilot, host, 2)
            await pilot.press(key)
            await reads(pilot, "central")
            await reads(pilot, "is a central item" if key != "x" else "is central")
            assert len(host.meeting.entries) == 3


async def test_an_item_is_added_after_the_one_that_is_lit(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host) as pilot:
            await edited(pilot, host, 1)
            await pilot.press("a")
            await reads(pilot, "What kind of item?")
            await typed(pilot, "bre")
            await pilot.press("enter")
            await typed(pilot, "Break now")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: ids(host)[2] == "pause")
            assert host.meeting.points[2].title.nb == "Break now"
            await reads(pilot, "Break now")


async def test_a_change_in_the_meeting_starts_from_what_stands_there(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host) as pilot:
            await edited(pilot, host, 3)
            await pilot.press("enter")
            await reads(pilot, "Change an item")
            await pilot.press("end")
            await typed(pilot, "ding")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: host.meeting.point("closing").title.sv == "Closing ending")


async def test_private_notes_are_shown_only_after_a_warning(tmp_path: Path) -> None:
    noted = step("text", "noted", notes=dict.fromkeys(("sv", "nb", "nn", "en"), "Hush"))
    with stand(tmp_path, DAY[0], noted) as host:
        async with shown(host) as pilot:
            await edited(pilot, host, 1)
            await pilot.press("n")
            await reads(pilot, "The projector is hidden")
            assert "Hush" not in screen(pilot)
            await pilot.press("enter")
            await reads(pilot, "Hush")


async def test_what_is_late_is_said_and_shortened_and_taken_back(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.pass_time(minutes=16)
        async with shown(host) as pilot:
            await edited(pilot, host, 0)
            await reads(pilot, "6 min later than planned")
            await reads(pilot, "could spare 3 min")
            assert "could give" not in line(pilot, "Central en")
            await pilot.press("f")
            await until(pilot, lambda: host.meeting.stretched == {"hopes": -3, "closing": -3})
            await pilot.press("u")
            await until(pilot, lambda: not any(host.meeting.stretched.values()))


def line(pilot: Play, words: str) -> str:
    return next(one for one in screen(pilot).splitlines() if words in one)


async def test_the_editor_takes_back_nothing_but_the_agenda(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.do("next")
        async with shown(host) as pilot:
            await edited(pilot, host)
            await pilot.press("u")
            await reads(pilot, "nothing to take back")
            assert host.meeting.current == "hopes"


async def test_the_running_agenda_is_saved_under_a_name(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with shown(host) as pilot:
            await edited(pilot, host)
            await pilot.press("w")
            await reads(pilot, "Name of your agenda")
            await typed(pilot, "Theme 1")
            await pilot.press("ctrl+s")
            await reads(pilot, "comes with the program")
            await pilot.press("end", "0", "ctrl+s")
            file = tmp_path / "agendas" / "theme-10.toml"
            await until(pilot, file.exists)
            assert [one.id for one in read_agenda(file).steps] == ids(host)
            await pilot.press("escape")


async def test_the_hint_under_the_stage_is_taken_with_one_key(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        host.pass_time(minutes=16)
        async with shown(host, (80, 24)) as pilot:
            await reads(pilot, "Ends 6 min later than planned.")
            await pilot.press("F")
            await until(pilot, lambda: host.meeting.stretched == {"hopes": -3, "closing": -3})


async def drafted(pilot: Play, name: str = "Introduction") -> None:
    """A shipped agenda in the editor, from the first screen."""
    await pilot.press("down", "down", "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, AgendasScreen))
    await reads(pilot, name)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, AgendaScreen))


async def test_a_shipped_agenda_becomes_one_of_our_own(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with welcomed(Foyer(host)) as pilot:
            await drafted(pilot)
            await pilot.press("plus", "down", "s", "w")
            await reads(pilot, "Name of your agenda")
            await typed(pilot, "Our start")
            await pilot.press("ctrl+s")
            file = tmp_path / "agendas" / "our-start.toml"
            await until(pilot, file.exists)
            saved = read_agenda(file)
            assert saved.title.en == "Our start" and saved.steps[0].minutes == 16
            assert [one.skipped for one in saved.steps] == [False, True, False]
            await reads(pilot, "Saved as “our-start”")
            await pilot.press("minus", "w")
            await reads(pilot, "Name of your agenda")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: read_agenda(file).steps[1].minutes == 9)
            assert read_agenda(file).title == saved.title
            await until(pilot, lambda: isinstance(pilot.app.screen, AgendaScreen))
            await pilot.press("w")
            await reads(pilot, "Name of your agenda")
            await typed(pilot, "Autumn")
            await pilot.press("ctrl+s")
            await until(pilot, (tmp_path / "agendas" / "autumn.toml").exists)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, AgendasScreen))


async def test_a_text_is_changed_in_four_languages(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with welcomed(Foyer(host)) as pilot:
            await drafted(pilot)
            await pilot.press("enter")
            await reads(pilot, "Which text?")
            await pilot.press("enter")
            await reads(pilot, "Bokmål")
            await pilot.press("end", "exclamation_mark", "ctrl+s")
            await until(pilot, lambda: isinstance(pilot.app.screen, AgendaScreen))
            await pilot.press("w")
            await typed(pilot, "Four")
            await pilot.press("ctrl+s")
            file = tmp_path / "agendas" / "four.toml"
            await until(pilot, file.exists)
            title = read_agenda(file).steps[0].title
            assert title.sv.endswith("!") and not title.nb.endswith("!")


async def test_what_is_not_saved_is_not_lost_without_asking(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with welcomed(Foyer(host)) as pilot:
            await drafted(pilot)
            await pilot.press("plus", "escape")
            await reads(pilot, "Leave without saving?")
            await pilot.press("escape", "u", "escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, AgendasScreen))


async def test_the_language_of_the_screen_changes_the_editor_too(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        async with welcomed(Foyer(host), (100, 40), "sv") as pilot:
            await drafted(pilot, "Dagordningar")
            await reads(pilot, "Vi presenterar oss")
            await pilot.press("ctrl+l", "ctrl+l", "ctrl+l")
            await reads(pilot, "Who we are")
