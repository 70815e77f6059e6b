"""Each measure stands once in the minutes' body, with what one wants to know of it."""

from pathlib import Path

from tests.export.reading import headings, opened, text
from tests.export.sample import Story
from tests.meetings import CARRIED, gathering
from workshop.domain import event as ev
from workshop.domain.meeting import Meeting
from workshop.export.minutes import minutes

OWNED = {"responsible": {"organisation": "Byggnads"}, "deadline": "2026-11-06"}


def held(*agendas: str, **started: object) -> Story:
    story = Story(*agendas, **started)
    return story(*(ev.Entered(step=point.id) for point in story.meeting().points))


def titles(meeting: Meeting) -> list[str]:
    return [title for _, title in headings(opened(minutes(meeting, "en")))]


def after(words: str, *parts: str) -> str:
    """What follows these parts, which stand in this order."""
    for part in parts:
        assert part in words, part
        words = words[words.index(part) + len(part) :]
    return words


def test_a_measure_stands_once_with_who_and_when_beneath_its_area() -> None:
    story = held("theme-1")
    story.put("a1", "areas", "Kontroll", step="groups")
    story.put("m1", "measures", "Besöka byggen", step="measures", values={"area": "a1", **OWNED})
    words = text(opened(minutes(story.meeting(), "en")))

    first, rest = words.split("How we prevent", 1)
    assert "Besöka byggen" in first
    assert rest.count("Besöka byggen") == 1
    left = after(
        rest, "Kontroll", "1\tBesöka byggen\tByggnads (to be clarified)", "6 November 2026"
    )
    assert "Who is responsible for what" in left


def test_measures_that_no_section_told_stand_where_it_is_said_who_does_what() -> None:
    story = held("follow-up")
    story.put("m1", "measures", "Besöka byggen", step="new-measures", values=OWNED)
    told = after(text(opened(minutes(story.meeting(), "en"))), "Who is responsible for what")

    assert told.count("Besöka byggen") == 1


def test_how_earlier_measures_go_is_told_once_with_what_was_said(tmp_path: Path) -> None:
    with gathering(tmp_path, carried=CARRIED) as here:
        for point in here.meeting.points:
            here.go(point.id)
        told = text(opened(minutes(here.loaded(), "en")))

    assert told.count("Check the sites\tOrg 0\t10 January 2026\tUnder way, overdue\t–") == 1
    assert "0 of 2 answered" in told


def test_obstacles_that_were_spoken_of_are_told_apart_from_those_of_measures() -> None:
    story = held("follow-up")
    values = {"obstacle": "Tid", "way_past": "Planera", **OWNED}
    story.put("m1", "measures", "Besöka byggen", step="new-measures", values=values)
    found = titles(story.meeting())
    assert "Obstacles and ways past them" in found

    story.put("o1", "obstacles", "Sekretess", step="obstacles")
    found = titles(story.meeting())
    assert "Obstacles to the measures, and ways past them" in found
    assert found.count("Obstacles and ways past them") <= 1


def test_a_day_of_several_themes_counts_owners_once() -> None:
    story = held("theme-1", "theme-2")
    story.put("m1", "measures", "Besöka byggen", step="measures", values=OWNED)
    read = text(opened(minutes(story.meeting(), "en")))

    assert read.count("Municipality\t0 measures") == 1
