"""The plan's sections of what a project keeps: as the agenda asks, else as the program knows it."""

from pathlib import Path

from tests.export.reading import opened, text
from tests.meetings import ORGANISATION, gathering, step
from workshop.domain.meeting import Meeting
from workshop.domain.words import Language
from workshop.export.examples import examples
from workshop.export.minutes import minutes
from workshop.export.plan import plan

NAV = {"organisation": "NAV", "person": None}
KEPT = (
    {"id": "c0000000000a", "deck": "goal", "text": "Fewer cheat", "indicator": "Visits"},
    {
        "id": "c0000000000b",
        "deck": "organisation",
        "text": "R",
        "row": "economy",
        "content": "Ours",
    },
    {"id": "c0000000000c", "deck": "staffing", "text": "Lead", "party": NAV, "confirmed": True},
    {"id": "c0000000000d", "deck": "invitations", "text": "Banks", "decision": "later"},
    {"id": "c0000000000e", "deck": "anchoring", "text": "NAV", "goal": "anchored", "goal_by": NAV},
    {"id": "c0000000000f", "deck": "criteria", "text": "G", "row": "goal", "fulfilled": "yes"},
    {"id": "c00000000010", "deck": "needs", "text": "Figures", "capacity": "Two days"},
    {"id": "c00000000011", "deck": "project-risks", "text": "Time", "solution": "Fewer aims"},
    {"id": "c00000000012", "deck": "examples", "text": "School", "who": NAV, "consent": "yes"},
    {"id": "c00000000013", "deck": "examples", "text": "Hidden", "consent": "no"},
)


def kept(folder: Path, *steps: object) -> Meeting:
    with gathering(folder, *(steps or (step("text"),)), carried=KEPT) as meeting:  # type: ignore[arg-type]
        return meeting.meeting


def planned(meeting: Meeting, language: Language = "en") -> str:
    return text(opened(plan(meeting, language)))


def test_every_section_stands_in_the_plan_of_a_meeting_that_asks_nothing(tmp_path: Path) -> None:
    read = planned(kept(tmp_path))
    for row in (
        "Fewer cheat\nSpecific: written, not yet agreed · Measurable: written, not yet agreed",
        "Economy\tOurs\t–",
        "Lead\tNAV\tYes",
        "Banks\tNot now\t–",
        "NAV\tanchored\tnot raised\tnot raised",
        "The goal is clear and agreed, and fits plan, mandate and expectations\tYes\t–",
        "An active decision was taken on whom else to invite\t–\t–",
        "Figures\t–\tTwo days",
        "Time\t–\tFewer aims\t–",
    ):
        assert row in read, row


def test_rows_and_fields_are_called_what_the_agenda_calls_them(tmp_path: Path) -> None:
    read = planned(kept(tmp_path, ORGANISATION))
    assert "Organisation\tContent en\tResponsible en\tSure en" in read
    assert "resources en\t–\t–\t–" in read
    assert "Economy\tOurs\t–\t–" in read, "a row kept from a meeting with another agenda stays"


def test_the_words_are_those_of_the_document(tmp_path: Path) -> None:
    read = planned(kept(tmp_path), "sv")
    assert "Ekonomi\tOurs" in read and "Banks\tInte nu" in read and "förankrat" in read


def test_examples_are_shared_with_who_and_never_without_consent(tmp_path: Path) -> None:
    read = text(opened(examples(kept(tmp_path), "en") or b""))
    assert "School" in read and "NAV" in read and "Hidden" not in read


def test_the_minutes_tell_what_became_of_parked_questions(tmp_path: Path) -> None:
    with gathering(tmp_path, step("parking")) as meeting:
        meeting.write("", "parked", "Who pays?")
        card = meeting.card("Who pays?")
        meeting.lead("outcome", cards=card, outcome="answers", answered_by="NAV")
        read = text(opened(minutes(meeting.meeting, "en")))
    assert "Who pays? – Somebody answers · NAV" in read


def test_a_pulse_is_told_by_itself_and_in_no_method_note(tmp_path: Path) -> None:
    people = ("anna", "bo", "cecilia", "dag", "eva")
    with gathering(tmp_path, step("pulse")) as meeting:
        meeting.join(*people).lead("open")
        for person in people:
            meeting.send(person, {"stamp": meeting.stamp(), "pulse-own": "4"})
        meeting.lead("close").lead("reveal")
        read = text(opened(minutes(meeting.meeting, "en")))
    assert "We own what we have agreed.\t4.0\t0\t0\t0\t5\t0" in read
    assert "5 of 5 answered" in read and "Voting" not in read and "voted" not in read
