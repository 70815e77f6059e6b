from dataclasses import replace

from tests.export.sample import full
from workshop.export.frame import time
from workshop.language import tongue


def ended(at: str, first: str = "2026-03-05T09:04:00+01:00") -> str:
    visits = (("welcome", first),)
    meeting = replace(full(), date="2026-03-05", starts=9 * 60, ended_at=at, visits=visits)
    return tongue("sv")(time(meeting)).replace("\u00a0", " ")


def test_a_meeting_tells_from_when_until_when() -> None:
    assert ended("") == "2026-03-05, 09:00"
    assert ended("2026-03-05T11:55:00+01:00") == "2026-03-05, 09:00–11:55"


def test_no_meeting_ends_before_it_begins() -> None:
    assert ended("2026-03-05T06:41:00+00:00") == "2026-03-05, 09:00"


def test_a_meeting_held_at_another_hour_than_planned_tells_that_hour() -> None:
    late, over = "2026-03-05T13:10:00+01:00", "2026-03-05T15:00:00+01:00"
    assert ended(over, late) == "2026-03-05, 13:10–15:00"
    early = "2026-03-05T06:10:00+01:00"
    assert ended("2026-03-05T06:41:00+01:00", early) == "2026-03-05, 06:10–06:41"


def test_a_meeting_prepared_the_day_before_tells_the_hour_it_was_planned_for() -> None:
    assert ended("2026-03-05T11:00:00+01:00", "2026-03-04T16:00:00+01:00").endswith("09:00–11:00")
