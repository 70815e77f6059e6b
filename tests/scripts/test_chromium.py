import sys
from pathlib import Path

import pytest

import chromium
import packages


@pytest.fixture
def bare(monkeypatch) -> None:
    """A system without any browser and with nothing to get one."""
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setattr(chromium, "candidates", list)
    monkeypatch.setattr(chromium, "downloaded", lambda _: None)
    monkeypatch.setattr(chromium, "succeeds", lambda *_: False)
    monkeypatch.setattr(packages, "succeeds", lambda *_: False)


def test_the_variable_is_asked_first(monkeypatch):
    monkeypatch.setenv(chromium.VARIABLE, "/here/chromium")
    assert chromium.find() == Path("/here/chromium")


def test_the_first_browser_that_is_there_is_taken(bare, monkeypatch, tmp_path):
    there = tmp_path / "chrome"
    there.touch()
    monkeypatch.setattr(chromium, "candidates", lambda: [tmp_path / "chromium", there])
    assert chromium.find() == there


def test_windows_folders_are_searched(monkeypatch, tmp_path):
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert tmp_path / "Google/Chrome/Application/chrome.exe" in chromium.candidates()


def test_a_system_that_has_and_gets_none_is_no_accident(bare):
    assert chromium.provide(Path(sys.executable)) is None


def test_the_system_s_packages_are_the_last_resort(bare, monkeypatch, tmp_path):
    installed = tmp_path / "chromium"

    def apt(*command: str | Path) -> bool:
        if "apt-get" in command and "chromium" in command:
            installed.touch()
        return True

    monkeypatch.setattr(chromium, "succeeds", apt)
    monkeypatch.setattr(packages, "succeeds", apt)
    monkeypatch.setattr(chromium, "candidates", lambda: [installed])
    monkeypatch.setattr(packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert chromium.provide(Path(sys.executable)) == installed


def test_a_command_that_does_not_exist_does_not_succeed():
    assert not packages.succeeds("no-such-program")
