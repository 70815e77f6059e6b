"""Groups people choose: named in the room too, one list each, told one after another."""

from pathlib import Path

import pytest

from tests.meetings import Gathering, gathering, prompt, step, texts
from workshop.domain.refused import Unreadable
from workshop.domain.sheet import Board, Heading
from workshop.language import tongue

REGIONS = step("parallel", "regions", names=[texts("North")], prompts=[prompt("matters")])


def line(meeting: Gathering, text: str) -> dict[str, str]:
    return {f"matters.{meeting.line()}": text}


def groups(meeting: Gathering) -> list[list[str]]:
    return [list(group) for group in meeting.meeting.seating["regions"].groups]


def test_a_group_is_chosen_changed_and_named_in_the_room(tmp_path: Path) -> None:
    with gathering(tmp_path, REGIONS) as meeting:
        meeting.join("anna", "bo").send("anna", {"group": "0"}).lead("name", name="South")
        meeting.send("bo", {"group": "1"}).send("anna", {"group": "1"})
        assert groups(meeting) == [[], ["bo", "anna"]]
        assert meeting.loaded() == meeting.meeting
        with pytest.raises(Unreadable):
            meeting.send("anna", {"group": "2"})


def test_what_is_written_belongs_to_the_group_it_was_written_in(tmp_path: Path) -> None:
    with gathering(tmp_path, REGIONS) as meeting:
        meeting.join("anna", "bo").lead("name", name="South")
        meeting.send("anna", {"group": "0"}).send("bo", {"group": "0"})
        meeting.send("anna", {"group": "0", **line(meeting, "Too few controls")})
        card = meeting.card("Too few controls")
        meeting.send("bo", {"group": "0", f"matters.{card}": "Too few, too late"})
        meeting.send("bo", {"group": "1", **line(meeting, "Written on the way out")})
        assert meeting.meeting.cards[card].text == "Too few, too late"
        assert {c.group for c in meeting.meeting.deck("matters")} == {0}
        assert groups(meeting) == [["anna"], ["bo"]]


def test_typed_lines_go_to_the_group_that_was_named_for_them(tmp_path: Path) -> None:
    with gathering(tmp_path, REGIONS) as meeting:
        meeting.lead("name", name="South").lead("type", group="1", **line(meeting, "Said aloud"))
        assert meeting.meeting.cards[meeting.card("Said aloud")].group == 1


def test_each_group_tells_and_then_all_are_shown(tmp_path: Path) -> None:
    with gathering(tmp_path, REGIONS) as meeting:
        meeting.join("anna").lead("name", name="South").send("anna", {"group": "0"})
        meeting.send("anna", {"group": "0", **line(meeting, "Too few controls")}).lead("turn")
        heading, board = REGIONS.stage(meeting.meeting)
        assert isinstance(heading, Heading) and tongue("en")(heading.words) == "North en tells"
        assert isinstance(board, Board) and len(board.columns[0].items) == 1
        meeting.lead("turn").lead("turn_back").lead("turn_back")
        assert isinstance(REGIONS.stage(meeting.meeting)[0], Board)
        told = [block for block in REGIONS.record(meeting.meeting) if isinstance(block, Heading)]
        assert [tongue("en")(one.words) for one in told] == ["North en"]
