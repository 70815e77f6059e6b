"""Measures: one page an area, and pages that always turn."""

from pathlib import Path

from tests.meetings import AREAS, VOTE, gathering, step
from workshop.domain.step import Who

MEASURES = step("measures", vote="vote")


def test_a_page_turns_back_when_there_are_fewer_areas_than_before(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE, MEASURES) as meeting:
        meeting.join("anna").write("anna", "areas", *"ABCDEFGH")
        meeting.go("measures")
        for _ in range(8):
            meeting.lead("turn")
        meeting.go("vote").lead("open").vote("anna", "A", "B").lead("close").lead("reveal")
        meeting.go("measures").lead("turn_back")
        here = meeting.room.step()
        assert here is not None and meeting.meeting.pages["measures"] == 1
        assert "turn" in meeting.names()


def test_a_measure_belongs_to_its_area_and_its_writer(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE, MEASURES) as meeting:
        meeting.join("anna", "bo").write("anna", "areas", "A", "B")
        a = meeting.card("A")
        (card,) = meeting.go("measures").write("bo", a, "Do it")
        assert meeting.meeting.cards[card].value("area") == a
        assert meeting.meeting.cards[card].author == "bo"


def test_without_a_vote_every_card_is_an_area_and_nobody_is_warned(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, step("measures")) as meeting:
        meeting.join("anna").write("anna", "areas", "A", "B")
        meeting.go("measures")
        here = meeting.room.step()
        assert here is not None
        blocks = here.stage(meeting.meeting)
        assert not [block for block in blocks if getattr(block, "tone", "") == "warning"]
        form = here.form(meeting.meeting, Who("anna"))
        assert form is not None
        assert [field.name for field in form.fields] == [meeting.card("A"), meeting.card("B")]
