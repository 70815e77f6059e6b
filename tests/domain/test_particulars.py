from pathlib import Path

from tests.meetings import AREAS, gathering
from workshop.domain.particulars import particular


def test_the_notice_for_those_who_join_is_kept_with_the_rest(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        assert particular(meeting.meeting, "notice") == ""
        meeting.lead("particulars", place="Umeå", notice="Kept for a year.\nAsk Anna.")
        assert particular(meeting.meeting, "notice") == "Kept for a year.\nAsk Anna."
        assert particular(meeting.meeting, "place") == "Umeå"
