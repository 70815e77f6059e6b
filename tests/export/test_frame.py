from dataclasses import replace

from tests.export.sample import full
from workshop.export.frame import time
from workshop.language import tongue


def ended(at: str) -> str:
    meeting = replace(full(), date="2026-03-05", starts=9 * 60, ended_at=at)
    return tongue("sv")(time(meeting)).replace("\u00a0", " ")


def test_a_meeting_tells_from_when_until_when() -> None:
    assert ended("") == "2026-03-05, 09:00"
    assert ended("2026-03-05T11:55:00+01:00") == "2026-03-05, 09:00–11:55"


def test_no_meeting_ends_before_it_begins() -> None:
    assert ended("2026-03-05T06:41:00+00:00") == "2026-03-05, 09:00"
