import asyncio
from dataclasses import dataclass, field

import pytest

from workshop.web.stream import RETRY, Stream


@dataclass
class Line:
    """The two ends that a server holds out: what was sent, and whether the page is gone."""

    sent: list[bytes] = field(default_factory=list)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    free: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self) -> dict[str, object]:
        await self.over.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, object]) -> None:
        await self.free.wait()
        self.sent.append(bytes(message.get("body", b"")))
        if message["type"] == "http.response.body" and not message["more_body"]:
            self.over.set()


@dataclass
class Page:
    """A page that follows what `news` says."""

    news: bytes = b"one"
    line: Line = field(default_factory=Line)
    all: dict[Stream, None] = field(default_factory=dict)

    async def follow(self) -> None:
        await Stream(self.newest, self.all)({}, self.line.receive, self.line.send)

    def newest(self) -> bytes:
        if self.news == b"fault":
            raise ValueError(self.news)
        return self.news

    async def told(self, news: bytes) -> None:
        self.news = news
        for stream in self.all:
            stream.wake()
        await settled()


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_page_is_told_what_is_new_and_nothing_twice_unless_asked_to():
    page = Page()
    page.line.free.set()
    following = asyncio.create_task(page.follow())
    await settled()
    for news in (b"two", b"two", b"three"):
        await page.told(news)
    (stream,) = page.all
    stream.wake(again=True)
    await settled()
    stream.end()
    await following
    assert page.line.sent == [b"", RETRY, b"one", b"two", b"three", b"three", b""]
    assert not page.all


async def test_a_slow_page_misses_only_what_was_overtaken():
    page = Page()
    following = asyncio.create_task(page.follow())
    await settled()
    for news in (b"two", b"three"):
        await page.told(news)
    page.line.free.set()
    await settled()
    page.line.over.set()
    await following
    assert page.line.sent[2:] == [b"three", b""]


async def test_a_fault_ends_the_stream_instead_of_leaving_it_silent():
    page = Page()
    page.line.free.set()
    following = asyncio.create_task(page.follow())
    await settled()
    await page.told(b"fault")
    with pytest.raises(ValueError):
        await following
    assert page.line.sent[-1] == b"" and not page.all


async def test_a_server_that_gives_up_waiting_leaves_nothing_behind():
    page = Page()
    following = asyncio.create_task(page.follow())
    await settled()
    following.cancel()
    await settled()
    assert following.cancelled() and not page.all
    page.line.free.set()
    await settled()
    assert asyncio.all_tasks() == {asyncio.current_task()}
