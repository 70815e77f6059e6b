from datetime import date, datetime

import pytest
from icalendar import Calendar

from tests.export.rfc5545 import read
from tests.export.sample import FOLLOWUP, Story, empty, full
from workshop.domain import event as ev
from workshop.domain.words import LANGUAGES, Language
from workshop.export.calendar import calendar


def events(data: bytes | None) -> dict[str, object]:
    assert data is not None
    read = Calendar.from_ical(data)
    return {str(event["uid"]): event for event in read.walk("VEVENT")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_deadline_and_the_next_meeting(language: Language) -> None:
    found = events(calendar(full(), language))

    assert set(found) == {"m-measure-m1@workshop", "m-next-meeting@workshop"}
    deadline, following = found["m-measure-m1@workshop"], found["m-next-meeting@workshop"]
    assert deadline.decoded("dtstart") == date(2026, 11, 6)
    assert deadline.decoded("dtend") == date(2026, 11, 7)
    assert following.decoded("dtstart") == datetime(2026, 5, 7, 13, 0)
    assert "Teams" in str(following["location"])


def test_a_meeting_without_a_time_takes_the_day() -> None:
    values = FOLLOWUP | {"time": "efter lunch"}
    story = Story("theme-1").put("f", "followup", "", step="followup", values=values)
    following = events(calendar(story.meeting(), "sv"))["m-next-meeting@workshop"]

    assert following.decoded("dtstart") == date(2026, 5, 7)


def test_what_is_done_is_no_deadline() -> None:
    values = {"deadline": "2026-11-06", "status": "done"}
    story = Story("theme-1").put("m1", "measures", "Klart", step="measures", values=values)

    assert calendar(story.meeting(), "sv") is None


def test_nothing_to_tell_makes_no_file() -> None:
    assert calendar(empty(), "en") is None


def test_nothing_can_be_smuggled_in() -> None:
    text = "Bjud in\nEND:VEVENT\nBEGIN:VALARM; alla, \\ " + "långt ord " * 60
    values = {"deadline": "2026-11-06", "next_step": text}
    story = Story("theme-1").put("m1", "measures", text, step="measures", values=values)
    data = calendar(story.meeting(), "sv")
    assert data is not None

    (found,) = read(data)
    assert " ".join(text.split()) in found.values["SUMMARY"]
    assert b"\nBEGIN:VALARM" not in data


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_reader_that_keeps_to_the_standard_agrees(language: Language) -> None:
    data = calendar(full(), language)
    assert data is not None
    deadline, following = read(data)

    assert deadline.starts == date(2026, 11, 6) and deadline.ends == date(2026, 11, 7)
    assert following.starts == datetime(2026, 5, 7, 13) and following.values["LOCATION"] == "Teams"


def test_a_changed_meeting_replaces_the_event_it_had() -> None:
    before = Story("theme-1").put("f", "followup", "", step="followup", values=FOLLOWUP)
    earlier = calendar(before.meeting(), "sv")
    later = calendar(before(ev.Ended()).meeting(), "sv")
    assert earlier and later
    (old,), (new,) = read(earlier), read(later)

    assert old.values["UID"] == new.values["UID"]
    assert int(old.values["SEQUENCE"]) < int(new.values["SEQUENCE"])
    assert old.values["DTSTAMP"] < new.values["DTSTAMP"]


def test_the_same_meeting_gives_the_same_file() -> None:
    assert calendar(full(), "nn") == calendar(full(), "nn")
