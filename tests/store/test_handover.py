"""What is handed over arrives whole, once, in any order; what is removed stays removed."""

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meetings import AREAS, BEGIN, Gathering, gathering, step
from workshop.domain.contact import Contact
from workshop.domain.event import Entry, Patched, Started
from workshop.domain.parcel import Log, Parcel
from workshop.domain.party import ListedParty
from workshop.domain.record import CardKept, NetworkDescribed, PartyListed
from workshop.domain.refused import Occupied, Refused
from workshop.store.lock import hold
from workshop.store.portable import read_file, write_file
from workshop.store.store import Store
from workshop.store.taking import Taken

STEPS = (step("introductions"), AREAS, step("measures"), step("responsibility"), step("statuses"))
LATER = BEGIN + timedelta(days=30)
SECRET = "Absent Andersson"


def meet(folder: Path, seed: int, *, end: bool = True) -> str:
    """One more meeting of the network North: two promises, one of them with an owner."""
    with gathering(folder, *STEPS, seed=seed) as meeting:
        meeting._lines = count(seed * 1000)
        meeting.lead("absent", absent=SECRET)
        meeting.join(f"anna{seed}", name=f"Anna {seed}").go("areas")
        meeting.write(f"anna{seed}", "areas", f"Area {seed}")
        promise(meeting, seed)
        if end:
            meeting.lead("end")
        return meeting.id


def promise(meeting: Gathering, seed: int) -> None:
    area = meeting.card(f"Area {seed}")
    meeting.go("measures").write("", area, f"Meet {seed}", f"Visit {seed}")
    meeting.go("responsibility")
    one = meeting.card(f"Meet {seed}")
    meeting.lead("assign", measure=one, responsible="Kari Nordmann, NAV", deadline="2026-05-01")


def north(store: Store) -> str:
    return store.networks.find("North").id


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    with closing(Store(folder / "workshop.db")) as store:
        yield store


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Parcel:
    """Three meetings of a network, and what was recorded in between."""
    folder = tmp_path_factory.mktemp("whole")
    for seed in (1, 2, 3):
        meet(folder, seed)
    with opened(folder) as store:
        done = store.networks.register(north(store)).measures[0].card.id
        events = [
            CardKept(card=done, deck="measures", values={"status": "done", "note": "Met"}),
            PartyListed(party=ListedParty(organisation="NAV", kind="authority", contact="p1")),
        ]
        store.networks.record(north(store), events, LATER, [Contact("p1", "Per", "555")])
        return store.handover.network(north(store))


def state(store: Store, network: str) -> object:
    """Everything that a network is, but for addresses."""
    rows = [(m.id, m.network, m.ended, m.date, m.keep_until) for m in store.meetings()]
    parcel = store.handover.network(network)
    return (
        store.networks.register(network),
        store.networks.get(network),
        store.networks.people(network),
        sorted(parcel.records[network], key=lambda record: record.id),
        {log.meeting: log.entries for log in parcel.logs},
        sorted(rows),
    )


def taken(folder: Path, *parcels: Parcel) -> object:
    with opened(folder) as store:
        for parcel in parcels:
            store.handover.take_in(parcel)
        return state(store, next(iter(parcels[0].records)))


def test_it_arrives_whole_and_only_once(whole: Parcel, tmp_path: Path) -> None:
    file = tmp_path / "north.workshop.jsonl"
    write_file(whole, file)
    with opened(tmp_path) as store:
        came = store.handover.take_in(read_file(file))
        assert (len(came.new), came.records, came.conflicts) == (3, 3, ())
        network = next(iter(whole.records))
        assert store.handover.network(network).logs == tuple(
            sorted(whole.logs, key=lambda log: [one.id for one in came.new].index(log.meeting))
        )
        before = state(store, network)
        again = store.handover.take_in(read_file(file))
        assert again == Taken()
        assert again.is_nothing and state(store, network) == before


def test_what_was_taken_in_can_be_continued(whole: Parcel, tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.handover.take_in(whole)
    meet(tmp_path, 4)
    with opened(tmp_path) as store:
        last = store.load(store.meetings()[0].id)
        assert "Visit 1" in {card.text for card in last.deck("measures")}
        assert {one.meeting for one in last.earlier} == {log.meeting for log in whole.logs}


def parts(whole: Parcel, chance: random.Random) -> list[Parcel]:
    """The parcel in pieces: beginnings of logs, some records each, all of it at least once."""
    network, records = next(iter(whole.records.items()))
    named = tuple(r for r in records if isinstance(r.event, NetworkDescribed))
    pieces = []
    for log in whole.logs:
        for length in {chance.randint(1, len(log.entries)), len(log.entries)}:
            some = tuple(r for r in records if chance.random() < 0.5)
            cut = replace(log, entries=log.entries[:length])
            pieces.append(Parcel(logs=(cut,), records={network: (*named, *some)}))
    pieces += [whole] if chance.random() < 0.3 else [Parcel(records=whole.records)]
    pieces.append(Parcel(records=whole.records, contacts=whole.contacts))
    chance.shuffle(pieces)
    return pieces


@pytest.fixture(scope="module")
def expected(whole: Parcel, tmp_path_factory: pytest.TempPathFactory) -> object:
    return taken(tmp_path_factory.mktemp("expected"), whole)


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_neither_order_nor_splitting_matters(whole: Parcel, expected: object, seed: int) -> None:
    with TemporaryDirectory() as folder:
        assert taken(Path(folder), *parts(whole, random.Random(seed))) == expected


def grown(log: Log, *texts: str) -> Log:
    """The log with further entries, as if the meeting had gone on somewhere."""
    entries = list(log.entries)
    card = next(e.event.card for e in entries if e.event.kind == "put" and e.event.deck == "areas")
    for text in texts:
        number = len(entries) + 1
        event = Patched(card=card, values={"text": text})
        entries.append(Entry(number=number, at=entries[-1].at, by="", first=number, event=event))
    return replace(log, entries=tuple(entries))


def test_a_longer_log_extends_and_a_shorter_one_takes_nothing(
    whole: Parcel, tmp_path: Path
) -> None:
    longer = replace(whole, logs=(grown(whole.logs[0], "Said later"), *whole.logs[1:]))
    with opened(tmp_path) as store:
        store.handover.take_in(whole)
        came = store.handover.take_in(longer)
        assert [one.id for one in came.longer] == [whole.logs[0].meeting]
        assert store.handover.take_in(whole).is_nothing
        texts = {card.text for card in store.load(whole.logs[0].meeting).cards.values()}
        assert "Said later" in texts


def test_two_ways_on_are_named_and_ours_stays(whole: Parcel, tmp_path: Path) -> None:
    ours = replace(whole, logs=(grown(whole.logs[0], "Ours"), *whole.logs[1:]))
    theirs = grown(whole.logs[0], "Theirs", "More")
    moved = theirs.entries[-2].model_copy(update={"at": LATER.isoformat()})
    theirs = replace(theirs, entries=(*theirs.entries[:-2], moved, theirs.entries[-1]))
    with opened(tmp_path) as store:
        store.handover.take_in(ours)
        before = state(store, next(iter(whole.records)))
        came = store.handover.take_in(replace(whole, logs=(theirs, *whole.logs[1:])))
        assert [one.id for one in came.conflicts] == [whole.logs[0].meeting]
        assert came.is_nothing
        assert state(store, next(iter(whole.records))) == before


def test_names_stay_out_on_wish(whole: Parcel, tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.handover.take_in(whole)
        file = tmp_path / "north.workshop.jsonl"
        write_file(store.handover.network(next(iter(whole.records)), names=False), file)
    for name in ("Anna 1", "Kari Nordmann", "Per", SECRET):
        assert name.encode() not in file.read_bytes()
    with opened(tmp_path / "other") as store:
        store.handover.take_in(read_file(file))
        assert store.networks.people(next(iter(whole.records))) == {}
        came = store.handover.take_in(whole)
        assert came.names == len(store.networks.people(next(iter(whole.records))))
        assert not came.conflicts


def there(folder: Path, text: str) -> bool:
    return any(text.encode() in file.read_bytes() for file in folder.glob("workshop.db*"))


def test_a_removed_text_does_not_come_back(whole: Parcel, tmp_path: Path) -> None:
    network = next(iter(whole.records))
    with opened(tmp_path) as store:
        store.handover.take_in(replace(whole, logs=whole.logs[:2]))
        card = next(
            kept.card.id
            for kept in store.networks.register(network).measures
            if kept.card.text == "Visit 1"
        )
        store.erasing.text(network, card, LATER)
        store.handover.take_in(whole)
    assert not there(tmp_path, "Visit 1")
    assert there(tmp_path, "Visit 3")


def test_removing_follows_to_where_it_was_handed(whole: Parcel, tmp_path: Path) -> None:
    network, meeting = next(iter(whole.records)), whole.logs[0].meeting
    here, away = tmp_path / "here", tmp_path / "away"
    with opened(here) as store, opened(away) as other:
        store.handover.take_in(whole)
        other.handover.take_in(whole)
        store.erasing.names(meeting, LATER)
        store.erasing.texts(meeting, LATER)
        card = store.networks.register(network).measures[-1].card.id
        store.erasing.text(network, card, LATER)
        came = other.handover.take_in(store.handover.network(network))
        assert [one.id for one in came.longer] == [meeting]
        assert other.handover.take_in(whole).is_nothing
        assert state(store, network) == state(other, network)
        store.handover.take_in(whole)
    for folder in (here, away):
        assert not there(folder, "Anna 1")
        assert not there(folder, "Visit 3")
        assert there(folder, "Anna 2")


def test_an_erased_person_does_not_come_back(whole: Parcel, tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.handover.take_in(whole)
        store.erasing.person("anna1", LATER)
        store.handover.take_in(whole)
    assert not there(tmp_path, "Anna 1")


def test_a_running_meeting_is_never_touched(whole: Parcel, tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.handover.take_in(replace(whole, logs=whole.logs[:1]))
        lock = hold(store.file, whole.logs[0].meeting)
        with pytest.raises(Occupied, match="Nothing was taken in"):
            store.handover.take_in(whole)
        lock.release()
        assert len(store.handover.take_in(whole).new) == 2


def test_ballots_of_an_open_round_stay_here(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, step("vote", deck="areas")) as meeting:
        meeting.join("anna").write("anna", "areas", "One", "Two")
        meeting.go("vote").lead("open").vote("anna", "One")
        with opened(tmp_path) as store:
            parcel = store.handover.meeting(meeting.id)
    kinds = {entry.event.kind for entry in parcel.logs[0].entries}
    assert "vote_opened" in kinds and "cast" not in kinds
    with opened(tmp_path / "other") as store:
        store.handover.take_in(parcel)
        assert not store.load(parcel.logs[0].meeting).box


def test_a_meeting_without_a_network_can_be_handed_over(whole: Parcel, tmp_path: Path) -> None:
    log = whole.logs[0]
    started = log.entries[0].event
    assert isinstance(started, Started)
    lonely = started.model_copy(update={"network": "", "network_id": ""})
    first = log.entries[0].model_copy(update={"event": lonely})
    alone = replace(log, network="", entries=(first, *log.entries[1:]))
    with opened(tmp_path) as store:
        assert len(store.handover.take_in(Parcel(logs=(alone,))).new) == 1
        assert store.handover.meeting(log.meeting).logs[0] == alone


def spoilt(log: Log, what: str) -> Log:
    first, *rest = log.entries
    event = first.event
    assert isinstance(event, Started)
    if what == "gap":
        return replace(log, entries=(first, *rest[1:]))
    if what == "beginning":
        return replace(log, entries=tuple(rest))
    if what == "none":
        return replace(log, entries=())
    if what == "time":
        return replace(log, entries=(first.model_copy(update={"at": "soon"}), *rest))
    change = {
        "settings": {"points": (event.points[0].model_copy(update={"settings": "{}"}),)},
        "agenda": {"points": ()},
        "date": {"date": "some day"},
        "network": {"network_id": "somewhere"},
    }[what]
    return replace(
        log, entries=(first.model_copy(update={"event": event.model_copy(update=change)}), *rest)
    )


@pytest.mark.parametrize(
    "what", ["gap", "beginning", "none", "time", "settings", "agenda", "date", "network"]
)
def test_what_cannot_be_worked_with_is_refused(whole: Parcel, tmp_path: Path, what: str) -> None:
    logs = (*whole.logs[:2], spoilt(whole.logs[2], what))
    with opened(tmp_path) as store:
        with pytest.raises(Refused, match="Nothing was changed here"):
            store.handover.take_in(replace(whole, logs=logs))
        assert store.meetings() == [] and store.networks.all() == []


def test_nobody_writes_over_what_another_meeting_promised(whole: Parcel, tmp_path: Path) -> None:
    """A meeting that puts a card of somebody else's anew is none that the program made."""
    theft = replace(whole.logs[2], meeting="0123456789", entries=whole.logs[0].entries)
    with opened(tmp_path) as store:
        store.handover.take_in(whole)
        before = state(store, next(iter(whole.records)))
        with pytest.raises(Refused):
            store.handover.take_in(replace(whole, logs=(theft,)))
        assert state(store, next(iter(whole.records))) == before


def test_networks_that_share_a_name_are_told(whole: Parcel, tmp_path: Path) -> None:
    meet(tmp_path, 9)
    with opened(tmp_path) as store:
        assert store.handover.take_in(whole).namesakes == ("North",)
