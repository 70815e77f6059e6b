"""One participant of a measured room: joins, writes, votes, and knows what was acknowledged."""

import asyncio
import time
from dataclasses import dataclass, field
from random import Random

from wire import Line
from workshop.rehearse.page import Sheet, read_page

RECEIVED = 303
SLOW = 2.0  # seconds that a slow phone takes to send
KINDS = ("authority", "employer", "union", "municipality")


@dataclass
class Phone:
    """One participant; `sent` is the ballot that was acknowledged last."""

    number: int
    line: Line
    sent: frozenset[str] = frozenset()
    wrote: int = 0
    waited: list[float] = field(default_factory=list)
    chance: Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = Random(self.number)

    @property
    def slow(self) -> bool:
        return self.number % 20 == 7

    async def join(self) -> None:
        await self.line.get()
        who = {"party": [KINDS[self.number % 4]], "organisation": [f"Party {self.number // 3}"]}
        assert (await self.line.post("/join", who)).status == RECEIVED

    async def write(self) -> None:
        """One text; every tenth phone sends its page twice."""
        sheet = await self.sheet()
        values = hidden(sheet)
        values[sheet.asked[0].name] = [f"Text {self.number}"]
        for _ in range(1 + (self.number % 10 == 1)):
            answer = await self.line.post("/answer", values)
            self.wrote = int(answer.status == RECEIVED)

    async def vote(self, seconds: float) -> None:
        """A ballot some time within these seconds; some send twice, reload, or are slow."""
        await asyncio.sleep(self.chance.uniform(0, seconds))
        sheet = await self.sheet()
        chosen = self.chance.sample(keys(sheet), 3)
        for _ in range(1 + (self.number % 10 == 1)):
            await self.cast(hidden(sheet), chosen)
        if self.number % 10 == 2:
            await self.line.get()

    async def cast(self, values: dict[str, list[str]], chosen: list[str]) -> None:
        began = time.perf_counter()
        answer = await self.line.post(
            "/answer", {**values, "ballot": chosen}, SLOW if self.slow else 0.0
        )
        if not self.slow:
            self.waited.append(time.perf_counter() - began)
        if answer.status == RECEIVED:
            self.sent = frozenset(chosen)

    def request(self, values: dict[str, list[str]]) -> bytes:
        """An answer as it is sent, for those who send it often."""
        return self.line.request("POST", "/answer", values)

    async def sheet(self) -> Sheet:
        answer = await self.line.get()
        sheet = read_page(answer.status, answer.text).sheet
        assert sheet is not None, "the page asks nothing"
        return sheet


def hidden(sheet: Sheet) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in sheet.hidden:
        values.setdefault(name, []).append(value)
    return values


def keys(sheet: Sheet) -> list[str]:
    return sorted(choice.key for choice in sheet.asked[0].choices)
