"""What is removed is gone: from the file, from every meeting, and when handed over again."""

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.meetings import AREAS, BEGIN, CLEAN, RESULT, VOTE, agenda, gathering, step
from workshop.beginning import NewMeeting, create
from workshop.domain.contact import Contact
from workshop.domain.event import Entry, Redacted
from workshop.domain.fold import apply
from workshop.domain.meeting import Meeting
from workshop.domain.record import CardKept, CardRedacted, PersonErased
from workshop.domain.refused import Occupied
from workshop.domain.retention import proposed
from workshop.room import Room
from workshop.store.database import scrub
from workshop.store.erasing import enforce
from workshop.store.lock import hold
from workshop.store.store import Store

LATER = BEGIN + timedelta(days=100)
STEPS = (
    step("introductions"),
    AREAS,
    CLEAN,
    VOTE,
    RESULT,
    step("measures", vote="vote"),
    step("responsibility"),
    step("followup"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A network that met twice: what the first meeting promised stands in the second, too."""
    with gathering(tmp_path, *STEPS) as meeting:
        meeting.lead("absent", absent="Absent Andersson")
        meeting.join("anna", name="Anna Hemlig").go("areas")
        meeting.write("anna", "areas", "Chosen area", "Spoken aside", "Another aside")
        meeting.go("vote").lead("open").vote("anna", "Chosen area").lead("close").lead("reveal")
        meeting.go("measures").write("anna", meeting.card("Chosen area"), "Promised thing")
        meeting.go("responsibility")
        measure = meeting.card("Promised thing")
        meeting.lead("assign", measure=measure, responsible="Kari Nordmann, NAV")
        meeting.go("followup").lead("agree", form="Agreed form").lead("end")
    opened = Store(tmp_path / "workshop.db")
    again(opened)
    yield opened
    opened.close()


def again(store: Store) -> Meeting:
    new = NewMeeting(agendas=(agenda(*STEPS),), network="North")
    return store.load(create(store, new, LATER))


def first(store: Store) -> str:
    return store.meetings()[-1].id


def north(store: Store) -> str:
    return store.networks.find("North").id


def there(store: Store, text: str) -> bool:
    """Whether a text stands anywhere in the file or its journal."""
    files = store.file.parent.glob("workshop.db*")
    return any(text.encode() in file.read_bytes() for file in files)


def measure(store: Store) -> str:
    return store.networks.register(north(store)).measures[0].card.id


def test_a_text_is_gone_from_every_meeting_and_record(store: Store) -> None:
    card = measure(store)
    kept = CardKept(card=card, deck="measures", values={"note": "Promised thing goes well"})
    store.networks.record(north(store), [kept], LATER)
    store.erasing.text(north(store), card, LATER)
    assert not there(store, "Promised thing")
    (found,) = store.networks.register(north(store)).measures
    assert found.card.redacted
    assert found.measure.responsible is not None
    for meeting in store.meetings():
        assert store.load(meeting.id).cards[card].redacted
    told = [record.event for record in store.networks.records(north(store))]
    assert CardRedacted(card=card) in told


def test_a_text_removed_in_a_running_meeting_is_gone_from_the_others(store: Store) -> None:
    card, meeting = measure(store), store.meetings()[0].id
    room = Room(store, meeting)
    asyncio.run(lead(room, card))
    assert not there(store, "Promised thing")
    assert store.load(first(store)).cards[card].redacted


async def lead(room: Room, card: str) -> None:
    await room.lead("redact", {"card": [card]})
    await room.close()


def test_the_words_of_an_area_go_from_what_was_carried(store: Store) -> None:
    assert there(store, "Chosen area")
    meeting = store.load(first(store))
    area = next(card.id for card in meeting.cards.values() if card.text == "Chosen area")
    store.erasing.text(north(store), area, LATER)
    assert not there(store, "Chosen area")


def test_a_person_is_gone_everywhere(store: Store) -> None:
    people = store.networks.people(north(store))
    (kari,) = [person for person, name in people.items() if name == "Kari Nordmann"]
    store.networks.record(north(store), [], LATER, [Contact(kari, "Kari Nordmann", "kari@x.no")])
    store.erasing.person(kari, LATER)
    assert not there(store, "Kari Nordmann")
    assert not there(store, "kari@x.no")
    assert kari not in store.networks.people(north(store))
    told = [record.event for record in store.networks.records(north(store))]
    assert PersonErased(person=kari) in told


def test_the_names_of_one_meeting(store: Store) -> None:
    store.erasing.names(first(store), LATER)
    assert not there(store, "Anna Hemlig")
    assert not there(store, "Absent Andersson")
    assert store.load(first(store)).names == {}
    assert there(store, "Kari Nordmann")  # carried to the second meeting, where she is responsible


def test_the_raw_texts_of_one_meeting(store: Store) -> None:
    store.erasing.texts(first(store), LATER)
    for text in ("Spoken aside", "Another aside"):
        assert not there(store, text)
    for text in ("Chosen area", "Promised thing", "Agreed form"):
        assert there(store, text)
    assert len(store.networks.register(north(store)).measures) == 1


def test_a_meeting_is_due_until_it_is_erased(store: Store) -> None:
    day = proposed(BEGIN.date())
    assert store.erasing.due(day - timedelta(days=1)) == []
    (due,) = store.erasing.due(day)
    assert (due.meeting, due.names, due.texts) == (first(store), 2, True)
    store.erasing.names(first(store), LATER)
    store.erasing.texts(first(store), LATER)
    assert store.erasing.due(day) == []


def test_another_day_can_be_chosen(store: Store) -> None:
    store.erasing.keep_until(first(store), date(2026, 4, 1))
    assert [due.meeting for due in store.erasing.due(date(2026, 4, 1))] == [first(store)]
    store.erasing.keep_until(first(store), None)
    assert store.erasing.due(date(2027, 4, 1)) == []


def test_is_refused_while_the_meeting_is_open(store: Store) -> None:
    lock = hold(store.file, first(store))
    try:
        with pytest.raises(Occupied):
            store.erasing.names(first(store), LATER)
        assert there(store, "Anna Hemlig")
    finally:
        lock.release()


def test_what_comes_back_from_elsewhere_is_removed_again(store: Store) -> None:
    """A copy of the first meeting from before its text and its name were removed."""
    card, other = measure(store), first(store)
    copy = [dict(row) for row in store._db.query("select * from log where meeting = ?", [other])]
    people = [
        dict(row) for row in store._db.query("select * from people where meeting = ?", [other])
    ]
    (kari,) = {str(row["person"]) for row in people if row["name"] == "Kari Nordmann"}
    store.erasing.text(north(store), card, LATER)
    store.erasing.person(kari, LATER)
    store._db["log"].upsert_all(copy, pk=("meeting", "number"))
    store._db["people"].upsert_all(people, pk=("meeting", "person"))
    assert there(store, "Promised thing") and there(store, "Kari Nordmann")
    enforce(store._db, north(store))
    scrub(store._db)
    assert not there(store, "Promised thing")
    assert not there(store, "Kari Nordmann")
    assert there(store, "Anna Hemlig")


def test_a_running_meeting_is_as_another_program_would_find_it(store: Store) -> None:
    room = Room(store, store.meetings()[0].id)
    area = str(room.meeting.deck("measures")[0].values["area"])
    meeting = store.load(first(store))
    assert meeting.cards[area].text == "Chosen area"
    event = Redacted(card=area)
    entry = Entry(number=3, at=LATER.isoformat(), by="", first=3, event=event)
    told = apply(room.meeting, entry)
    assert told.deck("measures")[0].value("area_text") == ""
    assert "Chosen area" not in repr(told)
    asyncio.run(room.close())
