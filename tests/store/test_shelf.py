import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from workshop.beginning import NewMeeting
from workshop.lobby import Lobby, Network
from workshop.store.agendas import find, read_agenda
from workshop.store.shelf import glance
from workshop.store.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    lobby = Lobby(tmp_path / "a #%? file.db", Network())
    for network in ("Väst", "Øst"):
        agendas = (read_agenda(find("introduction")),)
        lobby.create(NewMeeting(agendas=agendas, network=network, language="sv"))
    return lobby.file


def test_a_glance_sees_what_the_store_lists(file: Path) -> None:
    with closing(Store(file)) as store:
        assert glance(file) == store.meetings()
    assert [kept.network for kept in glance(file) or ()] == ["Øst", "Väst"]


def test_no_file_has_no_meetings_and_none_is_made(tmp_path: Path) -> None:
    assert glance(tmp_path / "none.db") == []
    assert not (tmp_path / "none.db").exists()


def test_a_file_of_another_version_or_kind_is_left_to_the_store(file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert glance(file) is None
    (tmp_path / "notes.db").write_text("no tables here, only words " * 99, encoding="utf-8")
    assert glance(tmp_path / "notes.db") is None
