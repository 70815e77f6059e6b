"""Who of the network is away today."""

from dataclasses import replace

from tests.meetings import step, told
from workshop.domain.event import Joined, Left
from workshop.domain.form import Line
from workshop.domain.meeting import Meeting
from workshop.domain.party import ListedParty
from workshop.domain.words import Own
from workshop.steps.introductions import missing_kinds, missing_parties

LISTED = (
    ListedParty(organisation="NAV", kind="authority"),
    ListedParty(organisation="LO", kind="union"),
    ListedParty(organisation="Seen AB", kind="employer", expected=False),
)


def meeting(*facts: Joined | Left) -> Meeting:
    return replace(told(*facts), parties=LISTED)


def test_those_listed_are_missed_until_somebody_of_theirs_is_here() -> None:
    nav = Joined(person="p", party="authority", organisation="nav")
    assert missing_parties(meeting()) == (Own("NAV"), Own("LO"))
    assert missing_parties(meeting(nav)) == (Own("LO"),)
    assert missing_parties(meeting(nav, Left(person="p"))) == (Own("NAV"), Own("LO"))


def test_kinds_that_nobody_expects_are_not_missed() -> None:
    missing = missing_kinds(meeting(Joined(person="p", party="union", organisation="LO")))
    expected = [kind.name for kind in told().kinds if kind.expected and kind.key != "union"]
    assert list(missing) == expected


def test_who_is_absent_is_completed_from_those_listed_who_are_not_here() -> None:
    nav = Joined(person="p", party="authority", organisation="nav")
    actions = step("introductions").actions(meeting(nav))
    form = next(one.form for one in actions if one.name == "absent")
    assert form is not None and isinstance(form.fields[0], Line)
    assert form.fields[0].known == ("LO", "Seen AB")
