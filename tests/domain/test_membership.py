"""Which organisations belong to a network: each once, put right and taken in from a list."""

import pytest

from tests.networks import after as noted_after
from tests.networks import new_id
from workshop.domain.contact import Contact
from workshop.domain.listing import Found
from workshop.domain.membership import party_listed, taken_in, unlisted
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.party import ListedParty
from workshop.domain.record import NetworkDescribed, NetworkEvent, PartyListed
from workshop.domain.refused import Unreadable

NAV = ListedParty(organisation="NAV", kind="authority", contact="p1")
KARI = Contact("p1", "Kari", "kari@nav.no")
BEGUN: tuple[NetworkEvent, ...] = (
    NetworkDescribed(name="North", language="nb"),
    PartyListed(party=NAV),
)


def after(*noted: Noted) -> Network:
    return noted_after(BEGUN, *noted)


def answers(**given: str) -> dict[str, list[str]]:
    return {name: [value] for name, value in given.items()}


def test_a_party_can_be_put_right_without_a_second_one() -> None:
    now = after()
    told = answers(organisation="NAV Nord", kind="authority", contact="Kari", reach="kari@nav.no")
    noted = party_listed(now, NAV, KARI, told, new_id)
    assert [party.organisation for party in after(noted).parties] == ["NAV Nord"]
    assert noted.contacts == ()


def test_the_same_organisation_is_not_listed_twice() -> None:
    with pytest.raises(Unreadable):
        party_listed(after(), None, None, answers(organisation="nav", kind="other"), new_id)


def test_an_emptied_contact_is_emptied() -> None:
    told = answers(organisation="NAV", kind="authority")
    noted = party_listed(after(), NAV, KARI, told, new_id)
    assert noted.contacts == (Contact("p1", "", ""),)
    assert after(noted).parties[0].contact == ""


def test_a_party_that_is_taken_away_is_gone() -> None:
    assert after(unlisted(NAV)).parties == ()


def test_a_list_adds_and_corrects_and_takes_nobody_away() -> None:
    found = [Found(1, "nav", "other"), Found(2, "Fellesforbundet", "union", "Ola", "ola@ff.no")]
    noted = taken_in(after(), {"p1": KARI}, found, new_id)
    kinds = {party.organisation: party.kind for party in after(noted).parties}
    assert kinds == {"NAV": "authority", "Fellesforbundet": "union"}
    assert [one.name for one in noted.contacts] == ["Ola"]
    assert after(noted).party("NAV") == NAV


def test_taking_in_the_same_list_again_changes_nothing() -> None:
    found = [Found(1, "NAV", "authority", "Kari", "kari@nav.no")]
    assert taken_in(after(), {"p1": KARI}, found, new_id) == Noted()
