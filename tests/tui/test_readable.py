"""Every letter that stands on a screen, in both themes, against what it stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color
from textual.theme import Theme

from tests.meetings import prompt, step
from tests.tui.playing import Play, reads, shown, welcomed
from tests.tui.stand import Foyer, stand
from tests.tui.test_themes import contrast
from workshop.tui.themes import THEMES

ENOUGH = 4.5  # WCAG 2.2, level AA
DAY = (
    step("introductions"),
    step("collect", "hopes", prompts=[prompt("hopes")]),
    step("text", "closing"),
)
IN_THE_MEETING = [((), "Next item"), (("I",), "1 min more"), (("n",), "Hopes")]
BEFORE_IT = [
    ((), "New meeting"),
    (("down", "enter"), "Take in a file"),
    (("down", "enter", "enter"), "About the network"),
    (("down", "enter", "enter", "p"), "No parties are listed yet"),
    (("down", "down", "enter"), "Theme 1"),
    (("down", "down", "enter", "enter"), "1 min more"),
]


def faint(pilot: Play) -> Iterator[tuple[str, float]]:
    """Words that are hard to read where they stand."""
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            text, style = segment.text.strip(), segment.style
            if style is None or not any(letter.isalnum() for letter in text):
                continue
            found = contrast(_hex(style.color), _hex(style.bgcolor))
            if found < ENOUGH:
                yield text, round(found, 1)


def _hex(colour: Color | None) -> str:
    assert colour is not None and colour.triplet is not None
    return colour.triplet.hex


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("keys", "words"), IN_THE_MEETING, ids=str)
async def test_every_letter_in_the_meeting(
    tmp_path: Path, theme: Theme, keys: tuple[str, ...], words: str
) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            pilot.app.theme = theme.name
            await pilot.press(*keys)
            await reads(pilot, words)
            await pilot.pause(0.1)
            assert list(faint(pilot)) == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("keys", "words"), BEFORE_IT, ids=str)
async def test_every_letter_before_it(
    tmp_path: Path, theme: Theme, keys: tuple[str, ...], words: str
) -> None:
    with stand(tmp_path, *DAY) as host:
        async with welcomed(Foyer(host)) as pilot:
            pilot.app.theme = theme.name
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.2)
            await reads(pilot, words)
            await pilot.pause(0.1)
            assert list(faint(pilot)) == []
