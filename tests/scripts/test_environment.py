import subprocess
import sys
from pathlib import Path

import pytest

import environment


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch) -> Path:
    """A checkout with requirements, where nothing is ever really installed."""
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.setenv("WORKSHOP_LANGUAGE", "en")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "installed")
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(environment, "RUNTIME", tmp_path / "requirements.txt")
    monkeypatch.setattr(environment, "DEVELOPMENT", tmp_path / "requirements-dev.txt")
    monkeypatch.setattr(environment, "pip_install", lambda *_: None)
    (tmp_path / ".venv").mkdir()
    return tmp_path


def test_nothing_is_ready_before_it_is_installed(checkout):
    assert not environment.is_ready(environment.RUNTIME)


def test_what_the_tests_need_serves_the_program_too(checkout):
    environment.install(environment.DEVELOPMENT)
    assert environment.is_ready(environment.DEVELOPMENT)
    assert environment.is_ready(environment.RUNTIME)


def test_the_program_alone_does_not_serve_the_tests(checkout):
    environment.install(environment.RUNTIME)
    assert not environment.is_ready(environment.DEVELOPMENT)


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_change_asks_for_a_new_installation(checkout, name):
    environment.install(environment.RUNTIME)
    (checkout / name).write_text("changed", encoding="utf-8")
    assert not environment.is_ready(environment.RUNTIME)


def test_an_interrupted_installation_starts_again(checkout, monkeypatch):
    environment.install(environment.RUNTIME)

    def interrupted(*_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "pip_install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        environment.install(environment.RUNTIME)
    assert not environment.is_ready(environment.RUNTIME)


def test_a_python_without_venv_is_told_what_to_do(checkout, monkeypatch):
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(environment.Unready, match="apt install python3-venv"):
        environment.create()
    assert not (checkout / ".venv").exists()


def test_whoever_starts_it_is_told_in_their_language(checkout, monkeypatch, capsys):
    monkeypatch.setenv("WORKSHOP_LANGUAGE", "nn")
    environment.prepare(environment.RUNTIME)
    assert capsys.readouterr().out.splitlines()[-1] == "Klart."
