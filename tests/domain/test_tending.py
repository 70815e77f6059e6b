"""What is recorded of a measure between meetings."""

from datetime import date
from itertools import count

import pytest

from tests.networks import measure, record, source
from workshop.domain.carrying import standing
from workshop.domain.event import Put
from workshop.domain.fact import Source
from workshop.domain.measure import Measure
from workshop.domain.meeting import Meeting
from workshop.domain.network import network
from workshop.domain.noted import Noted
from workshop.domain.party import Party
from workshop.domain.record import CardKept, NetworkDescribed, NetworkEvent, Record
from workshop.domain.refused import Unreadable
from workshop.domain.register import Register, register
from workshop.domain.tending import added, corrected, owned, status_noted

NAV = Party(organisation="NAV").model_dump()
RAW = {"area": "z", "responsible": NAV, "accepted": True}


def sources() -> list[Source]:
    heading = Put(card="z", deck="areas", step="s", values={"text": "Controls"})
    return [source("m1", 0, heading, measure("a", "Meet monthly", deadline="2026-05-01", **RAW))]


def first() -> tuple[Meeting, Measure]:
    found = register(sources())
    described = record("r0", 0, NetworkDescribed(name="North"))
    whole = standing(network("abc", [described]), found, date(2026, 4, 1), {})
    return whole, found.kept["a"].measure


def new_id() -> str:
    return f"{next(NUMBERS):012x}"


NUMBERS = count(1)


def after(noted: Noted) -> Register:
    kept: list[NetworkEvent] = list(noted.events)
    records: list[Record] = [record(f"r{n}", 10, event) for n, event in enumerate(kept, 1)]
    return register(sources(), records)


def answers(**given: str) -> dict[str, list[str]]:
    return {name: [value] for name, value in given.items()}


def test_a_new_measure_is_the_networks_with_all_that_was_told() -> None:
    whole, _ = first()
    told = answers(
        text="Visit sites", area_text="Controls", responsible="Kari Nord, NAV", plan_area="start-up"
    )
    noted = added(whole, told, new_id)
    found = [one for one in after(noted).measures if one.card.id != "a"]
    assert [one.card.text for one in found] == ["Visit sites"]
    (one,) = (kept.measure for kept in found)
    assert one.responsible and one.responsible.organisation == "NAV"
    assert [(c.person, c.name) for c in noted.contacts] == [(one.responsible.person, "Kari Nord")]
    assert one.plan_area == "start-up"
    assert "Kari" not in str(noted.events)


def test_a_measure_needs_words() -> None:
    with pytest.raises(Unreadable) as refused:
        added(first()[0], answers(text=" "), new_id)
    assert list(refused.value.fields) == ["text"]


def test_a_yes_belongs_to_who_said_it() -> None:
    whole, one = first()
    noted = owned(whole, one, answers(responsible="Byggnads", accepted="1"), new_id)
    now = after(noted).kept["a"].measure
    assert now.responsible == Party(organisation="Byggnads")
    assert not now.accepted


def test_saving_what_stands_there_changes_nothing() -> None:
    whole, one = first()
    assert owned(whole, one, answers(responsible="NAV", accepted="1"), new_id) == Noted()
    same = answers(text="Meet monthly", area_text="Controls")
    assert corrected(whole, one, same) == Noted()
    kept = answers(status="not_started", deadline="2026-05-01")
    assert status_noted(one, kept) == Noted()


def test_another_heading_takes_the_measure_from_where_it_stood() -> None:
    whole, one = first()
    noted = corrected(whole, one, answers(text="Meet weekly", area_text="Young people"))
    now = after(noted).kept["a"].measure
    assert (now.card.text, now.area_text, now.area) == ("Meet weekly", "Young people", "")
    assert now.responsible == Party(organisation="NAV") and now.accepted


def test_a_new_deadline_needs_a_reason_and_keeps_the_old() -> None:
    _, one = first()
    with pytest.raises(Unreadable) as refused:
        status_noted(one, answers(status="under_way", deadline="2026-06-01"))
    assert list(refused.value.fields) == ["deadline_reason"]

    told = answers(status="under_way", deadline="2026-06-01", deadline_reason="Illness")
    (event,) = status_noted(one, told).events
    assert isinstance(event, CardKept)
    (change,) = after(Noted((event,))).kept["a"].history
    assert change.deadline_before.day == date(2026, 5, 1)
    assert (change.deadline.day, change.reason) == (date(2026, 6, 1), "Illness")
