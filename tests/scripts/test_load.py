import json
from collections import Counter

import pytest

import load
from ledger import apart

NAMES = (
    *("phones", "ballots", "lost", "double", "p50_ms", "p95_ms", "p99_ms"),
    *("acked_per_s", "hello_per_s", "ratio", "step_seen_last_ms", "rss_mb"),
)


def test_a_small_room_is_measured_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(load, "FULL_SPEED", 0.1)

    status = load.main(["--phones", "12", "--seconds", "0.5", "--sync-ms", "1", "--json"])

    figures = json.loads(capsys.readouterr().out)
    assert tuple(figures) == NAMES
    assert status == 0
    assert (figures["phones"], figures["ballots"]) == (12, 12)
    assert (figures["lost"], figures["double"]) == (0, 0)
    assert 0 < figures["p50_ms"] <= figures["p95_ms"] <= figures["p99_ms"]
    assert figures["acked_per_s"] > 0
    assert figures["hello_per_s"] > 0
    assert figures["step_seen_last_ms"] > 0


def test_a_lost_and_a_double_ballot_are_counted() -> None:
    assert apart(Counter("aab"), Counter("ab")) == (1, 0)
    assert apart(Counter("ab"), Counter("abb")) == (0, 1)
    assert apart(Counter("ab"), Counter("bc")) == (1, 1)
