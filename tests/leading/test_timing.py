from datetime import timedelta
from pathlib import Path

import pytest

from tests import meetings
from tests.meetings import BEGIN, gathering, step
from workshop.domain.refused import Refused

DAY = (
    step("text", "first", minutes=10),
    step("text", "long", minutes=30),
    step("text", "central", minutes=30, locked=True),
    step("pause", minutes=10),
)


def test_shortening_is_refused_on_time_and_taken_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        with pytest.raises(Refused):
            meeting.lead("shorten")
        monkeypatch.setattr(meetings, "BEGIN", BEGIN + timedelta(minutes=18))
        meeting.lead("shorten")
        assert meeting.meeting.stretched == {"long": -6, "pause": -2}
        with pytest.raises(Refused):
            meeting.lead("shorten")
        assert not any(meeting.lead("undo").meeting.stretched.values())


def test_the_bell_is_remembered(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        assert not meeting.meeting.bell
        assert meeting.lead("bell").meeting.bell
        meeting.reopen()
        assert meeting.meeting.bell
        assert not meeting.lead("bell").meeting.bell


def test_only_what_is_local_can_be_shortened(tmp_path: Path) -> None:
    with gathering(tmp_path, DAY[0], DAY[2]) as meeting:
        assert "shorten" not in meeting.names()
