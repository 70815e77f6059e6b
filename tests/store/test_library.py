"""All agendas there are: a broken one is told of, and hides none of the others."""

from pathlib import Path

import pytest

from tests.meetings import agenda, step
from workshop.domain.refused import Refused
from workshop.store.agendas import shipped
from workshop.store.library import Library


def test_one_of_ones_own_is_found_by_its_name(tmp_path: Path) -> None:
    library = Library(tmp_path / "workshop.db")
    kept = library.save(agenda(step("text")), "Spring meeting")
    assert library.own() == [kept]
    assert library.named(kept.stem).id == kept.stem
    assert [one.id for one in library.usable()][-1] == kept.stem
    with pytest.raises(Refused):
        library.save(agenda(step("text")), "Spring meeting")


def test_a_broken_one_is_told_of_and_the_others_can_be_used(tmp_path: Path) -> None:
    library = Library(tmp_path / "workshop.db")
    kept = library.save(agenda(step("text")), "Spring meeting")
    kept.write_text("title = 1\n", encoding="utf-8")
    ((file, unfit),) = library.broken()
    assert file == kept and unfit.problems
    assert len(list(library.usable())) == len(shipped())
