"""A network's register in the terminal: seen, sifted, and kept without a meeting."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.meetings import step
from tests.tui.playing import Play, networks_listed, reads, screen, typed, until, welcomed
from tests.tui.stand import Foyer, Stand, stand
from workshop.domain.describing import describing
from workshop.domain.keeping import MEASURES
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.party import Party
from workshop.domain.record import CardKept, NetworkEvent
from workshop.tui.screens.register import RegisterScreen

NAV = Party(organisation="NAV").model_dump()


def kept(card: str, text: str, **values: object) -> NetworkEvent:
    told = {"text": text, **values}
    return CardKept.model_validate(
        {"card": card, "deck": MEASURES, "values": told, "new": True, "kind": "card_kept"}
    )


@pytest.fixture
def foyer(tmp_path: Path) -> Iterator[Foyer]:
    with stand(tmp_path, step("introductions")) as host:
        yield begun(host)


def begun(host: Stand) -> Foyer:
    foyer = Foyer(host)
    network = Network(id="abc", name="Nätverk Nord", region="Umeå", language="sv")
    late = (host.now - timedelta(days=30)).date().isoformat()
    events = (
        describing(network),
        kept("aa", "Träffas varje månad", responsible=NAV, deadline=late, area_text="Samverkan"),
        kept("bb", "Besök på byggen", area_text="Kontroller"),
        kept("cc", "Skriv ett brev", responsible=NAV, accepted=True, status="done"),
    )
    foyer.keeping.note("abc", Noted(events))
    return foyer


async def opened(pilot: Play) -> None:
    await networks_listed(pilot)
    await reads(pilot, "Nätverk Nord")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, RegisterScreen))
    await reads(pilot, "Träffas")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_what_somebody_should_see_to_is_said_in_words(
    foyer: Foyer, size: tuple[int, int]
) -> None:
    async with welcomed(foyer, size, "sv") as pilot:
        await opened(pilot)
        shown = screen(pilot)
        assert "Kvar att göra 2" in shown and "Försenade 1" in shown and "Utan ansvarig 1" in shown
        assert "FÖRSENAD · ÄNNU INTE ACCEPTERAD · NAV" in shown
        assert "Skriv ett brev" not in shown
        await pilot.press("6")
        await reads(pilot, "Skriv ett brev")


async def test_a_status_is_recorded_without_a_meeting(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 40), "en") as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await reads(pilot, "How is it going?")
        await pilot.press("home", "down", "space", "enter")
        await typed(pilot, "Begun")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, RegisterScreen))
        await reads(pilot, "Under way: Begun")
    one = foyer.keeping.get("abc").kept("aa")
    assert (one.measure.status, one.measure.note) == ("under_way", "Begun")
    assert [change.meeting for change in one.history] == [""]


async def test_a_new_deadline_without_a_reason_is_refused_beside_the_field(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 60), "en") as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await reads(pilot, "Deadline in words")
        await pilot.press("tab", "tab")
        await typed(pilot, "2027-01-01")
        await pilot.press("ctrl+s")
        await reads(pilot, "Write why the deadline is changed")
    assert foyer.keeping.get("abc").kept("aa").history == ()


async def test_only_some_are_shown_and_escape_shows_all_again(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 40), "en") as pilot:
        await opened(pilot)
        await pilot.press("f")
        await reads(pilot, "Responsible, or taking part.")
        await typed(pilot, "nav")
        await pilot.press("ctrl+s")
        await reads(pilot, "Only: nav")
        assert "Besök på byggen" not in screen(pilot)
        await pilot.press("escape")
        await reads(pilot, "Besök på byggen")
        assert isinstance(pilot.app.screen, RegisterScreen)


async def test_parties_are_pasted_and_what_was_not_understood_is_told(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 40), "en") as pilot:
        await opened(pilot)
        await pilot.press("p")
        await reads(pilot, "No parties are listed yet")
        await pilot.press("i")
        await reads(pilot, "Paste a list")
        await typed(pilot, "Skatteverket;myndighet")
        await pilot.press("ctrl+s")
        await reads(pilot, "1 party was read")
        await pilot.press("escape")
        await reads(pilot, "Authority")
    (party,) = foyer.keeping.get("abc").network.parties
    assert (party.organisation, party.kind) == ("Skatteverket", "authority")


async def test_an_area_of_the_plan_is_added_and_one_in_use_is_not_taken_away(
    foyer: Foyer,
) -> None:
    used = kept("dd", "Möt beställarna", plan_area="purchasers")
    foyer.keeping.note("abc", Noted((used,)))
    async with welcomed(foyer, (120, 50), "en") as pilot:
        await opened(pilot)
        await pilot.press("d")
        await reads(pilot, "Children and youth")
        await pilot.press("down", "down", "x")
        await reads(pilot, "1 measure is of it")
        await pilot.press("a")
        await reads(pilot, "In each of the languages.")
        for name in ("Skola", "Skole", "Skule", "School"):
            await typed(pilot, name)
            await pilot.press("tab")
        await pilot.press("ctrl+s")
        await reads(pilot, "School")
    areas = foyer.keeping.get("abc").network.areas
    assert areas[-1].name.nn == "Skule" and "purchasers" in [area.key for area in areas]


async def test_the_next_meeting_begins_with_the_network_filled_in(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 60), "en") as pilot:
        await opened(pilot)
        await pilot.press("m")
        await reads(pilot, "Several make one day")
        assert "Nätverk Nord" in screen(pilot)
        await pilot.press("down", "space", "ctrl+s")
        await until(pilot, lambda: bool(foyer.started))
    assert (foyer.started[0].network, foyer.started[0].region) == ("Nätverk Nord", "Umeå")
    assert foyer.started[0].language == "sv"


async def test_the_plan_is_written_at_any_time(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 40), "en") as pilot:
        await opened(pilot)
        await pilot.press("w")
        await reads(pilot, "In which language?")
        await pilot.press("enter")
        await reads(pilot, "documents lie in")
    assert list((foyer.host.folder / "documents").glob("*handlingsplan-sv.docx"))


async def test_a_network_can_begin_without_a_meeting(tmp_path: Path) -> None:
    with stand(tmp_path, step("introductions")) as host:
        async with welcomed(Foyer(host), (120, 60), "en") as pilot:
            await networks_listed(pilot)
            await pilot.press("n")
            await reads(pilot, "Plan period to")
            await typed(pilot, "South")
            await pilot.press("ctrl+s")
            await reads(pilot, "South")
        assert "South" in [one.network.name for one in Foyer(host).keeping.all()]
