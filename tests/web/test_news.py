import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from tests.web.house import House, house

News = dict[str, str]


@asynccontextmanager
async def listening(here: House, path: str = "/events") -> AsyncIterator["asyncio.Queue[News]"]:
    heard: asyncio.Queue[News] = asyncio.Queue()

    async def listen() -> None:
        async with client.stream("GET", path) as stream:
            async for line in stream.aiter_lines():
                if line.startswith("data: "):
                    heard.put_nowait(json.loads(line[6:]))

    async with httpx.AsyncClient(base_url=here.base, timeout=20) as client:
        task = asyncio.create_task(listen())
        yield heard
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def told(heard: "asyncio.Queue[News]") -> News:
    return await asyncio.wait_for(heard.get(), 3)


async def silent(heard: "asyncio.Queue[News]") -> bool:
    await asyncio.sleep(0.3)
    return heard.empty()


async def test_a_phone_hears_at_once_and_when_its_page_changes(tmp_path: Path):
    async with house(tmp_path) as here, listening(here) as heard:
        first = await told(heard)
        await here.go("expectations")
        second = await told(heard)
        assert first["version"] != second["version"] and first["asks"] != second["asks"]
        await here.room.lead("shut")
        third = await told(heard)
        assert third["asks"] != second["asks"]


async def test_phones_are_not_told_when_others_write_or_vote(tmp_path: Path):
    async with house(tmp_path) as here:
        phones = await here.phones(2)
        async with listening(here) as heard:
            await told(heard)
            await here.go("expectations")
            await told(heard)
            await phones[0].write("Knowledge")
            assert await silent(heard)
            await here.open_vote()
            while not heard.empty() or not await silent(heard):
                await told(heard)
            for phone in phones:
                await phone.vote(0)
            assert await silent(heard)


async def test_the_mirror_and_the_desk_hear_of_every_vote(tmp_path: Path):
    async with house(tmp_path) as here:
        (phone,) = await here.phones(1)
        await here.open_vote()
        desk = here.desk.removeprefix(here.base)
        for path in ("/screen/events", f"{desk}/events"):
            async with listening(here, path) as heard:
                before = await told(heard)
                await phone.vote(0)
                if path == "/screen/events":
                    assert (await told(heard))["version"] != before["version"]


async def test_a_burst_is_told_in_few_messages_and_the_last_is_never_lost(tmp_path: Path):
    async with house(tmp_path) as here, listening(here) as heard:
        await told(heard)
        for _ in range(10):
            await here.go("expectations")
            await here.go("purpose")
        await here.go("plenary")
        await asyncio.sleep(0.4)
        messages = [heard.get_nowait() for _ in range(heard.qsize())]
        assert 1 <= len(messages) < 15
        async with listening(here) as late:
            assert messages[-1] == await told(late)


async def test_many_phones_hear_within_a_second_and_a_slow_one_holds_nobody_up(tmp_path: Path):
    async with house(tmp_path) as here:
        host, port = here.base.removeprefix("http://").split(":")
        _, sleepy = await asyncio.open_connection(host, int(port))
        sleepy.write(b"GET /events HTTP/1.1\r\nHost: x\r\n\r\n")
        async with listening(here) as one, listening(here) as two, listening(here) as three:
            for heard in (one, two, three):
                await told(heard)
            began = time.monotonic()
            await here.go("expectations")
            for heard in (one, two, three):
                await told(heard)
            assert time.monotonic() - began < 1
        sleepy.close()


async def test_open_streams_end_when_the_server_stops(tmp_path: Path):
    async with house(tmp_path) as here, listening(here) as heard:
        await told(heard)
        began = time.monotonic()
        # The listener leaves only after the house has stopped its server.
        await here.stop()
        assert time.monotonic() - began < 2
