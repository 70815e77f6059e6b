import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests.web.house import House, Phone, house
from workshop.web import news

News = dict[str, str]
FLAGGED = "Ring 070-123 45 67 om detta"


@asynccontextmanager
async def listening(
    here: House, path: str = "/events", phone: Phone | None = None
) -> AsyncIterator["asyncio.Queue[News]"]:
    """What is heard on a stream, by a phone that is known or by anybody."""
    heard: asyncio.Queue[News] = asyncio.Queue()
    cookies = phone.client.cookies if phone else None

    async def listen() -> None:
        async with client.stream("GET", path) as stream:
            async for line in stream.aiter_lines():
                if line.startswith("data: "):
                    heard.put_nowait(json.loads(line[6:]))

    async with httpx.AsyncClient(base_url=here.base, timeout=20, cookies=cookies) as client:
        task = asyncio.create_task(listen())
        yield heard
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def told(heard: "asyncio.Queue[News]") -> News:
    return await asyncio.wait_for(heard.get(), 20)


def shown(phone: Phone) -> str:
    """The version of the page that a phone shows."""
    return str(phone.tree.find("body").get("data-version"))


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
        there_and_back = [here.go(step) for step in ("expectations", "purpose")] * 10
        await asyncio.gather(*there_and_back, here.go("plenary"))
        async with listening(here) as late:
            newest = await told(late)
        messages = 1
        while await told(heard) != newest:
            messages += 1
        assert messages < 15


async def test_a_change_that_phones_do_not_show_is_not_told_even_if_it_is_the_first(
    tmp_path: Path,
):
    async with house(tmp_path) as here, listening(here) as heard:
        await told(heard)
        await here.room.lead("more_1")
        assert await silent(heard)


async def test_a_phone_hears_at_once_that_its_text_was_read_and_others_do_not(tmp_path: Path):
    async with house(tmp_path) as here:
        writer, other = await here.phones(2)
        await here.go("expectations")
        await other.get()
        await writer.write(FLAGGED)
        async with listening(here, phone=writer) as own, listening(here, phone=other) as others:
            assert (await told(own))["version"] == shown(writer)
            assert (await told(others))["version"] == shown(other)
            await here.room.lead("approve", {"cards": [here.room.meeting.waiting()[0].id]})
            read = await told(own)
            assert read["version"] != shown(writer)
            assert await silent(others)
            await writer.get()
            assert read["version"] == shown(writer)
            assert "reads this before" not in writer.text


async def test_who_hears_nothing_for_long_is_told_the_same_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(news, "HEARTBEAT", 0.1)
    async with house(tmp_path) as here, listening(here) as one, listening(here) as two:
        for heard in (one, two):
            first = await told(heard)
            assert [await told(heard), await told(heard)] == [first, first]


async def test_a_text_that_comes_to_wait_is_news_only_to_who_wrote_it(tmp_path: Path):
    async with house(tmp_path) as here:
        writer, other = await here.phones(2)
        await here.go("expectations")
        async with listening(here, phone=writer) as own, listening(here, phone=other) as others:
            before = await told(own), await told(others)
            await writer.write(FLAGGED)
            assert (await told(own))["version"] == shown(writer) != before[0]["version"]
            assert await silent(others)


async def test_every_phone_hears_and_a_slow_one_holds_nobody_up(tmp_path: Path):
    async with house(tmp_path) as here:
        host, port = here.base.removeprefix("http://").split(":")
        _, sleepy = await asyncio.open_connection(host, int(port))
        sleepy.write(b"GET /events HTTP/1.1\r\nHost: x\r\n\r\n")
        async with listening(here) as one, listening(here) as two, listening(here) as three:
            for heard in (one, two, three):
                await told(heard)
            await here.go("expectations")
            for heard in (one, two, three):
                await told(heard)
        sleepy.close()


async def test_open_streams_end_when_the_server_stops(tmp_path: Path):
    async with (
        house(tmp_path) as here,
        httpx.AsyncClient(base_url=here.base, timeout=20) as client,
        client.stream("GET", "/events") as stream,
    ):
        lines = stream.aiter_lines()
        assert await anext(lines) == "retry: 1500"
        await here.stop()
        # Ended in good order: a stream that was cut off would raise here.
        assert [line async for line in lines if line.startswith("data: ")]
