"""The areas of a network's plan: a network's own, and never lost while a measure is of one."""

import pytest

from tests.networks import NAMES, new_id
from tests.networks import after as network_of
from workshop.domain.areas import area_gone, area_told, areas_taken
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.plan_area import PLAN_AREAS, area_name
from workshop.domain.record import NetworkDescribed
from workshop.domain.refused import Unreadable
from workshop.domain.words import Count

SCHOOL = {"sv": ["Skola"], "nb": ["Skole"], "nn": ["Skule"], "en": ["School"]}


def after(*noted: Noted) -> Network:
    return network_of((NetworkDescribed(name="North"),), *noted)


def test_an_area_of_its_own_comes_last_and_keeps_its_key_when_it_is_worded_anew() -> None:
    added = area_told(after(), None, NAMES, SCHOOL, new_id)
    own = after(added).areas[-1]
    assert after(added).areas[:-1] == PLAN_AREAS
    again = area_told(after(added), own, NAMES, {**SCHOOL, "sv": ["Skolan"]}, new_id)
    now = after(added, again).areas
    assert [area.key for area in now] == [area.key for area in after(added).areas]
    assert area_name(own.key, now) == now[-1].name and now[-1].name.sv == "Skolan"


def test_saying_the_same_again_records_nothing() -> None:
    added = area_told(after(), None, NAMES, SCHOOL, new_id)
    assert area_told(after(added), after(added).areas[-1], NAMES, SCHOOL, new_id) == Noted()


def test_an_area_without_measures_goes_and_one_with_measures_stays() -> None:
    first, *rest = PLAN_AREAS
    assert list(after(area_gone(after(), first, ["purchasers"])).areas) == rest
    with pytest.raises(Unreadable) as refused:
        area_gone(after(), first, [first.key, "purchasers", first.key])
    assert isinstance(refused.value.words, Count) and refused.value.words.n == 2


def test_the_last_area_stays() -> None:
    gone: list[Noted] = []
    for area in PLAN_AREAS[1:]:
        gone.append(area_gone(after(*gone), area, []))
    with pytest.raises(Unreadable):
        area_gone(after(*gone), PLAN_AREAS[0], [])


def test_a_countrys_areas_replace_those_there_are_but_for_those_in_use() -> None:
    used = area_told(after(), None, NAMES, SCHOOL, new_id)
    unused = area_told(after(used), None, NAMES, SCHOOL, new_id)
    now = after(used, unused)
    own = now.areas[-2].key
    taken = after(used, unused, areas_taken(now, [own], {"preset": ["sweden"]})).areas
    assert taken[0].key == "construction"
    assert {area.key for area in taken} == {area.key for area in PLAN_AREAS} | {own}
