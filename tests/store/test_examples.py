"""The bank: what may be shared, from other regions, found by words and shown at a meeting."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.meetings import BEGIN, EXAMPLES, agenda, gathering, step
from tests.networks import at
from tests.store.test_handover import opened
from workshop.beginning import NewMeeting, create
from workshop.domain.example import MOST, Example, bank
from workshop.domain.parcel import Parcel
from workshop.domain.record import CardKept
from workshop.store.examples import search
from workshop.store.store import Store

BANK = agenda(step("bank"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The network North has told four examples, one of which may be shared, and ended."""
    with gathering(tmp_path, EXAMPLES) as meeting:
        meeting.join("anna")
        told = {"Site cards": "yes", "At home": "no", "Not asked": "ask", "Silent": ""}
        for text, consent in told.items():
            more = {"place": "Åmål", "who": "NAV", "lesson": f"Lesson of {text}"}
            meeting.fill("anna", text=text, consent=consent, **more)
        meeting.lead("end")
    return tmp_path


def carried(store: Store, network: str, *agendas: object) -> list[str]:
    new = NewMeeting(agendas=agendas or (BANK,), network=network)  # type: ignore[arg-type]
    return [card.text for card in store.load(create(store, new, BEGIN)).deck("bank")]


def test_only_what_may_be_shared(folder: Path) -> None:
    with opened(folder) as store:
        (one,) = store.examples.all()
        assert (one.text, one.place, one.who, one.network) == ("Site cards", "Åmål", "NAV", "North")


def test_another_network_meets_them_on_stage(folder: Path) -> None:
    with opened(folder) as store:
        assert carried(store, "South") == ["Site cards"]
        assert carried(store, "North") == []
        assert carried(store, "South", agenda(step("introductions"))) == []


def test_they_are_not_kept_by_who_saw_them(folder: Path) -> None:
    with opened(folder) as store:
        carried(store, "South")
        south = store.networks.find("South").id
        assert not store.networks.register(south).kept
        assert [one.network for one in store.examples.all()] == ["North"]


def test_what_is_taken_in_is_in_the_bank(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as store, opened(tmp_path / "other") as other:
        other.handover.take_in(store.handover.network(store.networks.find("North").id))
        assert carried(other, "South") == ["Site cards"]


def test_what_was_recorded_between_meetings_counts(folder: Path) -> None:
    with opened(folder) as store:
        north, one = store.networks.find("North").id, store.examples.all()[0]
        withdrawn = CardKept(card=one.id, deck="examples", values={"consent": "no"})
        store.networks.record(north, [withdrawn], BEGIN + timedelta(days=9))
        assert store.examples.all() == []
        values = {"text": "Told later", "consent": "yes", "origin_date": at(10)[:10]}
        new = CardKept(card="later", deck="examples", values=values, new=True)
        store.networks.record(north, [new], BEGIN + timedelta(days=10))
        assert [one.text for one in store.examples.all()] == ["Told later"]


def test_a_text_removed_is_gone_from_the_meetings_that_saw_it(folder: Path) -> None:
    with opened(folder) as store:
        carried(store, "South")
        north, one = store.networks.find("North").id, store.examples.all()[0]
        store.erasing.text(north, one.id, BEGIN)
    data = b"".join(file.read_bytes() for file in folder.glob("workshop.db*"))
    assert b"Site cards" not in data and b"At home" in data


def test_a_meeting_without_a_network_tells_its_region(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as store:
        (log,) = store.handover.network(store.networks.find("North").id).logs
    first, *rest = log.entries
    change = {"network": "", "network_id": "", "region": "West"}
    started = first.event.model_copy(update=change)
    entries = (first.model_copy(update={"event": started}), *rest)
    with opened(tmp_path / "other") as store:
        store.handover.take_in(Parcel(logs=(replace(log, network="", entries=entries),)))
        assert [one.region for one in store.examples.all()] == ["West"]


def example(n: int, text: str = "", **more: str) -> Example:
    day = (date(2026, 1, 1) + timedelta(days=n)).isoformat()
    told = {"id": f"{n:012x}", "text": text or f"Example {n}", "date": day, "network": "North"}
    return Example(**{**told, "region": "North", **more})  # type: ignore[arg-type]


def test_the_newest_are_taken_along(tmp_path: Path) -> None:
    cards = bank([example(n) for n in range(MOST + 5)])
    assert len(cards) == MOST
    assert cards[0]["text"] == f"Example {MOST + 4}"


FOUND = [
    example(1, "Schools", lesson="Ask the purchasers early"),
    example(2, "Purchasers meet", lesson="Coffee helps"),
    example(3, "Åkerier", what='Say "no" to cash'),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("purchasers", [2, 1]),
        ("PURCH early", [1]),
        ("åker", [3]),
        ("aker", []),
        ('"no" cash', [3]),
        ("coffee OR", []),
        ("north", [2, 1, 3]),
        ("", [1, 2, 3]),
        ('"', [1, 2, 3]),
        ("* ^ (", []),
    ],
)
def test_words_find_what_holds_them(words: str, expected: list[int]) -> None:
    assert [int(one.id, 16) for one in search(FOUND, words)] == expected


def test_nothing_is_found_where_there_is_nothing() -> None:
    assert search((), "zebra") == []
