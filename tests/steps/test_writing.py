"""Texts written through a form: new, corrected, taken back, and who may."""

from pathlib import Path

import pytest

from tests.meetings import AREAS, CLEAN, VOTE, gathering, prompt, step
from workshop.domain.refused import MovedOn, Refused, Unreadable

GROUPS = step("groups", size=2, prompts=[prompt("risks"), prompt("areas")])
OTHER_GROUPS = step("groups", "others", size=2, prompts=[prompt("lessons")])


def test_sending_a_page_twice_makes_one_text(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        meeting.join("anna")
        for _ in range(3):
            meeting.send("anna", {"areas.00000000000a": "A"})
        assert [card.text for card in meeting.meeting.deck("areas")] == ["A"]
        assert sum(entry.event.kind == "put" for entry in meeting.entries()) == 1


def test_an_emptied_line_is_taken_back_and_one_not_sent_stays(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        one, _ = meeting.join("anna").write("anna", "areas", "A", "B")
        meeting.send("anna", {f"areas.{one}": ""})
        assert [card.text for card in meeting.meeting.deck("areas")] == ["B"]


def test_a_line_can_be_exchanged_when_no_more_fit(tmp_path: Path) -> None:
    with gathering(tmp_path, step("collect", prompts=[prompt("areas")], at_most=2)) as meeting:
        one, _ = meeting.join("anna").write("anna", "areas", "A", "B")
        meeting.send("anna", {f"areas.{one}": "", "areas.0000000000ff": "C"})
        assert [card.text for card in meeting.meeting.deck("areas")] == ["B", "C"]


def test_more_lines_than_fit_are_refused(tmp_path: Path) -> None:
    with gathering(tmp_path, step("collect", prompts=[prompt("areas")], at_most=2)) as meeting:
        meeting.join("anna").write("anna", "areas", "A", "B")
        with pytest.raises(Unreadable):
            meeting.write("anna", "areas", "C")


def test_nobody_changes_what_somebody_else_wrote(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        (one,) = meeting.join("anna", "bo").write("anna", "areas", "A")
        with pytest.raises(Refused):
            meeting.send("bo", {f"areas.{one}": "Hacked"})
        with pytest.raises(Refused):
            meeting.send("bo", {f"areas.{one}": ""})
        assert meeting.meeting.cards[one].text == "A"


def test_a_text_with_votes_on_it_is_not_taken_away_by_its_writer(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        one, _ = meeting.join("anna").write("anna", "areas", "A", "B")
        meeting.go("vote").lead("open").vote("anna", "A").lead("close").go("areas")
        with pytest.raises(Refused, match="votes on this"):
            meeting.send("anna", {f"areas.{one}": ""})
        assert meeting.send("anna", {f"areas.{one}": "A corrected"}).card("A corrected") == one


def test_a_text_under_a_heading_stays_as_it_was_written(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, CLEAN) as meeting:
        one, two = meeting.join("anna").write("anna", "areas", "A", "B")
        meeting.go("clean").lead("merge", cards=[one, two], text="AB").go("areas")
        meeting.send("anna", {f"areas.{one}": "changed"})
        assert meeting.meeting.cards[one].text == "A"


def test_a_group_changes_only_what_itself_wrote_at_this_point(tmp_path: Path) -> None:
    with gathering(tmp_path, GROUPS, OTHER_GROUPS) as meeting:
        meeting.join("anna", "bo", "cecilia", "dag").lead("mix")
        first, _ = meeting.meeting.seating["groups"].groups
        (card,) = meeting.write(first[0], "areas", "A")
        assert meeting.send(first[1], {f"areas.{card}": "A2"}).card("A2") == card
        meeting.go("others").lead("mix")
        number = 0
        stranger = next(p for p in meeting.meeting.seating["others"].groups[number])
        with pytest.raises(Refused):
            meeting.send(stranger, {f"lessons.{card}": "Hacked"})


def test_a_text_removed_for_good_cannot_be_written_again(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        one, _ = meeting.join("anna").write("anna", "areas", "Bad AB", "B")
        meeting.lead("redact", card=one)
        meeting.send("anna", {f"areas.{one}": "Bad AB again"})
        with pytest.raises(Refused):
            meeting.lead("edit", card=one, text="Bad AB again")
        assert meeting.meeting.cards[one].text == ""


def test_what_comes_too_late_is_refused_with_words(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna").lead("shut")
        with pytest.raises(MovedOn):
            meeting.write("anna", "areas", "A")
        meeting.lead("unshut").write("anna", "areas", "A")
        meeting.go("vote")
        with pytest.raises(MovedOn):
            meeting.send("anna", {"areas.0000000000ff": "B"}, "areas")
        with pytest.raises(MovedOn):
            meeting.send("anna", {}, "no-such-point")


def test_somebody_who_has_not_joined_is_asked_to(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting, pytest.raises(Refused, match="Say who"):
        meeting.write("anna", "areas", "A")


@pytest.mark.parametrize("line", ["", "x", "../../etc", "0" * 40, "00000000000G", "\udcff", "1.2"])
def test_a_line_of_no_page_of_ours_is_refused(tmp_path: Path, line: str) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        meeting.join("anna")
        with pytest.raises(Unreadable):
            meeting.send("anna", {f"areas.{line}": "A"})
