"""A meeting on its own thread: opened, served, refused to a second, opened again where it was."""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from workshop.beginning import NewMeeting
from workshop.domain.edition import Edition
from workshop.domain.refused import Occupied, Refused
from workshop.export import folder
from workshop.host import Host
from workshop.lobby import Lobby, Network
from workshop.store.agendas import find, read_agenda
from workshop.web import listening


@pytest.fixture
def lobby(tmp_path: Path, worker_id: str, monkeypatch: pytest.MonkeyPatch) -> Lobby:
    # Tests that run beside these must not take the port between closing and opening again.
    place = int(worker_id.removeprefix("gw")) + 1 if worker_id != "master" else 0
    monkeypatch.setattr(listening, "FIRST_PORT", 18_080 + 100 * place)
    return Lobby(tmp_path / "workshop.db", Network(bind="127.0.0.1"))


@pytest.fixture
def meeting(lobby: Lobby) -> str:
    agendas = tuple(read_agenda(find(name)) for name in ("introduction", "theme-1"))
    return lobby.create(NewMeeting(agendas=agendas, network="North", language="nn"))


@pytest.fixture
def host(lobby: Lobby, meeting: str) -> Iterator[Host]:
    opened = lobby.reopen(meeting)
    yield opened
    opened.close()


def test_phones_and_desk_are_served(host: Host) -> None:
    assert httpx.get(host.address).status_code == 200
    assert httpx.get(host.desk).status_code == 200
    assert httpx.get(f"{host.address}/desk/guessed").status_code == 404


def test_phones_that_try_the_way_in_are_counted_and_shown_the_meetings_address(host: Host) -> None:
    assert host.reached == 0
    assert httpx.get(f"{host.address}/test").status_code == 200
    assert host.reached == 1
    assert f'<p><a href="{host.address}">' in httpx.get(host.desk).text


def test_a_second_program_is_refused_and_the_first_goes_on(host: Host, lobby: Lobby) -> None:
    with pytest.raises(Occupied):
        lobby.reopen(host.room.meeting.id)

    host.lead("next", {}).result(5)
    assert host.room.meeting.current == "purpose"


def test_it_opens_again_at_the_same_step_and_address(lobby: Lobby, meeting: str) -> None:
    first = lobby.reopen(meeting)
    first.lead("next", {}).result(5)
    address, desk, before = first.address, first.desk, first.room.meeting
    first.close()

    again = lobby.reopen(meeting)
    try:
        assert (again.address, again.desk, again.room.meeting) == (address, desk, before)
        assert again.notice == ""
    finally:
        again.close()


def test_a_taken_port_gives_a_new_address_and_says_so(lobby: Lobby, meeting: str) -> None:
    first = lobby.reopen(meeting)
    port = first.port
    first.close()

    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        again = lobby.reopen(meeting)
        try:
            assert again.port != port
            assert again.notice
        finally:
            again.close()


def test_a_wanted_port_that_is_taken_is_refused(lobby: Lobby, meeting: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(Refused):
            Lobby(lobby.file, Network(bind="127.0.0.1", port=taken)).reopen(meeting)


def test_a_public_address_is_what_phones_are_told(lobby: Lobby, meeting: str) -> None:
    network = Network(bind="127.0.0.1", public_url="https://meeting.example")
    host = Lobby(lobby.file, network).reopen(meeting)
    try:
        assert host.address == "https://meeting.example"
        assert host.desk.startswith("https://meeting.example/desk/")
    finally:
        host.close()


def test_documents_are_written_beside_the_meetings(host: Host, lobby: Lobby) -> None:
    heard: list[tuple[int, int]] = []
    files = host.write_documents(Edition("sv"), lambda *told: heard.append(told)).result(30).files

    assert "motesanteckningar" in files[0].name and "lokal-handlingsplan" in files[1].name
    kinds = len(folder.KINDS)
    assert heard == [(done, kinds) for done in range(kinds + 1)]
    assert (
        {".docx", ".xlsx", ".ics", ".eml", ".json"} >= {file.suffix for file in files} > {".docx"}
    )
    assert all(file.parent == lobby.file.parent / "documents" for file in files)


def test_what_cannot_be_opened_is_refused_without_a_server(lobby: Lobby, meeting: str) -> None:
    with pytest.raises(Refused):
        lobby.reopen("ffff")
    lobby.reopen(meeting).close()


def test_the_lobby_lists_what_there_is(host: Host, lobby: Lobby) -> None:
    assert [one.id for one in lobby.meetings()] == [host.room.meeting.id]
    assert lobby.networks() == ["North"]
    assert {"introduction", "theme-1"} <= {one.id for one in lobby.agendas()}


def test_phones_that_come_before_the_first_picture_wait_and_are_let_in(
    lobby: Lobby, meeting: str
) -> None:
    opened = lobby.reopen(meeting, waits=True)
    try:
        with socket.create_connection(("127.0.0.1", opened.port)) as phone:
            phone.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            phone.setblocking(False)
            with pytest.raises(BlockingIOError):
                phone.recv(1)
            opened.admit()
            phone.settimeout(10)
            assert phone.recv(12) == b"HTTP/1.1 200"
    finally:
        opened.close()


def test_a_meeting_that_nobody_was_let_into_is_freed(lobby: Lobby, meeting: str) -> None:
    lobby.reopen(meeting, waits=True).close()
    lobby.reopen(meeting).close()


def test_a_removed_text_goes_out_of_the_drafts_that_lie_there(host: Host, tmp_path: Path) -> None:
    wish = "Kari should be thanked"
    host.lead("go", {"item": ["expectations"]}).result(5)
    host.lead("type", {"expectations.0123456789ab": [wish]}).result(5)
    only = Edition("en", only=("package",))
    (draft,) = host.write_documents(only).result(30).files
    assert wish in draft.read_text(encoding="utf-8")

    host.lead("redact", {"card": ["0123456789ab"]}).result(5)
    host.close()

    assert wish not in draft.read_text(encoding="utf-8")
