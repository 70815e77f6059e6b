import sys
from pathlib import Path

import pytest

from workshop.fileview import show_folder

ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is one system call")


@ONLY_LINUX
def test_what_the_file_window_says_is_not_written_over_the_stage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    window, opened = tmp_path / "xdg-open", tmp_path / "opened"
    window.write_text(f'#!/bin/sh\necho loud\necho louder >&2\necho "$1" > {opened}\n')
    window.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    process = show_folder(tmp_path / "documents")
    assert process is not None and process.wait(10) == 0
    assert opened.read_text().strip() == str(tmp_path / "documents")
    assert capfd.readouterr() == ("", "")


@ONLY_LINUX
def test_a_computer_without_a_file_window_does_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert show_folder(tmp_path) is None
