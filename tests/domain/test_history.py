"""What may be taken back, and what may not because people have voted on it."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from tests.meetings import AREAS, CLEAN, RESULT, VOTE, Gathering, gathering
from workshop.domain import history as history_module
from workshop.domain.event import Event
from workshop.domain.history import history, last_undone, latest
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused
from workshop.domain.words import Words


def voting(meeting: Gathering, *ballots: str) -> Gathering:
    """Three areas and an open round; each ballot is "anna A B"."""
    meeting.join("anna", "bo", "cecilia").write("anna", "areas", "A", "B", "C", "D")
    meeting.go("vote").lead("open")
    for ballot in ballots:
        person, *items = ballot.split()
        meeting.vote(person, *items)
    return meeting


def take(meeting: Gathering, kind: str) -> None:
    """Takes back, or brings back, the latest command whose last fact is of this kind."""
    past = next(p for p in history(meeting.meeting, 500) if p.entries[-1].event.kind == kind)
    meeting.lead("history", past=str(past.first))


def test_the_first_point_cannot_be_undone(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        assert "undo" not in meeting.names()
        assert not history(meeting.meeting)


def test_undo_takes_back_what_the_facilitator_did_last(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.go("vote").join("anna")
        assert meeting.lead("undo").meeting.current == "areas"
        assert list(meeting.meeting.people) == ["anna"], "what others did stays"
        assert meeting.lead("redo").meeting.current == "vote"


def test_undo_of_undo_of_undo(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.lead("more_5")
        stretched = meeting.meeting.stretched
        for _ in range(3):
            meeting.lead("undo")
            assert not meeting.meeting.stretched.get("areas")
            meeting.lead("redo")
            assert meeting.meeting.stretched == stretched
        assert meeting.loaded() == meeting.meeting


def test_an_older_command_alone_is_taken_back(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna")
        first, second = meeting.write("anna", "areas", "A")[0], meeting.write("anna", "areas", "B")
        past = history(meeting.meeting)[1]
        meeting.lead("history", past=str(past.first))
        assert [card.id for card in meeting.meeting.deck("areas")] == second
        meeting.lead("history", past=str(past.first))
        assert [card.id for card in meeting.meeting.deck("areas")] == [first, *second]


@pytest.mark.parametrize("fact", ["vote_opened", "vote_closed", "vote_cancelled"])
def test_opening_closing_and_cancelling_are_not_undone(tmp_path: Path, fact: str) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voting(meeting)
        if fact != "vote_opened":
            meeting.lead("close" if fact == "vote_closed" else "cancel")
        with pytest.raises(Refused):
            meeting.lead("undo")


def test_the_point_of_an_open_round_cannot_be_undone_beneath_it(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voting(meeting)
        with pytest.raises(Refused, match="still open"):
            take(meeting, "entered")
        assert meeting.meeting.current == "vote"


def test_ending_cannot_be_redone_while_a_round_is_open(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna").write("anna", "areas", "A")
        meeting.go("vote").lead("end").lead("undo").lead("open")
        with pytest.raises(Refused, match="still open"):
            meeting.lead("redo")
        assert not meeting.meeting.ended


def test_a_move_cannot_be_redone_while_a_round_is_open(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE, RESULT) as meeting:
        meeting.join("anna").write("anna", "areas", "A")
        meeting.go("vote").go("result").lead("undo").lead("open")
        with pytest.raises(Refused, match="still open"):
            meeting.lead("redo")
        assert meeting.meeting.current == "vote"


def test_a_merge_cannot_be_redone_beneath_votes(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, CLEAN, VOTE) as meeting:
        meeting.join("anna").write("anna", "areas", "A", "B", "C")
        meeting.go("clean").lead("merge", cards=[meeting.card("A"), meeting.card("B")], text="AB")
        meeting.lead("undo").go("vote").lead("open")
        with pytest.raises(Refused, match="votes on it"):
            take(meeting, "merged")


def test_a_text_voted_on_cannot_be_undone(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voting(meeting, "anna A")
        with pytest.raises(Refused, match="votes on it"):
            take(meeting, "put")
        meeting.lead("cancel")
        take(meeting, "put")
        assert not meeting.meeting.deck("areas")


def test_a_hand_count_is_undone_only_while_the_round_is_open(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voting(meeting)
        a = meeting.card("A")
        meeting.lead("hands", people="2", **{f"votes-{a}": "2"})
        assert meeting.lead("undo").meeting.rounds[meeting.stamp()].counts == ()
        meeting.lead("redo").lead("close")
        with pytest.raises(Refused, match="nobody's"):
            take(meeting, "counted")


def test_a_hand_count_cannot_come_back_into_a_closed_round(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voting(meeting)
        a = meeting.card("A")
        meeting.lead("hands", people="2", **{f"votes-{a}": "2"}).lead("undo").lead("close")
        with pytest.raises(Refused, match="nobody's"):
            meeting.lead("redo")


def test_showing_a_result_is_not_undone_beneath_its_run_off(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voting(meeting, "anna A B C", "bo A B D")
        meeting.lead("close").lead("reveal").lead("tie_runoff").lead("close")
        with pytest.raises(Refused, match="nobody's"):
            take(meeting, "revealed")


def test_showing_a_result_can_be_undone(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voting(meeting, "anna A").lead("close").lead("reveal").lead("undo")
        assert "reveal" in meeting.names()


def test_a_redaction_is_never_undone(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna")
        meeting.lead("redact", card=meeting.write("anna", "areas", "Bad AB")[0])
        with pytest.raises(Refused):
            meeting.lead("undo")


def test_what_a_phone_did_is_not_what_undo_takes_back(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.lead("more_1").join("anna").write("anna", "areas", "A")
        past = latest(meeting.meeting)
        assert past is not None and past.entries[0].event.kind == "stretched"


def test_undo_then_redo_is_as_if_nothing_happened(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, CLEAN, VOTE) as meeting:
        meeting.join("anna").write("anna", "areas", "A", "B", "C")
        meeting.go("clean").lead("merge", cards=[meeting.card("C"), meeting.card("A")], text="")
        before = meeting.meeting
        after = meeting.lead("undo").lead("redo").meeting
        assert replace(after, entries=before.entries) == before
        assert list(after.cards) == list(before.cards)


def test_a_long_meeting_costs_the_facilitator_no_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    described: list[str] = []
    told = history_module.retold

    def counted(meeting: Meeting, event: Event, unread: Collection[str]) -> Words:
        described.append(event.kind)
        return told(meeting, event, unread)

    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna").go("vote").lead("undo")
        for number in range(4):
            meeting.write("anna", "areas", f"Text {number}")
        monkeypatch.setattr(history_module, "retold", counted)

        assert last_undone(meeting.meeting)

    assert described == ["entered"], "only what is found is said in words"
