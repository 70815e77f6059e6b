"""A running meeting: room, writer and server on an event loop in a thread of their own."""

import asyncio
import gc
import socket
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock

from workshop import exporting
from workshop.clock import Clock, local_now
from workshop.domain.edition import Edition, Told, Written, quietly
from workshop.domain.form import Answers
from workshop.domain.refused import Refused
from workshop.domain.words import Say, Words
from workshop.fileview import show_folder
from workshop.leading.planning import agenda_of
from workshop.places import Places
from workshop.renewing import Renewing
from workshop.room import Room
from workshop.store.library import Library
from workshop.store.lock import hold
from workshop.store.store import Store
from workshop.web import app
from workshop.web import server as servers
from workshop.web.listening import free, likely

T = TypeVar("T")

RUBBISH = 20_000  # things that may hold each other before they are searched
MOVED = Say(
    "Another program uses the address from before, so the meeting has a new one. Phones scan the "
    "code again and are recognised."
)


class Host:
    """Opens a meeting on a thread of its own; `close` stops the server and frees the meeting.

    `reached` counts the phones that opened the test page.
    `bind` is the network address to listen on ("" for all), `port` 0 takes the meeting's own.
    `clock` tells the time; a rehearsed year has one of its own.
    With `waits` phones that come are kept waiting until `admit`, so that the first picture need not
    wait for the web server to load. Raises `Refused` when the meeting cannot be opened.
    """

    def __init__(
        self,
        file: Path,
        meeting: str,
        *,
        bind: str = "0.0.0.0",
        port: int = 0,
        public_url: str = "",
        documents: Path | None = None,
        waits: bool = False,
        clock: Clock = local_now,
    ) -> None:
        self.notice: Words = ""
        self.reached = 0
        self.file = file
        self.documents = documents or file.parent / "documents"
        self.places = Places(bind)
        self._bind, self._wanted, self._public = bind, port, public_url.rstrip("/")
        self._waits = waits
        self._clock = clock
        self._stop: Callable[[], None] = lambda: None
        self._ready: Future[None] = Future()
        store = Store(file)
        try:
            self._lock: FileLock = hold(file, store.meeting(meeting).id)
        except Refused:
            store.close()
            raise
        self._begin(store, meeting)

    @property
    def address(self) -> str:
        """What phones open; follows the computer when it changes network."""
        return self._public or f"http://{self.places.current()}:{self.port}"

    @property
    def desk(self) -> str:
        """The facilitator's secret address."""
        return f"{self.address}/desk/{self.room.secret}"

    def lead(self, name: str, answers: Answers) -> "Future[None]":
        """Does an action of the facilitator, from any thread."""
        return self.soon(self.room.lead(name, answers))

    def write_documents(self, edition: Edition, told: Told = quietly) -> "Future[Written]":
        """Writes the whole folder of documents, from any thread; minutes and plan come first."""
        return self.soon(self._publish(edition, told))

    def save_agenda(self, name: str) -> "Future[Path]":
        """Keeps the agenda as it stands now among one's own; raises `Refused`, from any thread."""
        kept = agenda_of(self.room.meeting)
        return self.soon(asyncio.to_thread(Library(self.file).save, kept, name))

    def open_folder(self) -> None:
        """Shows the folder of documents in the computer's own file window."""
        show_folder(self.documents)

    def soon(self, doing: Coroutine[Any, Any, T]) -> "Future[T]":
        """Runs a coroutine on the room's loop."""
        return asyncio.run_coroutine_threadsafe(doing, self.loop)

    def admit(self) -> None:
        """Lets the phones in, if they had to wait."""
        if self._thread.is_alive():
            self.loop.call_soon_threadsafe(self._admitted.set)

    def close(self) -> None:
        """Stops taking anything in, writes what waits, and frees the meeting."""
        if self._thread.is_alive():
            self.loop.call_soon_threadsafe(self._stop)
            self._thread.join()

    def _begin(self, store: Store, meeting: str) -> None:
        self._thread = threading.Thread(
            target=self._run, args=(store, meeting), name="room", daemon=True
        )
        self._thread.start()
        try:
            self._ready.result()
        except BaseException:
            # Whatever came, also Ctrl+C: the thread lets go of file and lock before it is told.
            self._thread.join()
            raise

    def _run(self, store: Store, meeting: str) -> None:
        try:
            with asyncio.Runner(loop_factory=servers.fast_loop) as runner:
                runner.run(self._serve(store, meeting))
        except BaseException as problem:
            # Before the meeting is open, whoever opens it is told; later, nobody can be: crash.
            if self._ready.done():
                raise
            self._ready.set_exception(problem)
        finally:
            store.close()
            self._lock.release()

    async def _serve(self, store: Store, meeting: str) -> None:
        self.loop = asyncio.get_running_loop()
        self.room = Room(store, meeting, self._clock)
        renewing = Renewing(self.file, self._clock, self.room.meeting)
        self.room.hear(renewing.hear)
        listening = self._listen(store)
        self._admitted, stopped = asyncio.Event(), asyncio.Event()
        self._stop = lambda: _set(self._admitted, stopped)
        if self._waits:
            self._ready.set_result(None)
            await self._admitted.wait()
        pages = app.make_app(self.room, self._publish, lambda: self.address, self._count)
        server = servers.Server(pages, listening=listening)
        await server.start()
        spare_searches()
        if not self._waits:
            self._ready.set_result(None)
        await stopped.wait()
        await server.stop()
        await self.room.close()
        await renewing.close()

    def _listen(self, store: Store) -> socket.socket:
        """Takes the wanted port, else the meeting's own or the first that is free; keeps it."""
        before = self.room.port
        listening = free(self._bind, [self._wanted] if self._wanted else likely(before))
        self.port = int(listening.getsockname()[1])
        if self.port != before:
            self.notice = MOVED if before else ""
            store.move(self.room.meeting.id, self.port)
        return listening

    def _count(self) -> None:
        self.reached += 1

    async def _publish(self, edition: Edition, told: Told = quietly) -> Written:
        return await exporting.publish(self.room, self.documents, edition, told)


def spare_searches() -> None:
    """Looks for collected rubbish less: next to all of a meeting goes away by itself.

    With five hundred phones a search took 90 ms, and all searches a sixth of the server's time.
    """
    if not gc.get_freeze_count():
        gc.freeze()
    gc.set_threshold(RUBBISH)


def _set(*events: asyncio.Event) -> None:
    for event in events:
        event.set()
