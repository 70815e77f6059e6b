"""Who is responsible: proposed, accepted, asked anew, and never counted twice."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.meetings import (
    AREAS,
    BEGIN,
    CARRIED,
    VOTE,
    Gathering,
    agenda,
    gathering,
    listed,
    step,
)
from workshop.beginning import NewMeeting, create
from workshop.domain.measure import Measure, measures
from workshop.domain.refused import Refused, Unreadable
from workshop.domain.step import Who
from workshop.leading import acting
from workshop.room import Room

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
    assign = next(a for a in acting.actions(meeting.meeting) if a.name == "assign")
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


def test_an_earlier_deadline_is_changed_with_a_reason_only(tmp_path: Path) -> None:
    with gathering(tmp_path, step("responsibility"), carried=CARRIED[:1]) as meeting:
        there = standing_there(meeting)
        meeting.lead("assign", **there)
        with pytest.raises(Unreadable) as refused:
            meeting.lead("assign", **there | {"deadline": "2026-09-01"})
        assert set(refused.value.fields) == {"deadline_reason"}
        new = {"deadline": "2026-09-01", "deadline_reason": "Illness"}
        meeting.lead("assign", **there | new)
        assert only(meeting).deadline_reason == "Illness" and only(meeting).accepted


def test_what_is_done_or_dropped_is_offered_to_nobody(tmp_path: Path) -> None:
    done = ({**CARRIED[0], "status": "done"}, CARRIED[1])
    with gathering(tmp_path, step("responsibility"), carried=done) as meeting:
        form = meeting.join("anna").form("anna")
        asked = [field.name for field in form.fields]
        assert asked == [f"role-{CARRIED[1]['id']}"]
        (option,) = standing(meeting)
        assert option == CARRIED[1]["id"]


def standing(meeting: Gathering) -> list[str]:
    assign = next(a for a in acting.actions(meeting.meeting) if a.name == "assign")
    assert assign.form is not None
    return [option.key for option in assign.form.fields[0].options]  # type: ignore[union-attr]


def test_a_person_named_last_time_is_the_same_this_time(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as first:
        begun(first).lead("assign", measure=only(first).id, responsible="bo, Org 1")
        first.lead("end")
        again = NewMeeting(agendas=(agenda(step("responsibility")),), network="North")
        second = create(first.store, again, BEGIN + timedelta(days=90), Random(2))
        room = Room(first.store, second, lambda: BEGIN + timedelta(days=90, seconds=1))
        who = {"party": "employer", "organisation": "Org 1", "name": "Bo"}
        first.run(room.join("somebody-new", listed(who), "sv"))
        (measure,) = measures(room.meeting)
        sent = listed({"yes": measure.id, f"role-{measure.id}": ""})
        first.run(room.contribute("responsibility", Who("somebody-new", "sv"), sent))
        assert measures(room.meeting)[0].accepted
        assign = next(a for a in room.actions() if a.name == "assign")
        assert assign.form is not None
        (option,) = assign.form.fields[0].options  # type: ignore[union-attr]
        first.run(room.lead("assign", listed({"measure": option.key, **option.fills})))
        assert measures(room.meeting)[0].accepted
        assert measures(room.meeting)[0].responsible == measure.responsible
        first.run(room.close())
