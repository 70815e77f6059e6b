"""The test of the test: whatever is falsified, the recount says so."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from workshop.domain.meeting import Meeting
from workshop.domain.words import Say
from workshop.export.folder import write_documents
from workshop.rehearse.memory import Memory, Owner
from workshop.rehearse.papers import documents, kept
from workshop.rehearse.play import FILE, opened, perform
from workshop.rehearse.recount import recount
from workshop.rehearse.stage import Stage
from workshop.store.agendas import find, read_agenda


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rehearsal")


@pytest.fixture(scope="module")
def stage(folder: Path) -> Iterator[Stage]:
    """One meeting, played to its end and still open."""
    day = [read_agenda(find(name)) for name in ("introduction", "theme-1")]
    host = opened(folder / FILE, day, "sv")
    yield asyncio.run(perform(host, 8, "sv", 7, lambda words: None))
    host.close()


@pytest.fixture
def memory(stage: Stage) -> Memory:
    return deepcopy(stage.memory)


def wrong(memory: Memory, meeting: Meeting) -> list[str]:
    names = [check.name for check in recount(memory, meeting) if not check.ok]
    return [name.text if isinstance(name, Say) else str(name) for name in names]


def test_nothing_is_wrong_with_what_was_played(stage: Stage, memory: Memory) -> None:
    assert not wrong(memory, stage.meeting)


def change_ballot(memory: Memory) -> None:
    round_ = next(iter(memory.rounds.values()))
    voter, ballot = next((v, b) for v, b in round_.phones.items() if b)
    chosen = next(iter(ballot))
    other = next(item for item in sorted(round_.items) if item not in ballot)
    round_.phones[voter] = {other if key == chosen else key: n for key, n in ballot.items()}


def swap_ballots_between_rounds(memory: Memory) -> None:
    first, second = [*memory.rounds.values()][:2]
    first.phones, second.phones = second.phones, first.phones


def forget_ballot(memory: Memory) -> None:
    next(iter(memory.rounds.values())).phones.popitem()


def forget_typed_ballot(memory: Memory) -> None:
    next(iter(memory.rounds.values())).typed.pop()


def miscount_hands(memory: Memory) -> None:
    hands = next(iter(memory.rounds.values())).hands
    assert hands is not None
    hands.people += 1


def forget_card(memory: Memory) -> None:
    memory.cards.popitem()


def remember_another_text(memory: Memory) -> None:
    memory.cards[next(iter(memory.cards))] += "!"


def invent_card(memory: Memory) -> None:
    memory.cards["0123456789ab"] = "Never sent"


def lose_heading(memory: Memory) -> None:
    memory.headings.pop()


def invent_owner(memory: Memory) -> None:
    memory.owners[next(iter(memory.areas))] = Owner("Somebody else")


def take_back_yes(memory: Memory) -> None:
    owner = next(one for one in memory.owners.values() if one.accepted)
    owner.accepted = False


def forget_offer(memory: Memory) -> None:
    memory.offers.popitem()


def change_verdict(memory: Memory) -> None:
    memory.verdicts[next(iter(memory.verdicts))] = ("met", "Never said")


def forget_person(memory: Memory) -> None:
    memory.people -= 1


def agree_otherwise(memory: Memory) -> None:
    memory.agreed["place"] = "Somewhere else"


def let_one_slip(memory: Memory) -> None:
    memory.turned_away -= 1


def refuse_one(memory: Memory) -> None:
    memory.refused.append("422 The page: not this one")


@pytest.mark.parametrize(
    "falsify",
    [
        change_ballot,
        swap_ballots_between_rounds,
        forget_ballot,
        forget_typed_ballot,
        miscount_hands,
        forget_card,
        remember_another_text,
        invent_card,
        lose_heading,
        invent_owner,
        take_back_yes,
        forget_offer,
        change_verdict,
        forget_person,
        agree_otherwise,
        let_one_slip,
        refuse_one,
    ],
    ids=lambda falsify: falsify.__name__,
)
def test_a_falsified_memory_is_found(
    falsify: Callable[[Memory], None], stage: Stage, memory: Memory
) -> None:
    falsify(memory)

    assert wrong(memory, stage.meeting)


def test_a_changed_ballot_is_named(stage: Stage, memory: Memory) -> None:
    change_ballot(memory)

    assert "Round %(number)s: ballots from phones" in wrong(memory, stage.meeting)
    assert "Round %(number)s: votes, item by item" in wrong(memory, stage.meeting)


def test_a_ballot_counted_twice_is_found(stage: Stage, memory: Memory) -> None:
    meeting = stage.meeting
    name, round_ = next(iter(meeting.rounds.items()))
    double = replace(round_, ballots=(*round_.ballots, round_.ballots[0]))
    rounds = {**meeting.rounds, name: double}

    assert wrong(memory, replace(meeting, rounds=rounds))


def test_a_file_that_keeps_a_ballot_is_found(stage: Stage, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / FILE
    with closing(sqlite3.connect(folder / FILE)) as source, closing(sqlite3.connect(copy)) as to:
        source.backup(to)
    assert all(check.ok for check in kept(copy, stage.meeting))

    with closing(sqlite3.connect(copy)) as connection, connection:
        row = (stage.meeting.id, next(iter(stage.meeting.rounds)), "hand-1", "{}", 1)
        connection.execute("insert into ballots values (?, ?, ?, ?, ?)", row)

    assert sum(not check.ok for check in kept(copy, stage.meeting)) == 3


def test_documents_with_other_numbers_are_found(
    stage: Stage, memory: Memory, tmp_path: Path
) -> None:
    files = write_documents(stage.meeting, "sv", tmp_path)
    assert all(check.ok for check in documents(files, memory, stage.meeting))

    change_ballot(memory)
    assert not all(check.ok for check in documents(files, memory, stage.meeting))


def test_documents_that_do_not_open_are_found(stage: Stage, memory: Memory, tmp_path: Path) -> None:
    files = write_documents(stage.meeting, "sv", tmp_path)
    Document(str(files[0]))
    files[0].write_bytes(b"not a document")

    assert not all(check.ok for check in documents(files, memory, stage.meeting))
