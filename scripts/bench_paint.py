"""Measures key press to repaint: in a calm room, and while 500 phones vote without pause.

The host, its server, its database and the terminal are the real ones, in one process as always;
the phones come in through the room's door. `command_p95_ms` is a key that has to be written to
disk before the stage shows it.
"""

import asyncio
import inspect
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any, Final

from textual import events

from figures import shown
from workshop.beginning import NewMeeting, create
from workshop.domain.step import Who
from workshop.host import Host
from workshop.lobby import Lobby
from workshop.store.agendas import find, read_agenda
from workshop.store.store import Store
from workshop.tui.app import WorkshopApp
from workshop.tui.widgets.stage import Stage

PHONES: Final = 500
ITEMS: Final = 60  # over several pages, also in two columns
BALLOTS_A_SECOND: Final = 500
KEYS: Final = 120
COMMANDS: Final = 40
CALM: Final = 6.0  # seconds in which nothing happens
PAUSE: Final = 0.05  # between keys
PATIENCE: Final = 20.0
SIZE: Final = (120, 40)


class Watched(WorkshopApp):
    """The app, telling when a picture has gone out to the terminal."""

    CSS_PATH = [Path(inspect.getfile(WorkshopApp)).parent / str(p) for p in WorkshopApp.CSS_PATH]
    painted: Callable[[], None] | None = None

    def _display(self, screen: Any, renderable: Any) -> None:
        super()._display(screen, renderable)
        if self.painted is not None:
            self.painted()


def opened(folder: Path) -> Host:
    file = folder / "paint.db"
    agendas = tuple(read_agenda(find(name)) for name in ("introduction", "theme-1"))
    with closing(Store(file)) as store:
        meeting = create(store, NewMeeting(agendas=agendas, network="Bench", language="sv"))
    return Host(file, meeting, bind="127.0.0.1")


async def filled(host: Host) -> None:
    """500 people, a long list, and voting open."""
    kinds = ("authority", "employer", "union", "municipality")
    for number in range(PHONES):
        told = {"party": [kinds[number % 4]], "organisation": [f"Org {number // 4}"]}
        await host.room.join(f"p{number}", told, "sv")
    await host.room.lead("go", {"item": ["clean"]})
    lines = {f"areas.{n:012x}": [f"Förbättringsområde nummer {n}"] for n in range(ITEMS)}
    await host.room.lead("type", lines)
    await host.room.lead("go", {"item": ["vote"]})
    await host.room.lead("open")


async def voting(host: Host, taken: list[float]) -> None:
    """Everybody votes and changes the ballot again and again; `taken` gets when each was kept."""
    chance = Random(1)
    meeting = host.room.meeting
    stamp = next(one.id for one in meeting.rounds.values() if one.state == "open")
    cards = [card.id for card in meeting.deck("areas")]

    async def phone(number: int) -> None:
        while True:
            await asyncio.sleep(chance.expovariate(BALLOTS_A_SECOND / PHONES))
            ballot = {"ballot": chance.sample(cards, 3), "stamp": [stamp]}
            await host.room.contribute("vote", Who(f"p{number}", "sv"), ballot)
            taken.append(time.perf_counter())

    await asyncio.gather(*(phone(number) for number in range(PHONES)))


async def waits(
    app: Watched, keys: int, press: Callable[[], str], done: Callable[[], bool]
) -> float:
    """The 95th percentile of key press to repaint, in milliseconds."""
    measured = []
    for _ in range(keys):
        loop = asyncio.get_running_loop()
        shown: asyncio.Future[float] = loop.create_future()

        def painted(shown: asyncio.Future[float] = shown) -> None:
            if done() and not shown.done():
                shown.set_result(time.perf_counter())

        key = press()
        began = time.perf_counter()
        app.painted = painted
        app.post_message(events.Key(key, key if len(key) == 1 else None))
        measured.append(await asyncio.wait_for(shown, PATIENCE) - began)
        app.painted = None
        await asyncio.sleep(PAUSE)
    return quantiles(measured, n=100, method="inclusive")[94] * 1000


async def turning(app: Watched) -> float:
    """Pages turned back and forth."""
    stage = app.screen.query_one(Stage)
    target = stage.page

    def press() -> str:
        nonlocal target
        target = 1 - min(stage.page, 1)
        return "right_square_bracket" if target else "left_square_bracket"

    return await waits(app, KEYS, press, lambda: stage.page == target)


async def commanding(app: Watched, host: Host) -> float:
    """A minute more and a minute less."""
    wanted = 0

    def press() -> str:
        nonlocal wanted
        wanted = 1 - host.room.meeting.stretched.get("vote", 0)
        return "+" if wanted else "-"

    def done() -> bool:
        view = app.screen.query_one(Stage).view
        return view is not None and view.meeting.stretched.get("vote", 0) == wanted

    return await waits(app, COMMANDS, press, done)


async def resting() -> float:
    """How many per cent of a core the whole program takes while nothing happens."""
    await asyncio.sleep(1.0)
    used, began = time.process_time(), time.perf_counter()
    await asyncio.sleep(CALM)
    return 100 * (time.process_time() - used) / (time.perf_counter() - began)


async def measured(host: Host, lobby: Lobby) -> dict[str, float]:
    app = Watched(lobby, "sv", host, lambda: datetime.now().astimezone())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        idle = await turning(app)
        command = await commanding(app, host)
        cpu = await resting()
        taken: list[float] = []
        crowd = host.soon(voting(host, taken))
        await asyncio.sleep(1.0)
        load, command_load = await turning(app), await commanding(app, host)
        crowd.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.wrap_future(crowd)
    return {
        "idle_p95_ms": round(idle, 1),
        "load_p95_ms": round(load, 1),
        "ratio": round(load / idle, 2),
        "idle_cpu_pct": round(cpu, 2),
        "command_p95_ms": round(command, 1),
        "command_load_p95_ms": round(command_load, 1),
        "phones": PHONES,
        "ballots_per_s": round(len(taken) / (taken[-1] - taken[0]), 1),
    }


def report() -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="workshop-paint-") as folder:
        host = opened(Path(folder))
        try:
            host.soon(filled(host)).result(60)
            return asyncio.run(measured(host, Lobby(Path(folder) / "paint.db")))
        finally:
            host.close()


def main(arguments: list[str]) -> int:
    os.environ.setdefault("TERM", "xterm-256color")
    print(shown(report(), "--json" in arguments))
    return 0
