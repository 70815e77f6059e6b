"""Who belongs to a network, and how it is described."""

from itertools import count

import pytest

from tests.networks import record
from workshop.domain.contact import Contact
from workshop.domain.kinds import NORWAY
from workshop.domain.listing import Found
from workshop.domain.membership import (
    described,
    kind_gone,
    kind_told,
    party_listed,
    preset_taken,
    taken_in,
    unlisted,
)
from workshop.domain.network import Network, network
from workshop.domain.noted import Noted
from workshop.domain.party import ListedParty
from workshop.domain.record import NetworkDescribed, NetworkEvent, PartyListed
from workshop.domain.refused import Unreadable
from workshop.domain.words import LANGUAGES, Language

NAMES: dict[Language, str] = dict.fromkeys(LANGUAGES, "?")
NUMBERS = count(1)
NAV = ListedParty(organisation="NAV", kind="authority", contact="p1")
KARI = Contact("p1", "Kari", "kari@nav.no")
BEGUN: tuple[NetworkEvent, ...] = (
    NetworkDescribed(name="North", language="nb"),
    PartyListed(party=NAV),
)


def made(*events: NetworkEvent) -> Network:
    return network("abc", [record(f"r{n:03}", n, event) for n, event in enumerate(events)])


def after(noted: Noted) -> Network:
    return made(*BEGUN, *noted.events)


def new_id() -> str:
    return f"{next(NUMBERS):012x}"


def answers(**given: str) -> dict[str, list[str]]:
    return {name: [value] for name, value in given.items()}


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    told = answers(name="North", language="nb", plan_from="2026-05-01", plan_to="2026-01-01")
    with pytest.raises(Unreadable) as refused:
        described(made(*BEGUN), NAMES, told)
    assert list(refused.value.fields) == ["plan_to"]


def test_telling_the_same_again_records_nothing() -> None:
    assert described(made(*BEGUN), NAMES, answers(name="North", language="nb")) == Noted()


def test_a_party_can_be_put_right_without_a_second_one() -> None:
    now = made(*BEGUN)
    told = answers(organisation="NAV Nord", kind="authority", contact="Kari", reach="kari@nav.no")
    noted = party_listed(now, NAV, KARI, told, new_id)
    assert [party.organisation for party in after(noted).parties] == ["NAV Nord"]
    assert noted.contacts == ()


def test_the_same_organisation_is_not_listed_twice() -> None:
    with pytest.raises(Unreadable):
        party_listed(made(*BEGUN), None, None, answers(organisation="nav", kind="other"), new_id)


def test_an_emptied_contact_is_emptied() -> None:
    told = answers(organisation="NAV", kind="authority")
    noted = party_listed(made(*BEGUN), NAV, KARI, told, new_id)
    assert noted.contacts == (Contact("p1", "", ""),)
    assert after(noted).parties[0].contact == ""


def test_a_party_that_is_taken_away_is_gone() -> None:
    assert after(unlisted(NAV)).parties == ()


def test_a_list_adds_and_corrects_and_takes_nobody_away() -> None:
    found = [Found(1, "nav", "other"), Found(2, "Fellesforbundet", "union", "Ola", "ola@ff.no")]
    noted = taken_in(made(*BEGUN), {"p1": KARI}, found, new_id)
    kinds = {party.organisation: party.kind for party in after(noted).parties}
    assert kinds == {"NAV": "authority", "Fellesforbundet": "union"}
    assert [one.name for one in noted.contacts] == ["Ola"]
    assert after(noted).party("NAV") == NAV


def test_taking_in_the_same_list_again_changes_nothing() -> None:
    found = [Found(1, "NAV", "authority", "Kari", "kari@nav.no")]
    assert taken_in(made(*BEGUN), {"p1": KARI}, found, new_id) == Noted()


def test_a_kind_of_ones_own_stands_before_other_and_has_a_key_that_stays() -> None:
    now = made(*BEGUN)
    told = answers(**dict.fromkeys(LANGUAGES, "Skole"))
    whole = after(kind_told(now, None, NAMES, told, new_id))
    assert [kind.name.nb for kind in whole.kinds][-2:] == ["Skole", "Annen"]
    own = whole.kinds[-2]
    again = kind_told(whole, own, NAMES, answers(**dict.fromkeys(LANGUAGES, "Skolen")), new_id)
    (event,) = again.events
    assert own.key in {kind.key for kind in made(event).kinds}


def test_a_kind_that_somebody_is_of_stays() -> None:
    now = made(*BEGUN)
    with pytest.raises(Unreadable):
        kind_gone(now, now.kinds[0])
    assert "union" not in {kind.key for kind in after(kind_gone(now, now.kinds[2])).kinds}


def test_a_countrys_kinds_can_be_taken() -> None:
    assert after(preset_taken(answers(preset="norway"))).kinds == NORWAY
