"""What the agenda editor looks like, at two sizes."""

from pathlib import Path
from typing import Any

import pytest

from tests.tui.stand import Foyer, Stand
from workshop.store.agendas import find, read_agenda
from workshop.tui.app import WorkshopApp

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_agenda_of_a_meeting_that_is_late(
    snap_compare: Any, tmp_path: Path, size: tuple[int, int]
) -> None:
    host = Stand(tmp_path, [read_agenda(find(name)) for name in ("introduction", "theme-1")], "nn")
    try:
        host.join("p1", "authority", "Arbeidstilsynet")
        host.do("plan_skip", items=["clean"])
        host.do("next")
        host.pass_time(minutes=45)
        app = WorkshopApp(Foyer(host), "nn", host, lambda: host.now)
        assert snap_compare(app, terminal_size=size, press=["I"])
    finally:
        host.close()
