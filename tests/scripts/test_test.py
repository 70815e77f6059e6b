import subprocess

import pytest

import test as checks


@pytest.fixture
def calls(monkeypatch) -> list[tuple[str, ...]]:
    """What would be called; whatever mentions mypy fails with status 3."""
    seen: list[tuple[str, ...]] = []

    def call(command, cwd):
        seen.append(tuple(map(str, command[1:])))
        return 3 if "mypy" in command else 0

    monkeypatch.setattr(subprocess, "call", call)
    return seen


def test_the_first_failing_check_stops_the_rest_and_is_named(calls, capsys):
    assert checks.run(checks.plan([])) == 3
    assert calls[-1] == checks.CHECKS["types"]
    assert "== types failed" in capsys.readouterr().out


def test_arguments_are_for_pytest_alone(calls):
    assert checks.run(checks.plan(["-k", "vote"])) == 0
    assert calls == [("-m", "pytest", "-n", "2", "-k", "vote")]
