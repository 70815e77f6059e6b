"""From one computer to another and back, as the commands do it."""

from datetime import date
from pathlib import Path

import pytest

from tests.store.test_handover import meet
from workshop import handing
from workshop.domain.refused import Refused
from workshop.language import tongue

TODAY = date(2026, 11, 21)


def told(folder: Path, file: Path) -> str:
    taken = handing.take_in(folder / "workshop.db", file)
    return "\n".join(tongue("en")(line) for line in handing.told(taken))


def test_there_and_back(tmp_path: Path) -> None:
    here, away, drive = tmp_path / "here", tmp_path / "away", tmp_path / "drive"
    drive.mkdir()
    meet(here, 1)
    file = handing.hand_over(here / "workshop.db", "north", drive, TODAY)
    assert file.name == "north-2026-11-21.workshop.jsonl"
    assert "New: 5 March 2026 · North" in told(away, file)
    assert told(away, file) == "Nothing new: all of it is here already."
    meeting = meet(away, 2)
    back = handing.hand_over(away / "workshop.db", meeting[:6], drive / "back.jsonl", TODAY)
    assert back.name == "back.workshop.jsonl"
    assert "New: " in told(here, back)
    assert told(away, file).startswith("Nothing new")
    assert handing.files_in(drive) == [back, file]
    assert handing.in_folders([drive, file]) == [back, file, file]


def test_a_file_that_is_something_else_stays(tmp_path: Path) -> None:
    meet(tmp_path, 1)
    other = tmp_path / "mine.workshop.jsonl"
    other.write_text("something else")
    with pytest.raises(Refused, match="something else"):
        handing.hand_over(tmp_path / "workshop.db", "North", other, TODAY)
    assert other.read_text() == "something else"
    newer = handing.hand_over(tmp_path / "workshop.db", "North", tmp_path, TODAY)
    assert newer == handing.hand_over(tmp_path / "workshop.db", "North", tmp_path, TODAY)


def test_what_is_unknown_is_told_with_what_there_is(tmp_path: Path) -> None:
    meet(tmp_path, 1)
    with pytest.raises(Refused, match="neither a network nor a meeting"):
        handing.hand_over(tmp_path / "workshop.db", "South", tmp_path, TODAY)


def test_others_can_read_the_file(tmp_path: Path) -> None:
    """On a shared drive as any other file there."""
    meet(tmp_path, 1)
    plain = tmp_path / "plain"
    plain.touch()
    file = handing.hand_over(tmp_path / "workshop.db", "North", tmp_path, TODAY)
    assert file.stat().st_mode == plain.stat().st_mode
