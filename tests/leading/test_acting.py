"""What the facilitator can do at any step."""

from pathlib import Path

import pytest

from tests.meetings import day, gathering, prompt, step
from workshop.web.posted import OURS


@pytest.mark.parametrize("point", [step.id for step in day()])
def test_no_question_is_named_like_what_a_page_sends_along(tmp_path: Path, point: str) -> None:
    with gathering(tmp_path) as meeting:
        meeting.join("anna", "bo").go(point)
        forms = [action.form for action in meeting.room.actions() if action.form]
        assert not {field.name for form in forms for field in form.fields} & set(OURS)


def test_the_facilitator_goes_to_any_point(tmp_path: Path) -> None:
    with gathering(tmp_path) as meeting:
        assert meeting.go("vote").meeting.current == "vote"
        assert meeting.go("text").meeting.current == "text"


def test_a_command_of_hundreds_of_facts_is_undone_as_one(tmp_path: Path) -> None:
    with gathering(tmp_path) as meeting:
        meeting.go("expectations")
        for _ in range(10):
            meeting.write("", "expectations", *(f"Text {meeting.line()}" for _ in range(40)))
        cards = [card.id for card in meeting.meeting.deck("expectations")][:300]
        meeting.lead("mark", cards=cards, mark="parked")
        for action, marked in (("undo", 0), ("redo", 300)):
            meeting.lead(action)
            parked = [card for card in meeting.meeting.cards.values() if card.value("mark")]
            assert len(parked) == marked
        assert meeting.loaded() == meeting.meeting


def test_what_waits_can_be_read_after_the_meeting_too(tmp_path: Path) -> None:
    with gathering(tmp_path, step("collect", "expect", prompts=[prompt("hopes")])) as meeting:
        meeting.join("anna")
        (card,) = meeting.write("anna", "hopes", "Ring 070-123 45 67")
        meeting.lead("end")
        meeting.lead("approve", cards=card)
        assert [one.id for one in meeting.meeting.deck("hopes")] == [card]
