"""Points that were skipped: named as such, with no empty headings."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.meetings import gathering, prompt, step
from workshop.domain.meeting import Meeting
from workshop.export.minutes import minutes
from workshop.export.runsheet import run_sheet
from workshop.language import tongue
from workshop.steps.text import agenda

DAY = (
    step("text", "first"),
    step("collect", "hopes", prompts=[prompt("hopes")]),
    step("pause", minutes=20),
)


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    with gathering(tmp_path, *DAY) as held:
        return held.lead("plan_skip", items="hopes").lead("next").meeting


def paragraphs(document: bytes) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in Document(BytesIO(document)).paragraphs]


def headings(document: bytes) -> list[str]:
    return [text for style, text in paragraphs(document) if style.startswith("Heading")]


def test_the_minutes_name_them_once(meeting: Meeting) -> None:
    document = minutes(meeting, "en")
    assert "Hopes en" not in headings(document) and "Skipped items" in headings(document)
    assert [text for _, text in paragraphs(document)].count("Hopes en") == 1


def test_the_run_sheet_says_it(meeting: Meeting) -> None:
    told = [text for _, text in paragraphs(run_sheet(meeting, "en"))]
    place = next(n for n, text in enumerate(told) if text.endswith("Hopes en"))
    assert told[place + 1] == "skipped"


def test_the_agenda_on_stage_gives_them_no_time(meeting: Meeting) -> None:
    say = tongue("en")
    assert [[say(cell) for cell in row] for row in agenda(meeting).rows] == [
        ["09:00", "First en", "10 min"],
        ["–", "Hopes en", "skipped"],
        ["09:10", "Pause en", "20 min"],
    ]


def test_a_meeting_without_skipped_points_says_nothing_of_them(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as held:
        assert "Skipped items" not in headings(minutes(held.meeting, "en"))
