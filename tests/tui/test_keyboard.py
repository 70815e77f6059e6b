"""A burst of keys, as from quick fingers on a busy computer: each lands where it is meant."""

import asyncio
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input

from tests.meetings import step
from tests.tui.playing import Play, reads, shown, until
from tests.tui.stand import Stand, stand
from workshop.tui.keyboard import Keyboard

HOPES = step(
    "collect",
    "hopes",
    prompts=[{"deck": "hopes", "label": dict.fromkeys(("sv", "nb", "nn", "en"), "Hopes")}],
)
FEARS = step(
    "collect",
    "fears",
    prompts=[
        {"deck": deck, "label": dict.fromkeys(("sv", "nb", "nn", "en"), deck)}
        for deck in ("fears", "causes")
    ],
)


def burst(pilot: Play, text: str) -> None:
    """All keys at once, before anything could be drawn."""
    names = {"\n": "enter", "\t": "tab", " ": "space"}
    for letter in text:
        key = events.Key(names.get(letter, letter), letter if letter not in names else None)
        if letter == " ":
            key = events.Key("space", " ")
        pilot.app.post_message(key)


def written(host: Stand) -> list[str]:
    return [card.text for card in host.meeting.deck("hopes")]


async def test_what_is_typed_while_a_dialog_opens_is_written_in_it(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES, step("text", "after")) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, (100, 30)) as pilot:
            burst(pilot, "tEnd it now\nnew ideas\n\n")
            await until(pilot, lambda: len(written(host)) == 2)
            assert written(host) == ["End it now", "new ideas"]
            assert host.meeting.current == "hopes"


async def test_tab_goes_to_the_next_field_before_the_next_letter(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES, FEARS) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, (100, 30)) as pilot:
            await pilot.press("n")
            await until(pilot, lambda: host.meeting.current == "fears")
            burst(pilot, "tMore work\tToo late")
            await reads(pilot, "Too late")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: len(host.meeting.deck("causes")) == 1)
            assert [card.text for card in host.meeting.deck("fears")] == ["More work"]
            assert [card.text for card in host.meeting.deck("causes")] == ["Too late"]


class SlowDialog(ModalScreen[None]):
    """Takes a while to open, as any dialog does on a computer that is busy."""

    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        yield Input()

    async def on_mount(self) -> None:
        await asyncio.sleep(0.8)
        self.query_one(Input).focus()


class SlowApp(App[None]):
    BINDINGS = [("t", "write", "Write")]

    def __init__(self) -> None:
        super().__init__()
        self._turns = Keyboard(self, super().on_event)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._turns.press(event)
        else:
            await super().on_event(event)

    def action_write(self) -> None:
        self.push_screen(SlowDialog())


async def test_no_letter_is_lost_while_a_dialog_takes_its_time_to_open() -> None:
    app = SlowApp()
    async with app.run_test() as pilot:
        for letter in "tMore":
            app.post_message(events.Key(letter, letter))
        await until(pilot, lambda: bool(app.screen.query(Input)))
        await until(pilot, lambda: len(app.screen.query_one(Input).value) >= 3)
        await asyncio.sleep(0.2)
        assert app.screen.query_one(Input).value == "More"
