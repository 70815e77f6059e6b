"""Networks in the file: kept apart, carried from meeting to meeting, recorded in between."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.meetings import AREAS, BEGIN, Gathering, agenda, gathering, step
from tests.networks import at, measure, source
from workshop.beginning import NewMeeting, create
from workshop.domain.contact import Contact
from workshop.domain.event import Patched
from workshop.domain.meeting import Meeting
from workshop.domain.network import old_id
from workshop.domain.party import KindOfParty, ListedParty
from workshop.domain.record import CardKept, KindsSet, NetworkDescribed, PartyListed
from workshop.domain.refused import Occupied, Refused
from workshop.domain.words import LANGUAGES, Texts
from workshop.store.database import migrations
from workshop.store.lock import hold
from workshop.store.log import append
from workshop.store.shelf import VERSION
from workshop.store.store import Store

LATER = BEGIN + timedelta(days=100)
STEPS = (AREAS, step("measures"), step("responsibility"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A file in which the network North has met once and promised two things."""
    with gathering(tmp_path, *STEPS) as meeting:
        promised(meeting)
    opened = Store(tmp_path / "workshop.db")
    yield opened
    opened.close()


def promised(meeting: Gathering) -> None:
    meeting.join("anna", "bo").write("anna", "areas", "Controls")
    area = meeting.card("Controls")
    meeting.go("measures").write("", area, "Meet monthly", "Visit sites")
    meeting.go("responsibility")
    one = meeting.card("Meet monthly")
    meeting.lead("assign", measure=one, responsible="Kari Nordmann, NAV", deadline="2026-05-01")
    meeting.lead("end")


def again(store: Store, network: str = "north") -> Meeting:
    """The next meeting of a network."""
    new = NewMeeting(agendas=(agenda(*STEPS),), network=network)
    return store.load(create(store, new, LATER))


def north(store: Store) -> str:
    return store.networks.find("North").id


def recorded(store: Store, *events: CardKept | PartyListed | KindsSet | NetworkDescribed) -> None:
    store.networks.record(north(store), events, LATER)


def test_the_next_meeting_opens_with_what_was_promised(store: Store) -> None:
    meeting = again(store)
    told = {card.text: card for card in meeting.deck("measures")}
    assert set(told) == {"Meet monthly", "Visit sites"}
    first = told["Meet monthly"]
    assert first.value("area_text") == "Controls"
    assert first.value("origin_date") == "2026-03-05"
    assert meeting.names.values() == {"Kari Nordmann"} or "Kari Nordmann" in meeting.names.values()
    assert meeting.network == "North"
    assert first.id in meeting.carried


def test_what_is_done_is_not_carried_but_kept(store: Store) -> None:
    register = store.networks.register(north(store))
    done = next(kept.card.id for kept in register.measures if kept.card.text == "Visit sites")
    recorded(store, CardKept(card=done, deck="measures", values={"status": "done"}))
    assert [card.text for card in again(store).deck("measures")] == ["Meet monthly"]
    whole = store.networks.standing(north(store), date(2026, 9, 1))
    assert {card.text for card in whole.deck("measures")} == {"Meet monthly", "Visit sites"}
    assert "Kari Nordmann" in whole.names.values()


def test_another_network_carries_nothing(store: Store) -> None:
    south = again(store, "South")
    assert south.deck("measures") == []
    assert south.names == {}
    assert store.networks.names() == ["North", "South"]
    assert store.networks.register(store.networks.find("South").id).measures == []


def test_a_meeting_of_no_network_keeps_and_carries_nothing(store: Store) -> None:
    with_measure = again(store, "")
    assert with_measure.deck("measures") == []
    assert again(store, "").deck("measures") == []
    assert store.networks.names() == ["North"]


def test_a_measure_of_an_earlier_meeting_is_not_taken_away(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as first:
        promised(first)
    with gathering(tmp_path, *STEPS, seed=2) as second:
        second.go("measures")
        card = second.card("Meet monthly")
        with pytest.raises(Refused) as refused:
            second.lead("edit", card=card, text="")
        assert "Dropped" in str(refused.value.words)
        assert card in second.meeting.cards


def test_the_network_tells_the_meeting_its_kinds_and_parties(store: Store) -> None:
    kinds = (KindOfParty(key="guard", name=Texts(sv="Vakt", nb="Vakt", nn="Vakt", en="Guard")),)
    guard = ListedParty(organisation="Guards AB", kind="guard")
    recorded(store, KindsSet(kinds=kinds), PartyListed(party=guard))
    meeting = again(store)
    assert meeting.kinds == kinds
    assert meeting.parties[0] == guard
    assert {party.organisation for party in meeting.parties if not party.expected} >= {"Org 0"}


def test_a_name_changed_later_is_the_meetings_name_too(store: Store) -> None:
    recorded(store, NetworkDescribed(name="North-East", region="N", language="nb"))
    assert store.networks.names() == ["North-East"]
    assert {kept.network for kept in store.meetings()} == {"North-East"}
    assert again(store, "North-East").region == "N"
    with pytest.raises(Refused):
        store.networks.find("North ")


def test_between_meetings_is_refused_while_one_is_open(store: Store) -> None:
    meeting = again(store)
    lock = hold(store.file, meeting.id)
    try:
        with pytest.raises(Occupied):
            recorded(store, NetworkDescribed(name="Other"))
    finally:
        lock.release()
    recorded(store, NetworkDescribed(name="Other"))
    assert store.networks.names() == ["Other"]


def test_contacts_are_known_by_name(store: Store) -> None:
    contact = Contact("p1", "Ola Hansen", "ola@skv.example")
    store.networks.record(north(store), [], LATER, [contact])
    assert store.networks.contacts(north(store)) == {"p1": contact}
    assert store.networks.people(north(store))["p1"] == "Ola Hansen"


def test_a_file_from_before_networks_had_ids_is_brought_along(tmp_path: Path) -> None:
    file = tmp_path / "workshop.db"
    old(file)
    store = Store(file)
    network = store.networks.find("North")
    assert (network.id, network.region, network.language) == (old_id("North"), "Nordland", "nb")
    kept = store.meeting("m1")
    assert (kept.network_id, kept.keep_until) == (network.id, "2028-03-05")
    assert store.networks.register(network.id).kept["a"].card.text == "Meet monthly"
    assert again(store).deck("measures")[0].id == "a"
    store.close()
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_two_computers_agree_on_an_old_network(tmp_path: Path) -> None:
    found = []
    for name in ("one.db", "two.db"):
        old(tmp_path / name)
        with closing(Store(tmp_path / name)) as store:
            found.append(store.networks.records(store.networks.find("North").id))
    assert found[0] == found[1]


def old(file: Path) -> None:
    """A file as the first version left it, with one meeting."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        db = Database(connection)
        migrations.apply(db, stop_before="networks_with_ids")
        db.execute("PRAGMA user_version = 1")
        db["networks"].insert({"name": "North", "region": "Nordland", "language": "nb"})
        title = json.dumps({language: "M" for language in LANGUAGES})
        db["meetings"].insert(
            {
                "id": "m1",
                "network": "North",
                "title": title,
                "date": "2026-03-05",
                "ended": 1,
                "port": 0,
                "secret": "s",
            }
        )
        append(db, "m1", source("m1", 0, measure("a")).entries)
        db.execute("update log set event = replace(event, '\"network_id\":\"abc\",', '')")


def test_forty_meetings_are_one_register(store: Store) -> None:
    """Two hundred measures that move through forty meetings of three hundred entries."""
    network = north(store)
    for number in range(40):
        facts = [measure(f"f{number:03}{n:08x}") for n in range(5)]
        moved = [
            Patched(card=facts[n % 5].card, values={"status": "under_way", "note": f"Line {n}"})
            for n in range(293)
        ]
        log = source(f"x{number}", number, *facts, *moved).entries
        row = {"id": f"x{number}", "network": "North", "network_id": network, "date": at(number)}
        told = {"title": "{}", "ended": 1, "port": 0, "secret": "", "keep_until": ""}
        store._db["meetings"].insert(row | told | {"texts_erased": ""})
        append(store._db, f"x{number}", log)
    assert len(store.networks.register(network).measures) == 202
