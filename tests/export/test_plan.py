from pathlib import Path

import pytest

from tests.export.large import large
from tests.export.reading import check_accessible, headings, opened, styles, text
from tests.export.sample import Story, empty, full
from tests.meetings import CARRIED, gathering, step
from workshop.domain.words import LANGUAGES, Language
from workshop.export.minutes import minutes
from workshop.export.plan import plan


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_plan_in_every_language(language: Language) -> None:
    data = plan(full(), language)

    check_accessible(data)
    assert len(opened(data).tables[2].columns) == 6


def test_the_first_page_says_what_there_is_and_what_is_missing() -> None:
    document = opened(plan(full(), "en"))
    read = text(document)
    first = read[: read.index("\nMeasures\n")]

    assert styles(document, "Intense Quote") == ["No goal has been written down yet."]
    assert "Responsible: measure 3" in first
    assert "Yes from the one responsible: measure 2" in first
    assert "Deadline: measures 2, 3" in first
    assert "Measures for: Bedre informasjon" in first
    assert "Authority\t1\t0" in first and "Municipality\t0\t0" in first
    assert "No owner yet\t1" in first


def test_the_goal_stands_there_once_it_is_written() -> None:
    goal = Story("theme-1").put("g", "goal", "Färre olyckor på byggen").meeting()

    assert "Goal\nFärre olyckor på byggen" in text(opened(plan(goal, "en")))


def test_each_measure_has_its_own_block_with_what_is_known() -> None:
    document = opened(plan(full(), "en"))
    read = text(document)

    assert (4, "1. Genomföra gemensamma kontroller i Umeå") in headings(document)
    block = read[read.index("2. Ta fram en mall för upphandling\n") :]
    block = block[: block.index("3. Informere")]
    assert "Responsible\tUmeå kommun (to be clarified)" in block
    assert "Missing\tYes from the one responsible, Deadline, Next step, How we measure" in block
    assert "Resources" not in block


def test_measures_without_areas_are_not_called_the_most_important() -> None:
    story = Story("theme-1").put("m1", "measures", "Kontroll", step="measures")
    titles = [title for _, title in headings(opened(plan(story.meeting(), "en")))]

    assert titles[2] == "Measures" and "The most important" not in titles
    assert "Other measures" not in titles


def test_without_areas_the_first_page_holds_the_measures_themselves() -> None:
    story = Story("theme-1")
    for n in range(12):
        values = {"responsible": {"organisation": "Umeå kommun"}, "deadline": "2026-11-06"}
        story.put(f"m{n}", "measures", f"Kontroll {n}", step="measures", values=values)
    read = text(opened(plan(story.meeting(), "en")))
    first, rest = read.split("more measures are further down.")

    assert "1\tKontroll 0\tUmeå kommun (to be clarified)\t6 November 2026" in first
    assert "Kontroll 11" not in first and "Kontroll 11" in rest


def test_what_is_done_lacks_nothing_and_is_due_no_more() -> None:
    story = Story("theme-1").put("a", "areas", "Kontroll", step="groups")
    done = {"area": "a", "status": "done", "deadline": "2026-01-09"}
    story.put("m1", "measures", "Besöka byggen", step="measures", values=done)
    coming = {"area": "a", "deadline": "2026-11-06"}
    story.put("m2", "measures", "Ringa alla", step="measures", values=coming)
    read = text(opened(plan(story.meeting(), "en")))

    assert "Responsible: measure 2" in read
    assert "Kontroll\t2\t–\t6 November 2026" in read
    block = read[read.index("1. Besöka byggen") : read.index("2. Ringa alla")]
    assert "Missing" not in block


def test_the_first_page_says_how_it_goes_once_something_is_under_way() -> None:
    story = Story("theme-1").put("m1", "measures", "Kontroll", step="measures")
    assert "Status\tNot started" not in text(opened(plan(story.meeting(), "en"))).split("Goal")[0]

    late = {"status": "under_way", "deadline": "2026-01-09"}
    story.put("m2", "measures", "Besöka byggen", step="measures", values=late)
    read = text(opened(plan(story.meeting(), "en")))
    assert "Status\tNot started: 1, Under way: 1. Overdue: 1" in read.split("Goal")[0]


def test_a_deadline_that_was_put_off_tells_what_it_was(tmp_path: Path) -> None:
    """At this meeting, or at one before; the reason stands beneath."""
    one, two = ({**card} for card in CARRIED[:2])
    two |= {"deadline_before": "2026-11-06", "deadline_words_before": "week 45"}
    with gathering(tmp_path, step("statuses"), carried=(one, two)) as meeting:
        new = {"deadline": "2026-09-01", "deadline_reason": "Illness", "status": "under_way"}
        meeting.lead("status", measure=one["id"], **new)
        read = text(opened(plan(meeting.meeting, "en")))

    put_off = "Deadline\t1 September 2026, earlier 10 January 2026\nDeadline changed\tIllness"
    assert put_off in read
    assert "Deadline\tIn winter (10 January 2027), earlier week 45 (6 November 2026)" in read


def test_an_empty_plan_says_so() -> None:
    read = text(opened(plan(empty(), "en")))

    check_accessible(plan(empty(), "en"))
    assert "No measures have been written down yet." in read


def test_the_same_meeting_gives_the_same_file() -> None:
    assert plan(full(), "sv") == plan(full(), "sv")


def test_the_first_page_stays_one_page_however_much_was_agreed() -> None:
    meeting = large(1_000)
    read = text(opened(plan(meeting, "en")))
    first = read[: read.index("\nMeasures\n")]

    assert "4 more areas are further down." in first and "and 3 more" in first
    assert "22 more measures are further down." in text(opened(minutes(meeting, "en")))


def test_what_a_local_project_wrote_down_has_its_sections() -> None:
    story = Story("theme-1").put("o", "organisation", "Ekonomi: Umeå kommun")
    story.put("i", "invitations", "Räddningstjänsten, nu")
    read = text(opened(plan(story.meeting(), "en")))

    assert "Organisation\nEkonomi: Umeå kommun\nOthers to invite\nRäddningstjänsten, nu" in read
