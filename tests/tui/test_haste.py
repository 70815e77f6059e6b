"""A double press moves the meeting once; what is meant to be pressed again still is."""

from pathlib import Path

import pytest

from tests.meetings import prompt, step
from tests.tui.playing import reads, shown, until
from tests.tui.stand import Stand, stand
from workshop.domain.action import Action
from workshop.domain.words import LANGUAGES, Language
from workshop.tui import haste
from workshop.tui.haste import Haste

LONG, NEVER = 3_600.0, 0.0  # seconds
DAY = (
    step("introductions"),
    step("text", "second"),
    step("text", "third"),
    step("text", "closing"),
)
HOPES = step("collect", "hopes", prompts=[prompt("hopes")])
COUNTED_ONCE = {"en": "count as one", "sv": "som en", "nb": "som ett", "nn": "som eitt"}


def quick(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    monkeypatch.setattr(haste, "QUICK", seconds)


def here(host: Stand) -> int:
    return host.meeting.position()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["n", "pagedown"])
async def test_two_quick_presses_go_on_once_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, language: Language
) -> None:
    quick(monkeypatch, LONG)
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host, language=language) as pilot:
            await pilot.press(key, key, key)
            await reads(pilot, COUNTED_ONCE[language])
            assert here(host) == 1
            quick(monkeypatch, NEVER)
            await pilot.press(key)
            await until(pilot, lambda: here(host) == 2)


async def test_a_vote_is_not_closed_by_the_press_that_opened_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch, LONG)
    with stand(tmp_path, HOPES, step("vote", deck="hopes")) as host:
        host.join("p1", "authority", "Tax")
        host.write("", "hopes", "One", "Two")
        host.do("next")
        async with shown(host) as pilot:
            await pilot.press("v", "v")
            await reads(pilot, "count as one")
            assert [round_.state for round_ in host.meeting.rounds.values()] == ["open"]


async def test_another_key_and_the_way_back_are_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch, LONG)
    with stand(tmp_path, *DAY) as host:
        for person in ("p1", "p2", "p3"):
            host.join(person, "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.press("x", "x", "x", "n", "b")
            await until(pilot, lambda: len(host.meeting.visits) == 3)
            assert here(host) == 0
            assert all(person.presented for person in host.meeting.present())


async def test_whoever_lets_the_stage_stand_still_goes_on_as_fast_as_they_like(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch, LONG)
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.press("comma", "n", "n", "n")
            await until(pilot, lambda: here(host) == 3)


def test_a_key_doubles_itself_when_it_brought_another_item_or_meaning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quick(monkeypatch, LONG)
    following, opening, closing = (
        Action(name=name, label="", key=key)
        for name, key in (("next", "n"), ("open", "v"), ("close", "v"))
    )
    known = Haste()
    assert not known.doubles(following, "a")
    known.done(following, "a")
    assert known.doubles(following, "b")
    assert not known.doubles(following, "a"), "nothing has changed"
    assert not known.doubles(opening, "b"), "another key"
    known.done(opening, "b")
    assert known.doubles(closing, "b")
    quick(monkeypatch, NEVER)
    assert not known.doubles(closing, "b")
