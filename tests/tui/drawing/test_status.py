"""What is read at a glance under the stage: nothing of what does not matter now."""

from pathlib import Path

from tests.meetings import BEGIN, prompt, step
from tests.tui.stand import Stand, stand
from workshop.language import tongue
from workshop.tui.drawing.status import dials
from workshop.tui.view import view

ADDRESS = "http://192.168.1.20:8080"
HOPES = step("collect", "hopes", prompts=[prompt("hopes")])


def figures(host: Stand) -> list[str]:
    shown = view(host.meeting, tongue("en"))
    return [dial.figure for dial in dials(shown, BEGIN, ADDRESS, aside=True)]


def test_nothing_is_counted_where_there_is_nobody_to_count(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        assert figures(host)[1:] == ["0", "192.168.1.20:8080"]
        host.join("p1", "authority", "Tax")
        assert figures(host)[1:] == ["0 of 1", "1", "192.168.1.20:8080"]


def test_nobody_is_asked_to_join_when_the_meeting_is_over(tmp_path: Path) -> None:
    with stand(tmp_path, HOPES) as host:
        host.join("p1", "authority", "Tax")
        host.do("end")
        assert figures(host) == ["1"]
