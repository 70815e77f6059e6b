"""The door to a running meeting: who is here, and what each command leaves in the log."""

from pathlib import Path

from tests.meetings import AREAS, gathering, step
from workshop.domain.event import Entry


def test_who_left_and_comes_back_is_here(tmp_path: Path) -> None:
    with gathering(tmp_path, step("introductions"), AREAS) as meeting:
        meeting.join("anna", "bo").lead("leave", people="anna")
        assert [p.id for p in meeting.meeting.present()] == ["bo"]
        meeting.join("anna")
        assert [p.id for p in meeting.meeting.present()] == ["anna", "bo"]


def test_commands_are_numbered_without_gaps(tmp_path: Path) -> None:
    with gathering(tmp_path) as meeting:
        meeting.join("anna", "bo", "cecilia", "dag").go("groups").lead("mix")
        assert [entry.number for entry in meeting.entries()] == list(
            range(1, len(meeting.entries()) + 1)
        )
        assert all(isinstance(entry, Entry) for entry in meeting.entries())
