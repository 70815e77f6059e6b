"""Filters of the register."""

from datetime import date

from tests.networks import measure, source
from workshop.domain import sift
from workshop.domain.party import Party
from workshop.domain.register import Kept, register

TODAY = date(2026, 6, 1)
NAV = Party(organisation="NAV").model_dump()
LO = Party(organisation="LO", person="p").model_dump()


def found() -> list[Kept]:
    late = {"deadline": "2026-05-01"}
    facts = [
        measure("a", **late, responsible=NAV, accepted=True, plan_area="purchasers"),
        measure("b", **late, status="done", responsible=NAV),
        measure("c", deadline="2026-06-01", status="blocked", together=[LO]),
        measure("d", responsible=LO, area_text="Controls at sites"),
    ]
    return register([source("m1", 0, *facts)]).measures


def ids(*sieves: sift.Sieve) -> str:
    return "".join(kept.card.id for kept in sift.sift(found(), *sieves))


def test_each_filter() -> None:
    assert ids() == "abcd"
    assert ids(sift.still_open) == "acd"
    assert ids(sift.overdue(TODAY)) == "a"
    assert ids(sift.due_before(date(2026, 6, 2))) == "ac"
    assert ids(sift.blocked) == "c"
    assert ids(sift.unowned) == "c"
    assert ids(sift.unaccepted) == "d"
    assert ids(sift.of_party("nav")) == "ab"
    assert ids(sift.of_party("LO")) == "cd"
    assert ids(sift.of_area("controls")) == "d"
    assert ids(sift.of_area("")) == ""
    assert ids(sift.of_plan_area("purchasers")) == "a"
    assert ids(sift.of_party("NAV"), sift.still_open) == "a"


def test_what_hurts_comes_first() -> None:
    assert [kept.card.id for kept in sift.urgent_first(found()[::-1], TODAY)] == list("acdb")
