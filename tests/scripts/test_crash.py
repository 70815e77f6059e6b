import asyncio
import json
from pathlib import Path

import pytest

import crash
from guest import Phone
from ledger import Ledger
from wire import Line


def test_no_acknowledged_ballot_is_lost_when_the_power_goes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = crash.main(["--kills", "2", "--phones", "6", "--json"])

    figures = json.loads(capsys.readouterr().out)
    assert status == 0
    assert tuple(figures) == ("kills", "acknowledged", "lost", "double", "reopened_ok")
    assert figures["acknowledged"] > 6
    assert (figures["kills"], figures["reopened_ok"]) == (2, 2)
    assert (figures["lost"], figures["double"]) == (0, 0)


class Forgetful(crash.Voter):
    """A phone whose page shows another ballot than the one that was acknowledged."""

    async def read(self) -> frozenset[str]:
        return frozenset("xyz")


class Overfull(Ledger):
    def box(self) -> dict[str, frozenset[str]]:
        return {"one": frozenset("abc"), "two": frozenset("abc")}


def test_a_lost_and_a_double_ballot_are_counted(tmp_path: Path) -> None:
    figures = crash.Figures(1)
    voter = Forgetful(Phone(0, Line(0), sent=frozenset("abc")), trying=frozenset("abd"))

    asyncio.run(crash.check(figures, Overfull(tmp_path), [voter]))

    assert (figures.lost, figures.double) == (1, 1)
    assert not figures.good
