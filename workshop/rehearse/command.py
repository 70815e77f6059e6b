"""The rehearsal as the command line offers it: printed, or watched in the terminal."""

import asyncio
import threading
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from workshop.console import Printer
from workshop.domain.agenda import Agenda
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say, Words, said
from workshop.host import Host
from workshop.lobby import Lobby, Network
from workshop.rehearse.check import Check, Report
from workshop.rehearse.play import FILE, opened, rehearse
from workshop.rehearse.year import rehearse_years, years
from workshop.tui.app import WorkshopApp

PACE = 1.5  # seconds between two keys, so that one can follow
HOME = "127.0.0.1"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be rehearsed, and where its meeting and documents go."""

    agendas: Sequence[Agenda]
    phones: int
    language: Language
    seed: int
    out: Path


def play(wanted: Wanted, printer: Printer) -> bool:
    """Plays as fast as it goes and prints what was counted; whether every count adds up."""
    report = asyncio.run(
        rehearse(
            wanted.agendas,
            phones=wanted.phones,
            language=wanted.language,
            seed=wanted.seed,
            out=wanted.out,
            tell=printer.tell,
        )
    )
    return told(report, printer)


def play_year(wanted: Wanted, printer: Printer) -> bool:
    """Plays a year of three networks; the agendas are those that come with the program."""
    if (wanted.out / FILE).exists():
        raise Refused(said(PLAYED.text, folder=str(wanted.out)))
    playing = years(phones=wanted.phones, seed=wanted.seed, out=wanted.out, tell=printer.tell)
    report = asyncio.run(rehearse_years(playing, printer.tell))
    _show(_summed(report.checks, printer), printer)
    printer.tell(said("Written: %(file)s", file=str(wanted.out)))
    return report.ok


PLAYED = Say("A rehearsal lies in “%(folder)s” already. Choose another folder with --out.")


def _summed(checks: Sequence[Check], printer: Printer) -> list[tuple[Words, int, int, bool]]:
    """Each count once: how often it was made, and how often it agreed."""
    by_name: dict[str, list[bool]] = {}
    for check in checks:
        by_name.setdefault(printer.say(check.name), []).append(check.ok)
    return [(name, len(oks), sum(oks), all(oks)) for name, oks in by_name.items()]


def watch(wanted: Wanted, printer: Printer) -> bool:
    """Plays on the screen at a pace to follow; leaving the screen ends the rehearsal."""
    host = opened(wanted.out / FILE, wanted.agendas, wanted.language)
    playing = _Playing(wanted, host)
    thread = threading.Thread(target=playing.run, name="rehearsal", daemon=True)
    thread.start()
    try:
        lobby = Lobby(wanted.out / FILE, Network(bind=HOME, documents=wanted.out))
        WorkshopApp(lobby, wanted.language, host).run()
    finally:
        playing.stop()
        thread.join(10)
        host.close()
    if playing.report is None:
        printer.tell(Say("The rehearsal was left before its end, so nothing was counted again."))
        return True
    return told(playing.report, printer)


def told(report: Report, printer: Printer) -> bool:
    """Prints each count with what was expected and found, and where the documents lie."""
    _show([(c.name, c.expected, c.found, c.ok) for c in report.checks], printer)
    for path in report.documents:
        printer.tell(said("Written: %(file)s", file=str(path)))
    return report.ok


def _show(counts: Iterable[tuple[Words, Words, Words, bool]], printer: Printer) -> None:
    """What was counted again: expected, found, and whether they are the same."""
    heads = (Say("Counted again"), Say("Expected"), Say("Found"), Say("Same"))
    same = (Say("NO"), Say("yes"))
    printer.table(heads, [(name, due, found, same[ok]) for name, due, found, ok in counts])


@dataclass
class _Playing:
    """The rehearsal on a thread of its own, beside the terminal."""

    wanted: Wanted
    host: Host
    report: Report | None = None
    _loop: asyncio.AbstractEventLoop | None = field(default=None, repr=False)
    _task: "asyncio.Task[Report] | None" = field(default=None, repr=False)

    def run(self) -> None:
        with closing(asyncio.new_event_loop()) as loop:
            self._loop = loop
            self._task = loop.create_task(self._play())
            try:
                self.report = loop.run_until_complete(self._task)
            except asyncio.CancelledError:
                pass
            finally:
                self._loop = None

    def stop(self) -> None:
        if self._loop is not None and self._task is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)

    async def _play(self) -> Report:
        return await rehearse(
            self.wanted.agendas,
            phones=self.wanted.phones,
            language=self.wanted.language,
            seed=self.wanted.seed,
            out=self.wanted.out,
            tell=lambda words: None,
            pace=PACE,
            host=self.host,
        )
