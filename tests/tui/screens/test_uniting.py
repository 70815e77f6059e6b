"""Two networks of one name: made one, or told apart, and only when somebody says so."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.meetings import step
from tests.tui.playing import Play, networks_listed, reads, screen, typed, until, welcomed
from tests.tui.stand import Foyer, stand
from workshop.domain.describing import describing
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.record import CardKept
from workshop.store.portable import write_file
from workshop.store.store import Store
from workshop.tui.screens.networks import NetworksScreen


def kept(card: str, deck: str, text: str) -> CardKept:
    return CardKept(card=card, deck=deck, values={"text": text}, new=True)


@pytest.fixture
def foyer(tmp_path: Path) -> Iterator[Foyer]:
    """The network North here, and a file with the one of this name that was begun elsewhere."""
    with stand(tmp_path, step("introductions")) as host:
        foyer = Foyer(host)
        here = Network(id="aaa", name="North", region="Troms", contact_point="post@here.no")
        there = Network(id="bbb", name="North", region="Troms", contact_point="post@there.no")
        mine = (describing(here), kept("m1", "measures", "Meet monthly"), kept("g1", "goal", "A"))
        foyer.keeping.note("aaa", Noted(mine))
        away = tmp_path / "away"
        away.mkdir()
        with closing(Store(away / "workshop.db")) as store:
            events = [describing(there), kept("m2", "measures", "meet  Monthly")]
            host.pass_time(hours=1)
            store.networks.record("bbb", [*events, kept("g2", "goal", "B")], host.now)
            write_file(store.handover.network("bbb"), tmp_path / "there.workshop.jsonl")
        host.pass_time(hours=1)
        yield foyer


async def came(pilot: Play, foyer: Foyer) -> None:
    await networks_listed(pilot)
    await reads(pilot, "North")
    await pilot.press("t")
    await reads(pilot, "The path of the file")
    await typed(pilot, str(foyer.host.folder / "there.workshop.jsonl"))
    await pilot.press("ctrl+s")
    await reads(pilot, "There are two networks called North")
    await pilot.press("escape")
    await reads(pilot, "Are they one?")


def norths(foyer: Foyer) -> list[str]:
    return [one.network.id for one in foyer.keeping.called("north")]


async def test_two_become_one_after_what_differs_was_told(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 50)) as pilot:
        await came(pilot, foyer)
        await pilot.press("ctrl+s")
        await reads(pilot, "Make one network of the two called North?")
        shown = " ".join(screen(pilot).split())
        assert "Contact point: post@here.no / post@there.no. From now on: post@there.no" in shown
        assert "Goal: “A” / “B”. From now on: “B”" in shown
        assert "Measure in both: “Meet monthly”" in shown
        await pilot.press("enter", "ctrl+e")
        await until(pilot, lambda: isinstance(pilot.app.screen, NetworksScreen))
        await until(pilot, lambda: norths(foyer) == ["aaa"])
    assert len(foyer.keeping.get("aaa").register.measures) == 2


async def test_two_that_are_two_get_two_names(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 50)) as pilot:
        await came(pilot, foyer)
        await pilot.press("home", "down", "space", "enter")
        await pilot.press("ctrl+s")
        await reads(pilot, "A network has this name already")
        await pilot.press("end")
        await typed(pilot, " 2")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, NetworksScreen))
        await reads(pilot, "North 2")
    assert norths(foyer) == ["aaa"]
    assert foyer.keeping.get("bbb").network.name == "North 2"


async def test_it_can_be_left_and_done_later(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 50)) as pilot:
        await came(pilot, foyer)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, NetworksScreen))
        assert len(norths(foyer)) == 2
        await pilot.press("home", "u")
        await reads(pilot, "Which other network is the same as this one?")
        await pilot.press("ctrl+s")
        await reads(pilot, "Make one network of the two called North?")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, NetworksScreen))
    assert len(norths(foyer)) == 2
