"""A folder rolled up: each thing once, counted as anybody would count it again by hand."""

import json
import random
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

import bench_rollup
from tests.export.reading import check_accessible, headings, opened, text
from tests.meetings import AREAS, BEGIN, CLEAN, EXAMPLES, RESULT, VOTE, Gathering, gathering, step
from workshop import rollups
from workshop.domain.gathering import Gathered
from workshop.domain.parcel import Parcel
from workshop.domain.refused import Refused
from workshop.domain.rolling import rolled
from workshop.domain.rollup import RollUp
from workshop.domain.summary import Header
from workshop.export.options import Options
from workshop.store.portable import ENDING, read_header, write_file
from workshop.store.store import Store

TODAY = date(2026, 11, 21)
STEPS = (
    *(step("introductions"), AREAS, CLEAN, VOTE, RESULT),
    *(step("measures", vote="vote"), step("responsibility"), EXAMPLES, step("pulse")),
)


def played(folder: Path) -> Parcel:
    """A meeting of five people with two votes cast, a measure, two examples and a pulse."""
    with gathering(folder, *STEPS) as meeting:
        people = ("anna", "bo", "cecilia", "dag", "eva")
        meeting.join(*people[:3]).join(*people[3:], party="authority").go("areas")
        meeting.write("anna", "areas", "Undeclared work", "Rogue hiring")
        meeting.go("vote").lead("open")
        meeting.vote("anna", "Undeclared work").vote("bo", "Undeclared work")
        meeting.lead("close").lead("reveal")
        meeting.go("measures").write("bo", meeting.card("Undeclared work"), "Visit sites", "Meet")
        meeting.go("responsibility")
        measure = meeting.card("Visit sites")
        meeting.lead("assign", measure=measure, responsible="Org 0", deadline="2026-05-01")
        examples(meeting)
        pulse(meeting, people)
        meeting.lead("end")
    store = Store(folder / "workshop.db")
    parcel = store.handover.network(store.networks.find("North").id)
    store.close()
    return parcel


def examples(meeting: Gathering) -> None:
    meeting.go("examples").fill("anna", text="Site cards", lesson="Ask", consent="yes")
    meeting.fill("bo", text="Kept at home", consent="no")
    meeting.fill("bo", text="Not asked yet", consent="ask")


def pulse(meeting: Gathering, people: tuple[str, ...]) -> None:
    meeting.go("pulse").lead("open")
    for place, person in enumerate(people):
        answers = {"pulse-together": str(place + 1), "stamp": meeting.stamp()}
        few = {"pulse-own": "5"} if place < 4 else {}
        meeting.send(person, answers | few)
    meeting.lead("close").lead("reveal")


@pytest.fixture(scope="module")
def parcel(tmp_path_factory: pytest.TempPathFactory) -> Parcel:
    return played(tmp_path_factory.mktemp("played"))


@pytest.fixture(scope="module")
def drive(tmp_path_factory: pytest.TempPathFactory, parcel: Parcel) -> Path:
    """A shared drive: forty meetings of many regions, and the one that was played."""
    folder = tmp_path_factory.mktemp("drive")
    for number in range(40):
        bench_rollup._file(number, folder)
    write_file(parcel, folder / f"north{ENDING}")
    return folder


def header(folder: Path, parcel: Parcel) -> Header:
    file = folder / f"one{ENDING}"
    write_file(parcel, file)
    return read_header(file)


def test_the_summary_of_a_meeting(parcel: Parcel, tmp_path: Path) -> None:
    told = header(tmp_path, parcel)
    one, network = told.meetings[0], told.networks[0]
    assert one.figures.present == {"authority": 3, "employer": 1, "union": 1}
    assert one.missing == ("municipality",)
    assert one.figures.contributions == {"authority": 3, "employer": 2}
    assert one.figures.owned == {"authority": 1, "": 1}
    assert [(v.present, v.voted) for v in one.votings] == [(5, 2)]
    assert [(a.text, a.votes, a.chosen) for a in one.areas] == [("Undeclared work", 2, True)]
    assert [(p.key, p.answers, p.total) for p in one.pulse] == [("together", 5, 15)]
    measure = next(m for m in network.measures if m.text == "Visit sites")
    assert (measure.area, measure.owner, measure.deadline) == (
        "Undeclared work",
        "authority",
        "2026-05-01",
    )
    assert {e.text for e in network.examples if e.text} == {"Site cards"}


def test_no_name_and_nothing_kept_back_is_told(parcel: Parcel, tmp_path: Path) -> None:
    line = header(tmp_path, parcel).model_dump_json()
    for kept in ("anna", "Kept at home", "Not asked yet"):
        assert kept not in line


def test_a_meeting_counts_as_anybody_would_count(drive: Path) -> None:
    found = rollups.roll_up(drive, TODAY)
    told = [read_header(file) for file in drive.iterdir()]
    assert found.files == found.meetings == len(told) == 41
    measures = [m for one in told for network in one.networks for m in network.measures]
    assert found.states.measures == len(measures)
    assert found.states.done == sum(m.status == "done" for m in measures)
    left = [m for m in measures if m.status not in ("done", "dropped")]
    late = [m for m in left if m.deadline and date.fromisoformat(m.deadline) < TODAY]
    assert found.states.overdue == len(late)
    present: Counter[str] = Counter()
    for one in told:
        present.update(one.meetings[0].figures.present)
    everybody: Counter[str] = Counter()
    for region in found.regions:
        everybody.update(region.balance.present)
    assert everybody == present
    names = [region.region for region in found.regions]
    assert names == sorted(names, key=str.casefold) and len(names) == 31
    assert sum(one.states.measures for one in found.areas_of_plan) == len(measures)


def gathered(headers: list[Header]) -> RollUp:
    found = Gathered()
    for one in headers:
        found.add(one)
    return rolled(found, TODAY).model_copy(update={"files": 0})


@given(st.integers(0, 10_000))
def test_order_and_copies_mean_nothing(drive: Path, seed: int) -> None:
    told = [read_header(file) for file in sorted(drive.iterdir())[:12]]
    expected = gathered(told)
    chance = random.Random(seed)
    again = [*told, *chance.choices(told, k=5)]
    chance.shuffle(again)
    assert gathered(again) == expected


def test_the_newest_counts_and_what_was_removed_is_not_told(tmp_path: Path) -> None:
    early = played(tmp_path / "store")
    before = header(tmp_path, early)
    store = Store(tmp_path / "store" / "workshop.db")
    network = store.networks.find("North").id
    cards = {card.text: card.id for card in store.load(early.logs[0].meeting).cards.values()}
    store.erasing.text(network, cards["Undeclared work"], BEGIN)
    store.erasing.text(network, cards["Site cards"], BEGIN)
    late = header(tmp_path, store.handover.network(network))
    store.close()
    for order in ([before, late], [late, before]):
        found = gathered(order)
        assert found.meetings == 1 and found.states.measures == 2
        assert not found.top_areas and not found.examples
    assert gathered([before]).top_areas[0].text == "Undeclared work"


def test_a_longer_copy_of_a_meeting_counts(parcel: Parcel, tmp_path: Path) -> None:
    log = parcel.logs[0]
    short = replace(parcel, logs=(replace(log, entries=log.entries[:9]),))
    both = [header(tmp_path, short), header(tmp_path, parcel)]
    assert gathered(both) == gathered(both[::-1])
    assert gathered(both).regions[0].voted == 2


def test_near_duplicates_are_only_suggested(tmp_path: Path) -> None:
    for number, area in enumerate(("Svart arbete", "Svartarbete", "Upphandling")):
        with gathering(tmp_path / str(number), AREAS, VOTE, RESULT, seed=number) as meeting:
            meeting.join("anna").write("anna", "areas", area)
            meeting.go("vote").lead("open").vote("anna", area).lead("close").lead("reveal")
            store = Store(tmp_path / str(number) / "workshop.db")
            write_file(store.handover.meeting(meeting.id), tmp_path / f"{number}{ENDING}")
            store.close()
    found = rollups.roll_up(tmp_path, TODAY)
    assert len(found.top_areas) == 3
    assert [set(pair) for pair in found.alike] == [{"Svart arbete", "Svartarbete"}]


def test_what_cannot_be_read_is_named_and_left_out(drive: Path, tmp_path: Path) -> None:
    (tmp_path / f"spoilt{ENDING}").write_text("nothing of ours")
    with pytest.raises(Refused, match="no folder"):
        rollups.roll_up(tmp_path / "nowhere", TODAY)
    (tmp_path / "bare").mkdir()
    with pytest.raises(Refused, match="no files to roll up"):
        rollups.roll_up(tmp_path / "bare", TODAY)
    found = rollups.roll_up(tmp_path, TODAY)
    assert found.unread == (f"spoilt{ENDING}",) and found.meetings == 0


@pytest.mark.parametrize("language", ["sv", "nb", "nn", "en"])
def test_the_documents(drive: Path, tmp_path: Path, language: str) -> None:
    found = rollups.roll_up(drive, TODAY)
    word, sheets, data, schema = rollups.write(found, tmp_path, language, Options())  # type: ignore[arg-type]
    document = opened(word.read_bytes())
    assert "Site cards" in text(document) and "Undeclared work" in text(document)
    assert headings(document)[0][0] == 1
    check_accessible(word.read_bytes())
    book = CalamineWorkbook.from_filelike(BytesIO(sheets.read_bytes()))
    rows = book.get_sheet_by_index(0).to_python()
    assert len(rows) == len(found.regions) + 1
    told = json.loads(data.read_text())
    Draft202012Validator(json.loads(schema.read_text())).validate(told)
    assert RollUp.model_validate(told) == found


def test_an_empty_roll_up_is_still_a_document(tmp_path: Path) -> None:
    assert rollups.write(rolled(Gathered(), TODAY), tmp_path, "nn", Options())
