"""Who is responsible: proposed, accepted, asked anew, and never counted twice."""

from pathlib import Path

import pytest

from tests.meetings import AREAS, VOTE, Gathering, gathering, step
from workshop import leading
from workshop.domain.measure import Measure, measures
from workshop.domain.refused import Refused

STEPS = (AREAS, VOTE, step("measures", vote="vote"), step("responsibility"))


def begun(meeting: Gathering) -> Gathering:
    meeting.join("anna", "bo").write("", "areas", "A")
    meeting.go("measures").write("", meeting.card("A"), "Do it")
    return meeting.go("responsibility")


def only(meeting: Gathering) -> Measure:
    (found,) = measures(meeting.meeting)
    return found


def standing_there(meeting: Gathering) -> dict[str, str]:
    """What a surface fills in when the measure is picked."""
    assign = next(a for a in leading.actions(meeting.meeting) if a.name == "assign")
    assert assign.form is not None
    (option,) = assign.form.fields[0].options  # type: ignore[union-attr]
    return {"measure": option.key, **option.fills}


@pytest.mark.parametrize(
    "who", ["Org 1", "bo, Org 1", "Kari Nordmann, NAV", "NAV", "Bygg, anlegg, NAV"]
)
def test_saving_again_changes_nobody_and_keeps_a_yes(tmp_path: Path, who: str) -> None:
    with gathering(tmp_path, *STEPS) as meeting:
        begun(meeting).lead("assign", measure=only(meeting).id, responsible=who, together="X, Y; Z")
        meeting.lead("accept", measures=only(meeting).id)
        before, names = only(meeting), meeting.meeting.names
        meeting.lead("assign", **standing_there(meeting) | {"deadline": "2027-03-05"})
        after = only(meeting)
        assert (after.responsible, after.together) == (before.responsible, before.together)
        assert after.accepted and after.deadline
        assert meeting.meeting.names == names


def test_another_responsible_is_asked_anew(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as meeting:
        begun(meeting).lead("assign", measure=only(meeting).id, responsible="Org 1")
        meeting.lead("accept", measures=only(meeting).id)
        meeting.lead("assign", measure=only(meeting).id, responsible="Org 0")
        assert not only(meeting).accepted
        meeting.lead("assign", measure=only(meeting).id, responsible="")
        assert only(meeting).responsible is None and not only(meeting).accepted


def test_who_is_proposed_says_yes_on_the_phone(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as meeting:
        begun(meeting).lead("assign", measure=only(meeting).id, responsible="Org 1")
        meeting.send("anna", {"yes": only(meeting).id})
        assert not only(meeting).accepted, "it is not for anna to say"
        meeting.send("bo", {"yes": only(meeting).id})
        assert only(meeting).accepted


def test_a_page_loaded_before_a_colleague_said_yes_is_received(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as meeting:
        begun(meeting).lead("assign", measure=only(meeting).id, responsible="Org 1")
        meeting.join("cecilie", organisation="Org 1")
        meeting.send("bo", {"yes": only(meeting).id})
        before = len(meeting.meeting.entries)
        meeting.send("cecilie", {"yes": only(meeting).id})
        assert only(meeting).accepted
        assert len(meeting.meeting.entries) == before, "a second yes is nothing new"


def test_an_offer_is_taken_once(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as meeting:
        role = f"role-{only(begun(meeting)).id}"
        for _ in range(2):
            meeting.send("bo", {role: "responsible"})
        offers = meeting.meeting.deck("offers")
        assert len(offers) == 1
        meeting.lead("take_offer", offer=offers[0].id)
        assert only(meeting).accepted
        assert only(meeting).responsible and only(meeting).responsible.organisation == "Org 1"  # type: ignore[union-attr]
        with pytest.raises(Refused):
            meeting.lead("take_offer", offer=offers[0].id)


def test_a_second_offer_joins_in(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as meeting:
        role = f"role-{only(begun(meeting)).id}"
        for person in ("anna", "bo"):
            meeting.send(person, {role: "responsible"})
            (offer, *_) = [
                c for c in meeting.meeting.deck("offers") if c.values.get("taken") is not True
            ]
            meeting.lead("take_offer", offer=offer.id)
        found = only(meeting)
        assert found.responsible and found.responsible.organisation == "Org 0"
        assert [party.organisation for party in found.together] == ["Org 1"]
