"""Erasing for good in the terminal: told before it is done, and done only then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meetings import AREAS
from tests.tui.playing import Play, networks_listed, reads, screen, typed, until, welcomed
from tests.tui.stand import Foyer, stand
from workshop.domain.contact import Contact
from workshop.domain.describing import describing
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.party import ListedParty, Party
from workshop.domain.record import CardKept, PartyListed
from workshop.tui.screens.forgetting import ForgettingScreen

WISH = "Too little light at the harbour"
KARI = Party(organisation="NAV", person="p9").model_dump()
MEASURE = CardKept.model_validate(
    {"card": "aa", "deck": "measures", "values": {"text": "Meet Kari Nord monthly",
     "responsible": KARI}, "new": True}
)  # fmt: skip


@pytest.fixture
def foyer(tmp_path: Path) -> Iterator[Foyer]:
    with stand(tmp_path, AREAS) as host:
        host.join("p1", "authority", "NAV", "Ola Sør")
        host.write("p1", "areas", WISH)
        host.do("end")
        foyer = Foyer(host)
        listed = ListedParty(organisation="NAV", kind="authority", contact="p9")
        events = (describing(Network(id="abc", name="North")), PartyListed(party=listed), MEASURE)
        foyer.keeping.note("abc", Noted(events, (Contact("p9", "Kari Nord", "kari@nav.no"),)))
        host.close()
        yield foyer


async def opened(pilot: Play) -> None:
    await networks_listed(pilot)
    await reads(pilot, "North")
    await pilot.press("e")
    await until(pilot, lambda: isinstance(pilot.app.screen, ForgettingScreen))
    await reads(pilot, "what people wrote")


def names(foyer: Foyer) -> list[str]:
    return foyer.forgetting.names()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_due_is_proposed_and_nothing_is_erased_by_a_look(
    foyer: Foyer, size: tuple[int, int]
) -> None:
    foyer.host.pass_time(days=800)
    async with welcomed(foyer, size) as pilot:
        await pilot.press("down", "enter")
        await reads(pilot, "due to be erased")
        await pilot.press("e")
        await reads(pilot, "due since")
        assert "1 name" in screen(pilot) and "Nothing is erased by itself" in screen(pilot)
        await pilot.press("enter")
        await reads(pilot, "What is to be erased?")
        await pilot.press("ctrl+s")
        await reads(pilot, "This cannot be undone.")
        await pilot.press("enter")
        await pilot.press("escape")
        await reads(pilot, "Erase what people wrote at")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ForgettingScreen))
    assert names(foyer) == ["Kari Nord", "Ola Sør"] and foyer.forgetting.texts(WISH)


async def test_names_and_texts_of_a_meeting_go_when_that_is_said(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 50)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await reads(pilot, "What is to be erased?")
        await pilot.press("ctrl+s")
        await reads(pilot, "This goes, for good:")
        assert "1 name: who took part" in screen(pilot)
        await pilot.press("ctrl+e")
        await reads(pilot, "It is erased")
        await pilot.press("escape")
        await reads(pilot, "Erase what people wrote at")
        assert "Measures, plan and what was agreed" in screen(pilot)
        await pilot.press("ctrl+e")
        await reads(pilot, "It is erased")
        await pilot.press("escape")
        await reads(pilot, "No meeting holds names or texts")
    assert names(foyer) == ["Kari Nord"] and not foyer.forgetting.texts(WISH)


async def test_a_person_goes_everywhere_and_texts_that_mention_the_name_are_offered(
    foyer: Foyer,
) -> None:
    async with welcomed(foyer, (120, 50)) as pilot:
        await opened(pilot)
        await pilot.press("p")
        await reads(pilot, "As it stands in the list")
        await typed(pilot, "Nobody")
        await pilot.press("ctrl+s")
        await reads(pilot, "Nobody is known by the name")
        await pilot.press(*["backspace"] * 6)
        await typed(pilot, "kari nord")
        await pilot.press("ctrl+s")
        await reads(pilot, "Erase the name Kari Nord everywhere?")
        assert "with address or number, of: North" in screen(pilot)
        assert "1 measure, where the organisation goes on being named" in screen(pilot)
        await pilot.press("ctrl+e")
        await reads(pilot, "It is erased")
        await pilot.press("escape")
        await reads(pilot, "These texts mention Kari Nord")
        await pilot.press("down", "space", "ctrl+s")
        await reads(pilot, "The measure's owner, status and deadline")
        await pilot.press("ctrl+e")
        await reads(pilot, "It is erased")
    assert names(foyer) == ["Ola Sør"] and not foyer.forgetting.texts("monthly")
    kept = foyer.keeping.get("abc").kept("aa")
    assert kept.card.redacted and kept.measure.responsible is not None


async def test_a_text_is_found_by_its_words(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 50)) as pilot:
        await opened(pilot)
        await pilot.press("t")
        await reads(pilot, "Words that stand in it")
        await typed(pilot, "zzz")
        await pilot.press("ctrl+s")
        await reads(pilot, "There is no text")
        await pilot.press(*["backspace"] * 3)
        await typed(pilot, "little light")
        await pilot.press("ctrl+s")
        await reads(pilot, "Erase this text everywhere?")
        await pilot.press("ctrl+e")
        await reads(pilot, "It is erased")
    assert not foyer.forgetting.texts(WISH)


async def test_a_meeting_is_kept_longer(foyer: Foyer) -> None:
    async with welcomed(foyer, (120, 50)) as pilot:
        await opened(pilot)
        await pilot.press("u")
        await reads(pilot, "Empty: it is never proposed")
        await pilot.press("end", *["backspace"] * 16)
        await typed(pilot, "2040-01-31")
        await pilot.press("ctrl+s")
        await reads(pilot, "kept until 31 January 2040")
    assert foyer.forgetting.held()[0][1].keep_until == "2040-01-31"
