"""The kinds of party of a network: a country's, or its own, with keys that stay."""

import pytest

from tests.networks import NAMES, new_id
from tests.networks import after as network_of
from workshop.domain.kinds import NORWAY
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.own_kinds import kind_gone, kind_told, preset_taken
from workshop.domain.party import ListedParty
from workshop.domain.record import NetworkDescribed, PartyListed
from workshop.domain.refused import Unreadable
from workshop.domain.words import LANGUAGES

NAV = ListedParty(organisation="NAV", kind="authority")


def after(*noted: Noted) -> Network:
    begun = (NetworkDescribed(name="North", language="nb"), PartyListed(party=NAV))
    return network_of(begun, *noted)


def named(name: str) -> dict[str, list[str]]:
    return {language: [name] for language in LANGUAGES}


def test_a_kind_of_ones_own_stands_before_other_and_has_a_key_that_stays() -> None:
    now = after()
    told = named("Skole")
    whole = after(kind_told(now, None, NAMES, told, new_id))
    assert [kind.name.nb for kind in whole.kinds][-2:] == ["Skole", "Annen"]
    own = whole.kinds[-2]
    again = kind_told(whole, own, NAMES, named("Skolen"), new_id)
    (event,) = again.events
    assert own.key in {kind.key for kind in network_of((event,)).kinds}


def test_a_kind_that_somebody_is_of_stays() -> None:
    now = after()
    with pytest.raises(Unreadable):
        kind_gone(now, now.kinds[0])
    assert "union" not in {kind.key for kind in after(kind_gone(now, now.kinds[2])).kinds}


def test_a_countrys_kinds_can_be_taken() -> None:
    assert after(preset_taken({"preset": ["norway"]})).kinds == NORWAY
