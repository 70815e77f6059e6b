"""Taking part: what a network knows already need not be said again."""

from dataclasses import replace

import pytest

from tests.meetings import told
from workshop.domain.event import Joined
from workshop.domain.form import Line, Pick
from workshop.domain.joining import join, join_form
from workshop.domain.kinds import NORWAY
from workshop.domain.meeting import Meeting
from workshop.domain.party import ListedParty
from workshop.domain.refused import Unreadable

NAV = ListedParty(organisation="NAV", kind="authority")
VIKEN = ListedParty(organisation="Viken", kind="county", expected=False)


def meeting(*parties: ListedParty) -> Meeting:
    return replace(told(), parties=parties, kinds=NORWAY)


def joined(where: Meeting, organisation: str, *kind: str) -> Joined:
    answers = {"organisation": [organisation], "party": list(kind), "name": [""]}
    (fact,) = join(where, "p", answers, "nb", phone=True)
    assert isinstance(fact, Joined)
    return fact


def test_the_kinds_are_the_networks() -> None:
    line, pick, _ = join_form(meeting(NAV, VIKEN)).fields
    assert isinstance(pick, Pick) and isinstance(line, Line)
    assert [option.key for option in pick.options] == [kind.key for kind in NORWAY]
    assert line.known == ("NAV", "Viken")


def test_a_listed_organisation_brings_its_kind() -> None:
    assert joined(meeting(NAV, VIKEN), " nav").party == "authority"
    assert joined(meeting(NAV, VIKEN), " nav").organisation == "NAV"
    assert joined(meeting(NAV, VIKEN), "Viken").party == "county"
    assert joined(meeting(NAV), "NAV", "union").party == "union"


def test_another_organisation_says_its_kind() -> None:
    for where, organisation in ((meeting(NAV), "LO"), (meeting(), "NAV")):
        with pytest.raises(Unreadable) as refused:
            joined(where, organisation)
        assert list(refused.value.fields) == ["party"]
    assert joined(meeting(NAV), "LO", "union").party == "union"


def test_a_kind_that_is_no_longer_there_has_to_be_said() -> None:
    old = ListedParty(organisation="X", kind="gone")
    with pytest.raises(Unreadable):
        joined(meeting(old), "X")
