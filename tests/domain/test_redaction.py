"""Removing a text for good: wherever it stands, also where it no longer shows."""

from pathlib import Path

import pytest

from tests.meetings import AREAS, CLEAN, VOTE, gathering, log, step
from workshop.domain.event import Patched, Put, Undone
from workshop.domain.redaction import copies, unsaid

BAD = "Skurk AB fuskar"


def test_a_heading_that_took_over_the_text_loses_it_too(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, CLEAN) as meeting:
        one, two = meeting.join("anna").write("anna", "areas", BAD, "B")
        meeting.go("clean").lead("merge", cards=[one, two], text="")
        meeting.lead("redact", card=one)
        assert BAD not in repr(meeting.meeting)
        assert meeting.loaded() == meeting.meeting


def test_a_text_that_was_taken_away_can_be_removed(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        (one,) = meeting.join("anna").write("anna", "areas", BAD)
        meeting.send("anna", {f"areas.{one}": ""})
        assert BAD in repr(meeting.meeting)
        meeting.lead("redact", card=one)
        assert BAD not in repr(meeting.meeting)
        assert BAD.encode() not in meeting.file.read_bytes()
        assert meeting.loaded() == meeting.meeting


def test_a_text_that_was_undone_can_be_removed(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        one = meeting.write("", "areas", BAD)[0]
        meeting.lead("undo").lead("redact", card=one).lead("redo")
        assert BAD not in repr(meeting.meeting)
        assert meeting.meeting.cards[one].redacted


def test_a_text_can_be_removed_after_the_meeting(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        one = meeting.write("", "areas", BAD)[0]
        meeting.lead("end").lead("redact", card=one)
        assert BAD not in repr(meeting.meeting) and meeting.meeting.ended


@pytest.mark.parametrize("name", ["obstacle", "indicator", "contact", "elsewhere"])
def test_all_that_was_written_about_a_measure_goes(tmp_path: Path, name: str) -> None:
    with gathering(
        tmp_path, AREAS, VOTE, step("measures", vote="vote"), step("responsibility")
    ) as meeting:
        meeting.write("", "areas", "A")
        measure = meeting.go("measures").write("", meeting.card("A"), "Do it")[0]
        meeting.go("responsibility").lead("details", measure=measure, **{name: BAD})
        meeting.lead("assign", measure=measure, next_step=BAD, deadline_words=BAD)
        meeting.lead("redact", card=measure)
        assert BAD not in repr(meeting.meeting)
        assert BAD.encode() not in meeting.file.read_bytes()


def test_what_is_removed_is_asked_about_once(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        one = meeting.write("", "areas", BAD)[0]
        meeting.lead("redact", card=one)
        assert "redact" not in meeting.names()


def test_words_that_were_taken_back_are_not_what_a_card_says() -> None:
    entries = log(
        _put("a", "Skurk AB"),
        Patched(card="a", values={"text": "Kontroller"}),
        _put("b", "Kontroller"),
        _put("c", "Skurk AB"),
        Undone(number=3),
    )
    assert isinstance(entries[2].event, Patched) and entries[2].number == 3
    assert copies([entries], ["a"]) == {"a": "Skurk AB", "c": "Skurk AB"}


def test_those_that_say_the_same_now_go_too_but_not_those_that_once_did() -> None:
    entries = log(
        _put("a", "Kontroller"),
        Patched(card="a", values={"text": "Skurk AB"}),
        _put("b", "Skurk AB"),
        _put("c", "Skurk AB"),
        Patched(card="c", values={"text": "Något annat"}),
        _put("d", "Kontroller"),
    )
    assert copies([entries], ["a"]) == {"a": "Skurk AB", "b": "Skurk AB"}
    left = [unsaid(entry, {"Skurk AB"}) for entry in entries]
    assert "Skurk AB" not in repr(left)
    assert "Något annat" in repr(left) and "Kontroller" in repr(left)


def test_what_a_text_once_said_is_gone_while_it_runs_and_on_disk(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        one, two = meeting.join("anna", "bo").write("anna", "areas", BAD, "B")
        meeting.send("anna", {f"areas.{two}": BAD})
        meeting.send("anna", {f"areas.{two}": "Better"})
        meeting.lead("redact", card=one)
        assert BAD not in repr(meeting.meeting)
        assert "Better" in repr(meeting.meeting)
        assert BAD.encode() not in meeting.file.read_bytes()
        assert meeting.loaded() == meeting.meeting


def _put(card: str, text: str) -> Put:
    return Put(card=card, deck="areas", step="areas", values={"text": text})
