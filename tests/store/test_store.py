"""The file that keeps meetings: whole or not at all, and what happens when a disk refuses."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.meetings import AREAS, BEGIN, VOTE, Gathering, agenda, gathering
from workshop.beginning import NewMeeting, create
from workshop.domain.refused import NotSaved, Refused
from workshop.room import Room
from workshop.store.store import Store

ROOT = Path(__file__).parents[2]
FORM = {"party": ["union"], "organisation": ["Org"], "name": [""]}


def new(store: Store) -> str:
    return create(store, NewMeeting(agendas=(agenda(AREAS, VOTE),), network="North"), BEGIN)


def full(store: Store) -> None:
    """No page more than the file has now, as on a full disk."""
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}").fetchall()


def roomy(store: Store) -> None:
    store._db.execute("PRAGMA max_page_count = 1000000").fetchall()


def test_what_was_written_is_read(tmp_path: Path) -> None:
    store = Store(tmp_path / "workshop.db")
    meeting = new(store)
    assert [kept.id for kept in store.meetings()] == [meeting]
    assert store.networks.names() == ["North"]
    assert store.load(meeting).current == "areas"
    store.close()
    again = Store(tmp_path / "workshop.db")
    assert again.load(meeting).network == "North"
    again.close()


def test_an_unknown_meeting_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path / "workshop.db")
    with pytest.raises(Refused):
        store.load("nothing")
    store.close()


def test_a_full_disk_takes_nothing_and_loses_nothing(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna")
        full(meeting.store)
        before = meeting.meeting
        with pytest.raises(NotSaved) as refused:
            for _ in range(100):
                before = meeting.meeting
                meeting.write("anna", "areas", *(f"{n} " * 200 for n in range(5)))
                meeting.go("areas")
        assert refused.value.words
        assert meeting.meeting == before == meeting.store.load(meeting.id)
        roomy(meeting.store)
        meeting.write("anna", "areas", "It fits again")
        assert meeting.loaded() == meeting.meeting


def test_a_full_disk_while_a_round_closes_keeps_the_round_open(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna").write("anna", "areas", "A", "B", "C")
        meeting.go("vote").lead("open").vote("anna", "A")
        full(meeting.store)
        with pytest.raises(NotSaved):
            for _ in range(1_000):
                meeting.lead("more_1")
        with pytest.raises(NotSaved):
            meeting.lead("close")
        assert meeting.names()[0] == "close"
        assert meeting.store.load(meeting.id) == meeting.meeting
        roomy(meeting.store)
        meeting.lead("close")
        assert meeting.loaded() == meeting.meeting


def test_trouble_while_cleaning_up_does_not_unsay_what_is_kept(tmp_path: Path) -> None:
    """The journal cannot be emptied while somebody reads; the closing stands, and is cleaned up."""
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna").write("anna", "areas", "A", "B", "C")
        meeting.go("vote").lead("open").vote("anna", "A")
        (voter,) = meeting.meeting.box[meeting.stamp()]
        reader = sqlite3.connect(meeting.file, isolation_level=None)
        reader.execute("BEGIN")
        assert reader.execute("select count(*) from ballots").fetchone() == (1,)
        meeting.lead("close")
        assert meeting.loaded() == meeting.meeting
        reader.execute("COMMIT")
        reader.close()
        meeting.lead("more_1")
        assert not traces(meeting.file, voter)


def traces(file: Path, text: str) -> list[str]:
    """The files beside the database, and itself, that hold a text as bytes."""
    beside = sorted(file.parent.glob(f"{file.name}*"))
    return [one.name for one in beside if text.encode() in one.read_bytes()]


def test_an_unwritable_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for place in (tmp_path / "file" / "workshop.db", Path("/proc/none/workshop.db"), tmp_path):
        with pytest.raises(NotSaved) as refused:
            Store(place)
        assert "file" in refused.value.words.values  # type: ignore[union-attr]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_only_be_read_is_said(tmp_path: Path) -> None:
    Store(tmp_path / "workshop.db").close()
    (tmp_path / "workshop.db").chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(NotSaved):
            Store(tmp_path / "workshop.db")
    finally:
        tmp_path.chmod(0o700)


def refused_and_untouched(file: Path) -> str:
    before = file.read_bytes()
    with pytest.raises(Refused) as refused:
        Store(file)
    assert file.read_bytes() == before, "it was left as it is"
    return str(refused.value)


def test_something_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "workshop.db"
    file.write_text("This is a letter, and no database at all. " * 50)
    assert "damaged" in refused_and_untouched(file)


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "places.sqlite"
    other = sqlite3.connect(file)
    other.execute("create table bookmarks (id integer, title text)")
    other.commit()
    other.close()
    assert "not a workshop file" in refused_and_untouched(file)


def test_a_file_from_the_future_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "workshop.db"
    Store(file).close()
    other = sqlite3.connect(file)
    other.execute("PRAGMA user_version = 999")
    other.close()
    assert "newer version" in refused_and_untouched(file)


def test_a_torn_file_is_left_alone(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna")
        for _ in range(20):
            meeting.lead("particulars", place="x" * 190, reference="y" * 190)
            meeting.lead("particulars", place="y" * 190, reference="x" * 190)
        file, whole = meeting.file, 0
    data = bytearray(file.read_bytes())
    whole = len(data)
    for start in range(4096, whole, 4096):
        data[start : start + 600] = b"\xa5" * 600
    file.write_bytes(data)
    assert "damaged" in refused_and_untouched(file)


@pytest.mark.parametrize(
    "event", ["{}", "not json", '{"kind": "from the future"}', '{"kind": "entered"}']
)
def test_an_entry_that_cannot_be_read_is_said(tmp_path: Path, event: str) -> None:
    store = Store(tmp_path / "workshop.db")
    meeting = new(store)
    store._db.execute("update log set event = ? where number = 2", [event]).fetchall()
    with pytest.raises(Refused, match="damaged"):
        store.load(meeting)
    store.close()


def test_a_copy_made_while_running_is_whole(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna", "bo").write("anna", "areas", "A", "B", "C")
        meeting.store.backup(tmp_path / "copy.db")
        meeting.write("anna", "areas", "D")
        copy = Store(tmp_path / "copy.db")
        assert [card.text for card in copy.load(meeting.id).deck("areas")] == ["A", "B", "C"]
        copy.close()


def test_a_copy_from_another_program_while_somebody_writes(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        for person in ("anna", "bo", "cecilia"):
            meeting.join(person)
            other = Store(meeting.file)
            other.backup(tmp_path / f"{person}.db")
            other.close()
            copy = Store(tmp_path / f"{person}.db")
            assert copy.load(meeting.id) == meeting.meeting
            copy.close()


def test_two_programs_that_write_one_meeting_cannot_mix_it_up(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        other = Store(meeting.file)
        second = Room(other, meeting.id)
        meeting.join("anna")
        with pytest.raises(NotSaved):
            meeting.run(second.join("bo", FORM, "sv"))
        meeting.run(second.close())
        other.close()
        assert meeting.loaded() == meeting.meeting


WRITER = """
import asyncio, sys
from pathlib import Path
from workshop.room import Room
from workshop.store.store import Store

FORM = {"party": ["union"], "organisation": ["Org"], "name": [""]}

async def main(file, meeting):
    store = Store(Path(file))
    room = Room(store, meeting)
    async def one(n):
        await room.join(f"person{n}", FORM, "sv")
        print(f"person{n}", flush=True)
    for start in range(0, 100_000, 20):
        await asyncio.gather(*(one(n) for n in range(start, start + 20)))

asyncio.run(main(*sys.argv[1:]))
"""


def test_a_copy_onto_itself_is_refused(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        ballots(meeting)
        with pytest.raises(NotSaved):
            meeting.store.backup(tmp_path / "." / "workshop.db")
        assert meeting.loaded() == meeting.meeting


@pytest.mark.parametrize("after", [1, 117, 400])
def test_what_was_acknowledged_survives_being_killed(tmp_path: Path, after: int) -> None:
    file = tmp_path / "workshop.db"
    store = Store(file)
    meeting = new(store)
    store.close()
    acknowledged = []
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), meeting],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            acknowledged.append(line.strip())
            if len(acknowledged) == after:
                break
        writer.kill()
        acknowledged += [line.strip() for line in writer.stdout if line.endswith("\n")]
    again = Store(file)
    loaded = again.load(meeting)
    assert set(acknowledged) <= set(loaded.people)
    room = Room(again, meeting)
    asyncio.run(asyncio.wait_for(_goes_on(room), 10))
    assert again.load(meeting) == room.meeting
    again.close()


async def _goes_on(room: Room) -> None:
    await room.join("afterwards", FORM, "sv")
    await room.close()


def test_an_open_round_is_open_after_reopening(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        ballots(meeting)
        before = meeting.meeting
        meeting.reopen()
        assert meeting.meeting == before
        meeting.vote("anna", "B").lead("close").lead("reveal")
        (round_,) = meeting.meeting.rounds.values()
        assert len(round_.ballots) == 3


def ballots(meeting: Gathering) -> list[str]:
    """Three ballots in an open round, one of them typed; returns the pseudonyms."""
    meeting.join("anna", "bo").write("anna", "areas", "A", "B", "C")
    meeting.go("vote").lead("open").vote("anna", "A").vote("bo", "B").vote("", "C")
    return list(meeting.meeting.box[meeting.stamp()])


@pytest.mark.parametrize("end", ["close", "cancel"])
def test_nothing_ties_a_ballot_to_a_phone_once_a_round_is_over(tmp_path: Path, end: str) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voters = ballots(meeting)
        for _ in range(3):
            meeting.vote("anna", "B").vote("anna", "A", "C")
        assert any(traces(meeting.file, voter) for voter in voters)
        meeting.lead(end)
        assert not [found for voter in voters for found in traces(meeting.file, voter)]
        assert meeting.store._db.execute("select count(*) from ballots").fetchone() == (0,)
        meeting.store.backup(tmp_path / "copy.db")
        meeting.reopen()
        meeting.lead("more_1")
    for file in (tmp_path / "workshop.db", tmp_path / "copy.db"):
        assert not [found for voter in voters for found in traces(file, voter)]


def test_a_copy_made_while_people_vote_holds_no_ballots(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voters = ballots(meeting)
        meeting.store.backup(tmp_path / "copy.db")
        assert not [found for voter in voters for found in traces(tmp_path / "copy.db", voter)]
        copy = Store(tmp_path / "copy.db")
        assert copy.load(meeting.id).rounds == meeting.meeting.rounds
        copy.close()
        assert len(meeting.loaded().box[meeting.stamp()]) == 3


def test_what_a_killed_program_left_in_the_journal_is_cleaned_up(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        voters = ballots(meeting)
        keep = meeting.store._db
        keep.execute("delete from ballots").fetchall()
        folder = tmp_path / "crashed"
        folder.mkdir()
        for file in tmp_path.glob("workshop.db*"):
            (folder / file.name).write_bytes(file.read_bytes())
    left = folder / "workshop.db"
    assert any(traces(left, voter) for voter in voters)
    store = Store(left)
    assert not [found for voter in voters for found in traces(left, voter)]
    store.close()


def test_a_removed_text_is_nowhere_any_more(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        (card,) = meeting.join("anna").write("anna", "areas", "Skurk AB fuskar")
        meeting.send("anna", {f"areas.{card}": "Skurk AB fuskar mycket"})
        assert traces(meeting.file, "Skurk AB")
        meeting.lead("redact", card=card)
        assert not traces(meeting.file, "Skurk AB")
        assert "Skurk AB" not in repr(meeting.meeting)
        assert meeting.loaded() == meeting.meeting
        meeting.reopen()
        assert not traces(meeting.file, "Skurk AB")


def test_an_erased_name_is_nowhere_any_more(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna", name="Anna Hemlig")
        assert traces(meeting.file, "Anna Hemlig")
        meeting.join("anna", name="")
        assert not traces(meeting.file, "Anna Hemlig")
        assert "Anna Hemlig" not in repr(meeting.meeting)
        assert meeting.loaded() == meeting.meeting


def test_names_are_not_in_the_log(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna", name="Anna Hemlig")
        assert "Anna Hemlig" not in repr(meeting.entries())


def test_an_id_of_a_meeting_can_be_shortened_but_not_ambiguous(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        assert meeting.store.meeting(meeting.id[:4]).id == meeting.id
        for unknown in ("", "%", "xyz", meeting.id + "0"):
            with pytest.raises(Refused):
                meeting.store.meeting(unknown)
