"""The file itself: what is not ours, newer, cut off or spoilt is refused, and nothing changes."""

import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meetings import BEGIN, agenda
from tests.store.test_handover import STEPS, meet, north, opened, state
from workshop.beginning import NewMeeting, create
from workshop.domain.refused import Refused
from workshop.steps import step_of
from workshop.store.portable import ENDING, read_file, read_header, written
from workshop.store.store import Store


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with two meetings of a network."""
    folder = tmp_path_factory.mktemp("data")
    meet(folder, 1)
    meet(folder, 2)
    with opened(folder) as store:
        return written(store.handover.network(north(store)))


@pytest.fixture
def file(data: bytes, tmp_path: Path) -> Path:
    path = tmp_path / f"north{ENDING}"
    path.write_bytes(data)
    return path


def signed(lines: list[Any]) -> bytes:
    """The file that these lines make, with a first line that fits them."""
    rest = "".join(f"{json.dumps(line)}\n" for line in lines[1:]).encode()
    header = {**lines[0], "lines": len(lines) - 1, "sha256": sha256(rest).hexdigest()}
    return f"{json.dumps(header)}\n".encode() + rest


def refused(file: Path, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_file(file)


def test_reading_gives_what_was_written(data: bytes, file: Path) -> None:
    assert written(read_file(file)) == data
    assert len(read_header(file).meetings) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"PK\x03\x04",
        b"{}\n",
        b"[1]\n",
        b'{"format": "other"}\n',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_what_is_not_ours(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    refused(file, "not a file that workshop handed over")


def test_what_is_newer(file: Path) -> None:
    file.write_bytes(b'{"format": "workshop-handover", "version": 2, "what": "knows who"}\n')
    refused(file, "newer version")


@given(st.integers(1, 99))
def test_what_was_cut_off(data: bytes, percent: int) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "cut.jsonl"
        file.write_bytes(data[: len(data) * percent // 100])
        with pytest.raises(Refused):
            read_file(file)


def test_what_was_changed_on_the_way(file: Path, data: bytes) -> None:
    file.write_bytes(data.replace(b"Visit 1", b"Visit 7"))
    refused(file, "not whole")


def test_what_is_not_there(tmp_path: Path) -> None:
    refused(tmp_path / "nothing.jsonl", "could not be read")
    refused(tmp_path, "could not be read")


def test_what_is_huge(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.truncate(300_000_000)
    refused(file, "larger")


@pytest.mark.parametrize("text", ["\x1b[2J", "\u202egnirts", "\x00", "\ud800", "a\x07"])
def test_what_would_steer_a_terminal(file: Path, data: bytes, text: str) -> None:
    lines = [json.loads(line) for line in data.splitlines()]
    _put(lines)["values"]["text"] = text
    file.write_bytes(signed(lines))
    refused(file, "does not write")


def _put(lines: list[Any]) -> dict[str, Any]:
    entries = (line["entry"]["event"] for line in lines if line.get("kind") == "entry")
    found: dict[str, Any] = next(event for event in entries if event["kind"] == "put")
    return found


@pytest.mark.parametrize("name", ["../../x", "", "a/b", "a" * 100, "a\\b"])
def test_names_of_meetings_are_no_paths(file: Path, data: bytes, name: str) -> None:
    lines = [json.loads(line) for line in data.splitlines()]
    old = next(line["meeting"] for line in lines if line.get("kind") == "meeting")
    for line in lines[1:]:
        if line.get("meeting") == old:
            line["meeting"] = name
    file.write_bytes(signed(lines))
    refused(file, "does not write")


STRANGE: list[Any] = [None, 0, -1, 1e400, "", "x", [], {}, True, ["x"], {"id": 1}, 10**30, "9" * 99]


def places(value: Any) -> Iterator[Callable[[Any], None]]:
    """Every place in a value where something else can be put."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in list(keys):

        def put(new: Any, key: Any = key) -> None:
            value[key] = new

        yield put
        if isinstance(value[key], dict | list):
            yield from places(value[key])


def worked_with(store: Store) -> None:
    """All that the program does with what is there; nothing of it may break."""
    for one in store.meetings():
        meeting = store.load(one.id)
        for point in meeting.points:
            step = step_of(point)
            assert isinstance(step.stage(meeting), tuple | list)
            step.record(meeting)
    for network in store.networks.all():
        store.networks.register(network.id)
        store.networks.standing(network.id, date(2027, 1, 1))
        written(store.handover.network(network.id))
        new = NewMeeting(agendas=(agenda(*STEPS),), network=network.name)
        store.load(create(store, new, BEGIN))


@given(st.integers(0, 1_000_000))
def test_strange_values_are_refused_or_harmless(data: bytes, seed: int) -> None:
    chance = random.Random(seed)
    lines = [json.loads(line) for line in data.splitlines()]
    line = chance.choice(lines[1:])
    chance.choice(list(places(line)))(chance.choice(STRANGE))
    with TemporaryDirectory() as folder, opened(Path(folder)) as store:
        file = Path(folder) / "strange.jsonl"
        file.write_bytes(signed(lines))
        try:
            store.handover.take_in(read_file(file))
        except Refused:
            assert store.meetings() == [] and store.networks.all() == []
        else:
            worked_with(store)


def test_a_file_refused_leaves_what_is_here(data: bytes, tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        file = tmp_path / "north.jsonl"
        file.write_bytes(data)
        store.handover.take_in(read_file(file))
        before = state(store, north(store))
        lines = [json.loads(line) for line in data.splitlines()]
        _put(lines)["values"] = {"text": 5, "responsible": {"who": "x"}}
        lines[-1] = {**lines[-1], "kind": "unheard"}
        file.write_bytes(signed(lines))
        refused(file, "does not write")
        assert state(store, north(store)) == before
