"""A year from the command line: what is printed, and when it is not begun."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from workshop.commands.program import app
from workshop.console import Printer
from workshop.domain.refused import Refused
from workshop.rehearse.command import Wanted, play_year
from workshop.rehearse.play import FILE


def year(out: Path) -> Wanted:
    return Wanted(agendas=(), phones=2, language="nb", seed=1, out=out)


def test_a_year_is_not_played_into_a_rehearsal_that_is_there(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with pytest.raises(Refused):
        play_year(year(tmp_path), Printer("nb"))
    assert (tmp_path / FILE).stat().st_size == 0


@pytest.mark.parametrize("more", ["theme-1", "--watch"])
def test_a_year_has_agendas_of_its_own(more: str, tmp_path: Path) -> None:
    typed = ["rehearse", "--year", more, "--out", str(tmp_path), "--data", str(tmp_path)]
    shown = CliRunner().invoke(app, typed)
    assert isinstance(shown.exception, Refused)
    assert not [*tmp_path.glob("*.db")]
