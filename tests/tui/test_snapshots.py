"""What the moments of a meeting look like, at two sizes."""

from pathlib import Path
from typing import Any

import pytest

from tests.meetings import step
from tests.tui.stand import Foyer, Stand, stand
from workshop.store.agendas import find, read_agenda
from workshop.tui.app import WorkshopApp
from workshop.tui.widgets.status import Status

SIZES = [(80, 24), (120, 40)]
PEOPLE = (
    ("authority", "Skatteverket", "Anna Lindqvist"),
    ("employer", "Byggföretagen Väst", "Maria Sköld"),
    ("union", "Byggnads Västra Götaland", ""),
    ("municipality", "Härryda kommun", "Åsa Nyström"),
)
AREAS = (
    "Bättre id-kontroll och närvaroregistrering på alla byggarbetsplatser i regionen",
    "Färre led av underentreprenörer i offentliga upphandlingar",
    "[@click=app.quit]Gemensamma kontroller[/]",
    "Samverkan mellan fack och arbetsgivare",
)


def arrive(host: Stand) -> None:
    for number, who in enumerate(PEOPLE):
        host.join(f"p{number}", *who)
    host.do("tick_next")


def vote(host: Stand) -> None:
    arrive(host)
    host.do("go", item="clean")
    host.write("", "areas", *AREAS)
    host.do("go", item="vote")
    host.do("open")
    cards = [card.id for card in host.meeting.deck("areas")]
    for number, chosen in enumerate(((0, 1, 2), (0, 1, 3), (0, 2, 3))):
        host.send(f"p{number}", ballot=[cards[n] for n in chosen])


def result(host: Stand) -> None:
    vote(host)
    host.do("close")
    host.do("reveal")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("moment", [arrive, vote, result], ids=lambda moment: moment.__name__)
def test_the_moment(
    snap_compare: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: Any,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(Status, "on_mount", lambda status: None)
    agendas = [read_agenda(find(name)) for name in ("introduction", "theme-1")]
    host = Stand(tmp_path, agendas, "sv")
    try:
        moment(host)
        host.pass_time(minutes=2)
        app = WorkshopApp(Foyer(host), "sv", host, lambda: host.now)
        assert snap_compare(app, terminal_size=size)
    finally:
        host.close()


def pause(host: Stand) -> None:
    arrive(host)
    host.do("go", item="pause")


def goal(host: Stand) -> None:
    arrive(host)
    host.do("go", item="goal")
    told = {"text": "Färre än fem procent saknar giltig legitimation", "deadline": "2026-12-31"}
    indicator = "Andelen i de gemensamma kontrollerna, varje kvartal"
    host.do("agree", indicator=indicator, smart=["specific", "timed"], **told)


COFFEE = step("pause", title=dict.fromkeys(("sv", "nb", "nn", "en"), "Kaffe"), minutes=20)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("moment", [pause, goal], ids=lambda moment: moment.__name__)
def test_the_moment_of_other_meetings(
    snap_compare: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: Any,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(Status, "on_mount", lambda status: None)
    agreed = next(s for s in read_agenda(find("start-workshop")).steps if s.id == "goal")
    with stand(tmp_path, step("introductions"), COFFEE, agreed, language="sv") as host:
        moment(host)
        host.pass_time(minutes=2)
        app = WorkshopApp(Foyer(host), "sv", host, lambda: host.now)
        assert snap_compare(app, terminal_size=size)
