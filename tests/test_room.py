"""The door to a running meeting: who is here, and what each command leaves in the log."""

from pathlib import Path

import pytest

from tests.meetings import AREAS, Gathering, gathering, step, told
from workshop.domain.event import Entry
from workshop.domain.refused import Refused


def test_who_left_and_comes_back_is_here(tmp_path: Path) -> None:
    with gathering(tmp_path, step("introductions"), AREAS) as meeting:
        meeting.join("anna", "bo").lead("leave", people="anna")
        assert [p.id for p in meeting.meeting.present()] == ["bo"]
        meeting.join("anna")
        assert [p.id for p in meeting.meeting.present()] == ["anna", "bo"]


def test_an_id_of_a_meeting_can_be_shortened_but_not_ambiguous(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        assert meeting.store.meeting(meeting.id[:4]).id == meeting.id
        for unknown in ("", "%", "xyz", meeting.id + "0"):
            with pytest.raises(Refused):
                meeting.store.meeting(unknown)


def test_commands_are_numbered_without_gaps(tmp_path: Path) -> None:
    with gathering(tmp_path) as meeting:
        meeting.join("anna", "bo", "cecilia", "dag").go("groups").lead("mix")
        assert [entry.number for entry in meeting.entries()] == list(
            range(1, len(meeting.entries()) + 1)
        )
        assert all(isinstance(entry, Entry) for entry in meeting.entries())


def test_arranging_is_one_line() -> None:
    assert told().current == ""
    assert Gathering.__doc__
