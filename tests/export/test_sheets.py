"""Run sheet, paper ballots, follow-up sheet and example cards, as a reader opens them."""

from datetime import date

import pytest

from tests.export.reading import headings, opened, part, text
from tests.export.sample import Story, empty, full
from workshop.domain import event as ev
from workshop.domain.words import LANGUAGES, Language
from workshop.export.ballots import FEWEST, ballots
from workshop.export.examples import examples
from workshop.export.followup import follow_up
from workshop.export.options import Options
from workshop.export.runsheet import run_sheet
from workshop.steps import step_of
from workshop.steps.bank import EXAMPLE
from workshop.steps.cards import Cards


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_sheet_has_every_point_with_its_time(language: Language) -> None:
    meeting = full()
    document = opened(run_sheet(meeting, language))

    assert len(headings(document)) == 2 + len(meeting.points)
    assert len(document.tables[0].rows) == 1 + len(meeting.points)
    assert "09:00–09:15 · 15 min" in text(document)


def test_private_notes_stand_in_the_run_sheet_and_nowhere_else() -> None:
    assert "Go first and keep to a minute" in text(opened(run_sheet(full(), "en")))


def test_a_ballot_for_everybody_with_the_frozen_list() -> None:
    data = ballots(full(people=30, contributions=5), "en")
    assert data is not None
    read = text(opened(data))

    assert read.count("✂") == 30 and read.count("☐\tKontroller på byggarbetsplatser") == 30
    assert 'w:num="2"' in part(data, "word/document.xml")


def test_before_a_round_the_list_is_the_one_there_is() -> None:
    story = Story("theme-1").put("a", "areas", "Första").put("b", "areas", "Andra")
    data = ballots(story.meeting(), "sv")

    assert data is not None and text(opened(data)).count("☐\tAndra") == FEWEST


def test_a_long_list_is_printed_once_and_ballots_have_lines() -> None:
    data = ballots(full(people=12, contributions=60), "sv")
    assert data is not None
    read = text(opened(data))

    assert read.count("(59)") == 1 and "☐" not in read and read.count("______  ______") == 12


def test_without_a_list_there_are_no_ballots() -> None:
    assert ballots(empty(), "sv") is None


def measured(**values: object) -> Story:
    return Story("theme-1").put("m1", "measures", "Kontroll", step="measures", values=values)


@pytest.mark.parametrize(
    ("values", "heading"),
    [
        ({"deadline": "2026-04-01"}, "Overdue measures"),
        ({"deadline": "2026-04-01", "status": "blocked"}, "Overdue measures"),
        ({"status": "blocked", "obstacle": "Ingen tid"}, "Blocked measures"),
        ({"deadline": "2026-06-01"}, "Open measures"),
        ({"deadline": "2026-04-01", "status": "done"}, "Closed measures"),
    ],
)
def test_each_measure_stands_where_it_belongs(values: dict[str, object], heading: str) -> None:
    options = Options(today=date(2026, 5, 1))
    document = opened(follow_up(measured(**values).meeting(), "en", options))

    assert [title for _, title in headings(document)][1] == heading
    assert len(document.tables[0].rows) == 2


def test_what_stands_in_the_way_is_told() -> None:
    values = {"status": "blocked", "obstacle": "Ingen tid", "way_past": "Börja smått"}

    assert "1\tIngen tid\tBörja smått" in text(
        opened(follow_up(measured(**values).meeting(), "en"))
    )


def test_without_anything_to_follow_up_there_is_no_sheet() -> None:
    assert follow_up(empty(), "sv") is None


def test_what_is_closed_has_nothing_to_write_in_but_what_happened() -> None:
    closed = {"status": "done", "note": "Fyra besök", "obstacle": "Tid"}
    data = follow_up(measured(**closed).meeting(), "en")
    assert data is not None
    document = opened(data)
    (table,) = document.tables

    assert table.rows[1].cells[-1].text == "Fyra besök"
    assert not table.rows[1].height and "Tid" not in text(document)


def test_an_example_tells_all_that_its_agenda_asks_for() -> None:
    """The agenda and the card must call the fields the same."""
    (asking,) = (
        step
        for point in Story("theme-2").meeting().points
        if isinstance(step := step_of(point), Cards) and step.deck == "examples"
    )
    told = {one.name for one in EXAMPLE}

    assert {one.name for one in asking.fields} - {"consent"} <= told


def test_good_examples_without_those_not_to_be_shared() -> None:
    story = Story("theme-1")
    story.put("a", "examples", "Öppet hus", values={"place": "Umeå", "consent": True})
    story.put("b", "examples", "Hemligt", values={"consent": False})
    data = examples(story(ev.Ended()).meeting(), "en")
    assert data is not None
    read = text(opened(data))

    assert "Place\tUmeå" in read and "agree that it is shared" in read and "Hemligt" not in read


def test_without_examples_there_is_no_card() -> None:
    assert examples(full(), "sv") is None
