from pathlib import Path

from tests.meetings import BEGIN, Gathering, gathering, step
from workshop.domain.sheet import Figure, Note
from workshop.language import tongue

DAY = (step("text"), step("pause", minutes=15), step("text", "closing"))


def until(meeting: Gathering) -> str:
    here = meeting.room.step()
    assert here is not None
    figure, *_ = here.stage(meeting.meeting)
    assert isinstance(figure, Figure)
    return tongue("sv")(figure.value)


def test_a_break_says_until_when_and_what_comes(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        meeting.join("anna").go("pause")
        assert until(meeting) == f"{BEGIN.hour:02}:16", "the minute that has begun is given"
        assert until(meeting.lead("more_5")) == f"{BEGIN.hour:02}:21"
        here = meeting.room.step()
        assert here is not None
        (note,) = [one for one in here.stage(meeting.meeting) if isinstance(one, Note)]
        assert "Closing" in tongue("en")(note.words)
        assert not here.record(meeting.meeting)
