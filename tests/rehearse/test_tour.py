"""Whoever follows the hints comes from the first point to the documents."""

import asyncio
from pathlib import Path
from random import Random

import pytest

from tests.meetings import plausible
from workshop.domain.form import Form
from workshop.domain.words import LANGUAGES, Language
from workshop.language import tongue
from workshop.rehearse import tour
from workshop.rehearse.tour import KINDS, Practice
from workshop.tui.guiding import WRITE, Hint, hint
from workshop.tui.view import view

PATIENCE = 30.0


async def followed(host: Practice) -> list[Hint]:
    """Presses what the hints say; answers what is asked with anything that fits."""
    say, told, chance = tongue("en"), [], Random(1)
    async with asyncio.timeout(PATIENCE):
        while (shown := hint(seen := view(host.room.meeting, say))) != WRITE:
            if not told or told[-1] != shown:
                told.append(shown)
            action = next((one for one in seen.actions if one.key == shown.key), None)
            if action is None:
                assert shown.key == "", f"{shown} cannot be pressed"
                await asyncio.sleep(0.05)
            else:
                answers = plausible(action.form or Form(fields=()), chance)
                await asyncio.wrap_future(host.lead(action.name, answers))
    return told


async def test_the_hints_lead_to_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour, "PAUSE", 0.0)
    monkeypatch.setattr(tour, "LOOK", 0.02)
    host = await asyncio.to_thread(Practice, "sv", tmp_path)
    try:
        told = await followed(host)
        keys = [one.key for one in told]
        assert set("xmnvrta") <= set(keys), keys
        # Where two texts mean the same; a leader in a hurry goes on before they are written.
        assert "1" not in keys or {"u", "U"} <= set(keys), keys
        meeting = host.room.meeting
        assert meeting.ended and len({step for step, _ in meeting.visits}) == len(KINDS)
        (round_, *_) = meeting.rounds.values()
        assert len(round_.ballots) == tour.PHONES
    finally:
        await asyncio.to_thread(host.close)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_can_practise(language: Language) -> None:
    steps = tour.tour(language).steps
    assert [type(step) for step in steps] == list(KINDS)


def test_what_was_practised_is_thrown_away() -> None:
    host = Practice("nn")
    folder = host.file.parent
    assert folder.exists()
    host.close()
    assert not folder.exists()
