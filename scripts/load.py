"""A room full of phones on the real server: are all ballots counted once, and how fast?

python scripts/load.py --phones 500 [--seconds 10] [--sync-ms 5] [--json]

Everybody joins, writes, votes within the same seconds (some send twice, reload, or are slow), then
all change their ballots again and again, each as soon as the last was acknowledged, and in the end
all watch one change of step. `p50_ms` to
`p99_ms` are waits for the answer to a ballot; `acked_per_s` are ballots on disk and acknowledged at
full speed, `hello_per_s` bare pages of the same server behind the same guards, `ratio` the former
by the latter; `step_seen_last_ms` is from the key to the last phone. `--sync-ms` makes each write
to the disk take so much longer.

Bounded, on this computer only, in a folder of its own that is removed. Exit status 1 when a ballot
is lost or counted twice.
"""

import argparse
import asyncio
import gc
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from typing import Any

import inside  # noqa: F401
from figures import shown
from guest import RECEIVED, Phone, hidden, keys
from ledger import Ledger, apart
from served import DECK, ITEMS, Child, in_thread, new_meeting
from wire import PATIENCE, Line, News, allow
from workshop.rehearse.page import Sheet
from workshop.web.server import fast_loop

Ask = Callable[[], Awaitable[bool]]

MOST_PHONES = 5_000
TURNS = 4  # of ballots and of bare pages, so that a busy moment of the computer meets both
FULL_SPEED = 1.0  # seconds each turn
OK = 200
LOOKING = 0.005  # seconds


async def some_at_once(doing: Iterable[Awaitable[None]], most: int = 100) -> None:
    """As many at the same time as a room that scans one code."""
    gate = asyncio.Semaphore(most)

    async def one(what: Awaitable[None]) -> None:
        async with gate:
            await what

    await asyncio.gather(*(one(what) for what in doing))


async def prepare(child: Child, phones: list[Phone]) -> None:
    """Something to vote on, and everybody in the room."""
    lines = {f"items.{number:012x}": [f"Item {number}"] for number in range(ITEMS)}
    await in_thread(child, "type", lines)
    await in_thread(child, "next")
    await some_at_once(phone.join() for phone in phones)


async def at_full_speed(asking: Sequence[Ask]) -> int:
    """How much is answered when each of these is asked again as soon as it was answered."""
    until = time.perf_counter() + FULL_SPEED

    async def go_on(ask: Ask) -> int:
        count = 0
        while time.perf_counter() < until:
            count += await ask()
        return count

    return sum(await asyncio.gather(*(go_on(ask) for ask in asking)))


def changing(phone: Phone, sheet: Sheet) -> Ask:
    """A phone that sends another ballot each time."""
    chosen = [phone.chance.sample(keys(sheet), 3) for _ in range(5)]
    ballots = cycle((b, phone.request({**hidden(sheet), "ballot": b})) for b in chosen)

    async def ask() -> bool:
        ballot, request = next(ballots)
        if (await phone.line.send(request)).status != RECEIVED:
            return False
        phone.sent = frozenset(ballot)
        return True

    return ask


def greeting(line: Line) -> Ask:
    """A bare page from the same server, behind all that the meeting's pages stand behind."""
    request = line.request("GET", "/")

    async def ask() -> bool:
        return (await line.send(request)).status == OK

    return ask


async def step_seen(phones: list[Phone], turn: Callable[[], Awaitable[None]]) -> float:
    """Seconds from the key until the last phone's stream says that there is something new."""
    streams = [await phone.line.follow("/events") for phone in phones]
    await _known(streams, 1)
    # Whatever this program tidies up is not to be taken for the server's time.
    gc.freeze()
    began = time.perf_counter()
    await turn()
    await _known(streams, 2)
    for stream in streams:
        stream.close()
    return max(stream.heard[1] for stream in streams) - began


async def _known(streams: list[News], things: int) -> None:
    """Looks now and then: two thousand who wait would keep this program from listening."""
    async with asyncio.timeout(PATIENCE):
        while not all(stream.knows(things) for stream in streams):
            await asyncio.sleep(LOOKING)


@dataclass
class Figures:
    """What one run measured; the names are those of the JSON line."""

    phones: int
    ballots: int = 0
    lost: int = 0
    double: int = 0
    p50_ms: float = 0.0
    p95_ms: float = 0.0
    p99_ms: float = 0.0
    acked_per_s: float = 0.0
    hello_per_s: float = 0.0
    ratio: float = 0.0
    step_seen_last_ms: float = 0.0
    rss_mb: float = 0.0

    def compare(self, sent: Counter[Any], held: Counter[Any]) -> None:
        lost, double = apart(sent, held)
        self.lost, self.double = self.lost + lost, self.double + double


async def play(child: Child, ledger: Ledger, count: int, seconds: float) -> Figures:
    """The whole run: join, write, vote, vote at full speed, close, and go on together."""
    figures = Figures(count)
    phones = [Phone(number, Line(child.port)) for number in range(count)]
    await prepare(child, phones)
    await some_at_once(phone.write() for phone in phones)
    wrote = Counter(f"Text {phone.number}" for phone in phones if phone.wrote)
    figures.compare(wrote, ledger.texts(DECK))
    await in_thread(child, "next")
    await in_thread(child, "open")
    await asyncio.gather(*(phone.vote(seconds) for phone in phones))
    figures.compare(_sent(phones), Counter(ledger.box().values()))
    figures.ballots = len(ledger.box())
    _waits(figures, [waited for phone in phones for waited in phone.waited])
    await _speeds(figures, child, phones)
    figures.compare(_sent(phones), Counter(ledger.box().values()))
    await in_thread(child, "close")
    figures.compare(_sent(phones), ledger.closed())
    await in_thread(child, "reveal")
    await hang_up(phones)
    seen = await step_seen(phones, lambda: in_thread(child, "next"))
    figures.step_seen_last_ms = round(seen * 1000, 1)
    figures.rss_mb = child.rss()
    return figures


async def hang_up(phones: list[Phone]) -> None:
    await asyncio.gather(*(phone.line.close() for phone in phones))


def _sent(phones: list[Phone]) -> Counter[frozenset[str]]:
    return Counter(phone.sent for phone in phones if phone.sent)


def _waits(figures: Figures, waited: list[float]) -> None:
    cuts = [round(cut * 1000, 1) for cut in quantiles(waited, n=100, method="inclusive")]
    figures.p50_ms, figures.p95_ms, figures.p99_ms = cuts[49], cuts[94], cuts[98]


async def _speeds(figures: Figures, child: Child, phones: list[Phone]) -> None:
    sheet, acked, bare = await phones[0].sheet(), 0, 0
    voting = [changing(phone, sheet) for phone in phones]
    lines = [Line(child.bare, phone.line.cookies) for phone in phones]
    for _ in range(TURNS):
        acked += await at_full_speed(voting)
        bare += await at_full_speed([greeting(line) for line in lines])
    await asyncio.gather(*(line.close() for line in lines))
    seconds = TURNS * FULL_SPEED
    figures.acked_per_s, figures.hello_per_s = round(acked / seconds, 1), round(bare / seconds, 1)
    figures.ratio = round(acked / bare, 2)


def measure(phones: int, seconds: float, sync_ms: float) -> Figures:
    allow(3 * phones + 200)
    with tempfile.TemporaryDirectory(prefix="workshop-load-") as folder:
        file = Path(folder) / "load.db"
        child = Child(file, new_meeting(file), sync_ms)
        try:
            with asyncio.Runner(loop_factory=fast_loop) as runner:
                return runner.run(play(child, Ledger(file), phones, seconds))
        finally:
            child.stop()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=10.0, help="time in which all vote")
    parser.add_argument("--sync-ms", type=float, default=0.0, help="a disk that takes longer")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    wanted = parser.parse_args(arguments)
    phones = min(max(2, wanted.phones), MOST_PHONES)
    figures = asdict(measure(phones, min(wanted.seconds, 60.0), min(wanted.sync_ms, 100.0)))
    print(shown(figures, wanted.json))
    return 1 if figures["lost"] or figures["double"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
