"""The real server as a process of its own, and the handle a measuring script holds it by.

python scripts/served.py FILE MEETING [SYNC_MS]   serves; takes commands from its standard input
"""

import asyncio
import json
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from workshop.beginning import NewMeeting, create
from workshop.domain.agenda import Agenda
from workshop.domain.refused import Refused
from workshop.domain.words import Texts
from workshop.host import Host
from workshop.steps.collect import Collect
from workshop.steps.vote import Vote
from workshop.steps.writing import Prompt
from workshop.store.store import Batch, Store
from workshop.web.app import guarded
from workshop.web.pace import Paces
from workshop.web.server import Server

ITEMS = 12
DECK = "areas"


def new_meeting(file: Path) -> str:
    """A meeting that collects, votes, and collects again; its id."""
    prompt = Prompt(deck=DECK, label=_same("What should improve?"))
    steps = (
        Collect(id="ask", title=_same("Areas"), prompts=(prompt,)),
        Vote(id="vote", title=_same("Vote"), deck="items"),
        Collect(id="end", title=_same("The end"), prompts=(prompt,)),
    )
    listed = Prompt(deck="items", label=_same("What can be voted for?"))
    first = Collect(id="items", title=_same("List"), prompts=(listed,))
    agenda = Agenda(id="load", title=_same("Load"), about=_same("Load"), steps=(first, *steps))
    with closing(Store(file)) as store:
        return create(store, NewMeeting(agendas=(agenda,), port=_free_port()))


def _free_port() -> int:
    """A port of the meeting's own, far from those that other meetings begin with."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        return int(listening.getsockname()[1])


def _same(text: str) -> Texts:
    return Texts(sv=text, nb=text, nn=text, en=text)


class Child:
    """The server's process; `port` serves the meeting, `bare` one empty page, `rss` is in MB."""

    def __init__(self, file: Path, meeting: str, sync_ms: float = 0.0) -> None:
        command = [sys.executable, __file__, str(file), meeting, str(sync_ms)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        told = self._told()
        self.port, self.bare = int(told["port"]), int(told["bare"])

    @property
    def pid(self) -> int:
        return self._process.pid

    def lead(self, name: str, answers: dict[str, list[str]] | None = None) -> None:
        """The facilitator's key; returns when it is done."""
        assert self._process.stdin is not None
        print(json.dumps({"name": name, "answers": answers or {}}), file=self._process.stdin)
        self._process.stdin.flush()
        self._told()

    def rss(self) -> float:
        """The most memory it had, in MB; 0 where the system does not say."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return 0.0
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        return round(int(lines["VmHWM"].split()[0]) / 1024, 1)

    def kill(self) -> None:
        """Ends it as a power cut would: nothing is tidied up."""
        self._process.kill()
        self._left()

    def stop(self) -> None:
        """Ends it as its own facilitator would."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._left()

    def _left(self) -> None:
        self._process.wait(30)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()

    def _told(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the server ended by itself")
        told: dict[str, Any] = json.loads(line)
        if "refused" in told:
            raise RuntimeError(f"refused: {told['refused']}")
        return told


def slowed(seconds: float) -> None:
    """From now on every write to the disk takes so much longer."""
    keep = Store.keep

    def slow(self: Store, meeting: str, batch: Batch) -> None:
        keep(self, meeting, batch)
        time.sleep(seconds)

    Store.keep = slow  # type: ignore[method-assign]


async def _hello(request: Request) -> PlainTextResponse:
    return PlainTextResponse("hello")


async def _bare() -> Server:
    """One bare page behind all that the meeting's own pages stand behind."""
    server = Server(guarded([Route("/", _hello)], Paces()), 0, "127.0.0.1")
    await server.start()
    return server


def serve(file: Path, meeting: str, sync_ms: float) -> None:
    """Serves until the standard input ends; every line of it is an action of the facilitator."""
    if sync_ms:
        slowed(sync_ms / 1000)
    host = Host(file, meeting, bind="127.0.0.1")
    bare = host.soon(_bare()).result()
    print(json.dumps({"port": host.port, "bare": bare.port}), flush=True)
    for line in sys.stdin:
        wanted = json.loads(line)
        try:
            host.lead(wanted["name"], wanted["answers"]).result()
        except Refused as refused:
            print(json.dumps({"refused": str(refused.words)}), flush=True)
        else:
            print(json.dumps({"done": wanted["name"]}), flush=True)
    host.soon(bare.stop()).result()
    host.close()


async def in_thread(child: Child, name: str, answers: dict[str, list[str]] | None = None) -> None:
    """The facilitator's key, without holding up the phones of this process."""
    await asyncio.to_thread(child.lead, name, answers)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
