import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from tests.web.house import house
from workshop.web import guard, pace, server


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "BURST", 40.0)
    monkeypatch.setattr(pace, "LONGEST_WAIT", 0.5)
    monkeypatch.setattr(guard, "PATIENCE", 0.5)
    monkeypatch.setattr(server, "TICKS", 1)
    monkeypatch.setattr(server, "SILENCE", 5)


Dial = Callable[..., Awaitable[asyncio.StreamReader]]


@pytest_asyncio.fixture
async def dial() -> AsyncIterator[Dial]:
    """Clients on bare sockets that say something and then nothing more."""
    writers: list[asyncio.StreamWriter] = []

    async def dialled(base: str, *sent: bytes) -> asyncio.StreamReader:
        host, port = base.removeprefix("http://").split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writers.append(writer)
        writer.write(b"".join(sent))
        return reader

    yield dialled
    for writer in writers:
        writer.close()
    await asyncio.gather(*(one.wait_closed() for one in writers), return_exceptions=True)


async def test_one_phone_that_floods_is_slowed_down_alone(tmp_path: Path):
    async with house(tmp_path) as here:
        flooding, calm = await here.phones(2)

        async def flood() -> list[int]:
            asked = (flooding.client.get("/") for _ in range(120))
            return [found.status_code for found in await asyncio.gather(*asked)]

        flood_of_requests = asyncio.create_task(flood())
        await asyncio.sleep(0.05)
        for _ in range(10):
            assert (await calm.get()).status_code == 200
        statuses = await flood_of_requests
        assert 429 in statuses and 200 in statuses
        await asyncio.sleep(0.3)
        assert (await flooding.get()).status_code == 200


async def test_a_refused_flood_is_told_in_words(tmp_path: Path):
    async with house(tmp_path) as here:
        (phone,) = await here.phones(1)
        found = await asyncio.gather(*(phone.client.get("/") for _ in range(120)))
        refused = [one for one in found if one.status_code == 429]
        assert refused and all("too much at once" in one.text for one in refused)


async def test_a_room_behind_one_address_meets_no_limit(tmp_path: Path):
    async with house(tmp_path) as here:
        phones = [await here.phone() for _ in range(60)]
        found = await asyncio.gather(*(phone.get() for phone in phones))
        assert {one.status_code for one in found} == {200}


async def test_what_is_remembered_of_phones_is_bounded(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pace, "MOST_PHONES", 50)
    paces = pace.Paces()
    paced = pace.Paced(_nothing, paces)
    for n in range(500):
        scope = {"type": "http", "path": "/", "headers": [(b"cookie", f"workshop={n}".encode())]}
        await paced(scope, _nothing, _nothing)
    assert len(paces) == 50


async def _nothing(*_: object) -> None:
    return None


async def test_silent_clients_hold_nobody_up_and_are_sent_away(tmp_path: Path, dial: Dial):
    async with house(tmp_path) as here:
        (phone,) = await here.phones(1)
        head = b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
        form = b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        nothing = [await dial(here.base) for _ in range(40)]
        half = [await dial(here.base, b"GET / HTTP/1.1\r\nHost: x\r\nX-") for _ in range(40)]
        bodies = [await dial(here.base, head, form, b"party=un") for _ in range(40)]
        assert (await phone.get()).status_code == 200
        assert not any(reader.at_eof() for reader in (*nothing, *half, *bodies)), "not their turn"
        async with asyncio.timeout(15):
            for reader in (*nothing, *half):
                assert await reader.read() == b""
            for reader in bodies:
                assert b"408" in (await reader.read())[:40]


async def test_who_never_reads_the_answer_holds_nobody_up(tmp_path: Path, dial: Dial):
    async with house(tmp_path) as here:
        (phone,) = await here.phones(1)
        asked = b"GET /join HTTP/1.1\r\nHost: x\r\n\r\n" * 200
        readers = [await dial(here.base, asked) for _ in range(5)]
        assert (await phone.get()).status_code == 200
        assert len(readers) == 5


async def test_a_phone_in_use_is_never_sent_away(tmp_path: Path, dial: Dial):
    async with house(tmp_path) as here:
        request = b"GET /events HTTP/1.1\r\nHost: x\r\n\r\n"
        reader = await dial(here.base, request)
        assert b"200" in await reader.readline()
        await asyncio.sleep(1.2)
        await here.go("expectations")
        async with asyncio.timeout(3):
            while not (await reader.readline()).startswith(b"data: "):
                pass
        assert not reader.at_eof()
