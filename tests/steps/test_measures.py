"""Measures: one page an area, and pages that always turn."""

from pathlib import Path

from tests.meetings import AREAS, VOTE, gathering, step

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
