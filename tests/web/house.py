"""A running meeting for tests: a real room on a real file, behind a real server on loopback."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

import httpx
from lxml import html

from workshop.beginning import NewMeeting, create
from workshop.domain.words import Language
from workshop.room import Room
from workshop.store.agendas import find, read_agenda
from workshop.store.store import Store
from workshop.web.app import make_app
from workshop.web.documents import Publish
from workshop.web.server import Server

NOW = datetime.fromisoformat("2026-11-20T09:00:00+01:00")
ORGANISATIONS = (
    ("authority", "Skatteverket"),
    ("employer", "Byggföretagen"),
    ("union", "Byggnads"),
    ("municipality", "Umeå kommun"),
)


@dataclass
class Phone:
    """A browser without a script: it sends the forms it was shown, as they are."""

    client: httpx.AsyncClient
    page: httpx.Response = field(init=False)

    async def get(self, path: str = "/") -> httpx.Response:
        self.page = await self.client.get(path)
        return self.page

    async def join(
        self, party: str = "union", organisation: str = "Byggnads", name: str = ""
    ) -> str:
        await self.get()
        return await self.send({"party": party, "organisation": organisation, "name": name})

    async def send(
        self, answers: dict[str, str | list[str]], form: str = "//form[@id='answer']"
    ) -> str:
        """Fills in the form on the page and presses its button; returns the next page."""
        found = self.tree.xpath(form)[0]
        values: dict[str, str | list[str]] = {}
        for one in found.xpath(".//input[@type='hidden']"):
            values[one.get("name")] = [*values.get(one.get("name"), []), one.get("value") or ""]
        self.page = await self.client.post(found.get("action"), data={**values, **answers})
        return self.page.text

    async def write(self, *texts: str, field: str = "") -> str:
        """Writes these texts into the free lines of a field (the first one on the page)."""
        await self.get()
        free = [one for one in self.tree.xpath("//textarea") if not (one.text or "").strip()]
        names = [one.get("name") for one in free if one.get("name").startswith(field)]
        return await self.send(dict(zip(names, texts, strict=False)))

    async def vote(self, *items: int) -> str:
        """Votes for these items, counted from 0 as they are listed."""
        await self.get()
        keys = self.tree.xpath("//input[@name='ballot']/@value")
        return await self.send({"ballot": [keys[n] for n in items]})

    @property
    def tree(self) -> html.HtmlElement:
        return html.fromstring(self.page.text)

    @property
    def text(self) -> str:
        return " ".join(self.tree.find("body").text_content().split())


@dataclass
class House:
    room: Room
    base: str
    _stack: AsyncExitStack
    _server: Server

    async def stop(self) -> None:
        """The server alone, as when the laptop is closed."""
        await self._server.stop()

    @property
    def desk(self) -> str:
        return f"{self.base}/desk/{self.room.secret}"

    async def phone(self, language: Language = "en", **headers: str) -> Phone:
        client = httpx.AsyncClient(
            base_url=self.base,
            follow_redirects=True,
            headers={"Accept-Language": language, **headers},
            timeout=20,
        )
        return Phone(await self._stack.enter_async_context(client))

    async def phones(self, count: int) -> list[Phone]:
        phones = []
        for n in range(count):
            phone = await self.phone()
            await phone.join(*ORGANISATIONS[n % len(ORGANISATIONS)])
            phones.append(phone)
        return phones

    async def go(self, step: str) -> None:
        await self.room.lead("go", {"item": [step]})

    async def fill_areas(self, *texts: str) -> None:
        """Types areas to vote on, as the leader does when the list is cleaned."""
        await self.go("clean")
        await self.room.lead("type", {f"areas.{n:08x}": [text] for n, text in enumerate(texts, 1)})

    async def open_vote(self, *texts: str) -> None:
        await self.fill_areas(*(texts or ("Control", "Knowledge", "Purchasing", "Dialogue")))
        await self.go("vote")
        await self.room.lead("open")


@asynccontextmanager
async def house(
    folder: Path,
    *agendas: str,
    documents: Publish | None = None,
    reached: Callable[[], None] | None = None,
    address: str = "",
) -> AsyncIterator[House]:
    """Introduction and theme 1, unless other agendas are named."""
    store = Store(folder / "meetings.db")
    read = tuple(read_agenda(find(name)) for name in agendas or ("introduction", "theme-1"))
    new = NewMeeting(agendas=read, network="Västerbotten", language="en")
    room = Room(store, create(store, new, NOW, Random(1)), chance=Random(2))
    public = (lambda: address) if address else None
    server = Server(make_app(room, documents, public, reached), 0, "127.0.0.1")
    await server.start()
    try:
        async with AsyncExitStack() as stack:
            yield House(room, f"http://127.0.0.1:{server.port}", stack, server)
    finally:
        await server.stop()
        await room.close()
        store.close()


def ids(page: str, field: str) -> list[str]:
    """The names of the lines of a field."""
    return re.findall(rf'name="({field}\.[0-9a-f]+)"', page)
