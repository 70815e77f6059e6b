import logging
from pathlib import Path

import pytest

from tests.meetings import step
from tests.tui.stand import Foyer, stand
from workshop.tui.app import WorkshopApp
from workshop.tui.screens import meeting


async def test_a_fault_is_told_in_words_and_never_as_a_traceback(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*arguments: object) -> None:
        raise ValueError("somebody's own words")

    monkeypatch.setattr(meeting, "view", broken)
    with stand(tmp_path, step("introductions")) as host:
        app = WorkshopApp(Foyer(host), "en", host, lambda: host.now)
        with caplog.at_level(logging.ERROR, "workshop"):
            await app.run_async(headless=True, size=(80, 24))

    shown = capfd.readouterr()
    assert app.return_code == 1
    assert "fault in the program" in " ".join((shown.out + shown.err).split())
    assert "Traceback" not in shown.out + shown.err
    assert "somebody's own words" not in shown.out + shown.err
    assert "somebody's own words" in caplog.text
