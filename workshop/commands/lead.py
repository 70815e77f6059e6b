"""Commands that lead a meeting: in this terminal, from a web page, or as a rehearsal."""

import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from workshop.beginning import NewMeeting
from workshop.browser import window
from workshop.commands import first
from workshop.commands.home import LANGUAGE, LOG, check_terminal, lobby_of
from workshop.commands.parameters import (
    EVERYWHERE,
    Bind,
    Browser,
    Data,
    MeetingId,
    Names,
    Net,
    Place,
    Port,
    Public,
    Region,
    Sector,
    Speech,
    printer,
    say,
)
from workshop.console import Printer
from workshop.domain.agenda import Agenda
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say, said
from workshop.host import Host
from workshop.lobby import Lobby, Network
from workshop.rehearse import command, tour
from workshop.tui.app import WorkshopApp


def welcome(context: typer.Context, data: Data = None, language: Speech = LANGUAGE) -> None:
    if context.invoked_subcommand is None:
        first.welcome(data, language)


def run(
    agendas: Names,
    language: Speech = LANGUAGE,
    network: Net = "",
    region: Region = "",
    sector: Sector = "",
    place: Place = "",
    data: Data = None,
    port: Port = 0,
    bind: Bind = EVERYWHERE,
    public_url: Public = "",
    browser: Browser = False,
) -> None:
    show = _show_in_browser if browser else _show_here()
    lobby = lobby_of(data, Network(bind, port, public_url))
    new = _new(_read(lobby, agendas), language, network, region, sector, place)
    show(lobby, lobby.create(new), language)


def open_(
    meeting: MeetingId,
    language: Annotated[Language | None, typer.Option("--language", "-l")] = None,
    data: Data = None,
    port: Port = 0,
    bind: Bind = EVERYWHERE,
    public_url: Public = "",
    browser: Browser = False,
) -> None:
    show = _show_in_browser if browser else _show_here()
    show(lobby_of(data, Network(bind, port, public_url)), meeting, language)


def serve(
    agendas: Annotated[list[str] | None, typer.Argument(metavar="AGENDA")] = None,
    meeting: Annotated[
        str, typer.Option("--meeting", help=say(Say("Continue this meeting instead.")))
    ] = "",
    language: Speech = LANGUAGE,
    network: Net = "",
    region: Region = "",
    sector: Sector = "",
    place: Place = "",
    data: Data = None,
    port: Port = 0,
    bind: Bind = EVERYWHERE,
    public_url: Public = "",
) -> None:
    lobby = lobby_of(data, Network(bind, port, public_url))
    if not meeting:
        if not agendas:
            raise Refused(Say("Name at least one agenda, or a meeting with --meeting."))
        meeting = lobby.create(
            _new(_read(lobby, agendas), language, network, region, sector, place)
        )
    _serve(lobby.reopen(meeting))


def rehearse(
    agendas: Annotated[list[str] | None, typer.Argument(metavar="AGENDA")] = None,
    phones: Annotated[
        int, typer.Option(min=2, max=2000, help=say(Say("How many simulated phones.")))
    ] = 30,
    language: Speech = LANGUAGE,
    seed: Annotated[
        int, typer.Option(help=say(Say("The same number plays the same meeting.")))
    ] = 1,
    out: Annotated[
        Path, typer.Option(help=say(Say("Folder for the meeting and its documents.")))
    ] = Path("rehearsal"),
    watch: Annotated[
        bool, typer.Option("--watch", help=say(Say("Watch it in the terminal.")))
    ] = False,
    tour: Annotated[
        bool,
        typer.Option(
            "--tour", help=say(Say("Lead a small meeting yourself; hints tell the keys."))
        ),
    ] = False,
    year: Annotated[
        bool,
        typer.Option("--year", help=say(Say("A year of three networks: four meetings of each."))),
    ] = False,
    data: Data = None,
) -> None:
    if tour:
        _tour(lobby_of(data), language, out)
        return
    if year and (agendas or watch):
        raise Refused(A_YEAR)
    if not agendas and not year:
        raise Refused(Say("Name at least one agenda, or lead a small meeting with --tour."))
    if watch:
        check_terminal()
    chosen = _read(lobby_of(data), agendas or ())
    wanted = command.Wanted(agendas=chosen, phones=phones, language=language, seed=seed, out=out)
    play = command.play_year if year else command.watch if watch else command.play
    good = play(wanted, Printer(language))
    raise typer.Exit(0 if good else 1)


A_YEAR = Say("A year has agendas of its own and cannot be watched. Type: workshop rehearse --year")


def _tour(lobby: Lobby, language: Language, out: Path) -> None:
    check_terminal()
    out.mkdir(parents=True, exist_ok=True)
    host = tour.Practice(language, out)
    try:
        WorkshopApp(lobby, language, host, guided=True).run()
    finally:
        host.close()


def _read(lobby: Lobby, names: Sequence[str]) -> tuple[Agenda, ...]:
    return tuple(lobby.agenda_named(name) for name in names)


def _new(
    agendas: tuple[Agenda, ...],
    language: Language,
    network: str,
    region: str,
    sector: str,
    place: str,
) -> NewMeeting:
    return NewMeeting(
        agendas=agendas,
        network=network,
        region=region,
        sector=sector,
        place=place,
        language=language,
    )


Show = Callable[[Lobby, str, Language | None], None]


def _show_here() -> Show:
    """In this terminal; raises `Refused` before anything is begun where there is none."""
    check_terminal()
    return _show


def _show_in_browser(lobby: Lobby, meeting: str, language: Language | None) -> None:
    host = lobby.reopen(meeting)
    try:
        spoken = language or host.room.meeting.language
        shown = window.Window(lambda: WorkshopApp(lobby, spoken, host), spoken)
        printer.tell(said("The stage is at: %(address)s (secret)", address=shown.address))
        printer.tell(Say("Stop with Ctrl+C. The meeting is kept and can be continued."))
        typer.launch(shown.address)
        shown.run()
    finally:
        host.close()


def _show(lobby: Lobby, meeting: str, language: Language | None) -> None:
    host = lobby.reopen(meeting, waits=True)
    try:
        for _ in range(SCREENS):
            # The room and the phones go on beside the screen, so after a fault in the screen a
            # new one shows the meeting where it is.
            screen = WorkshopApp(lobby, language or host.room.meeting.language, host)
            screen.run()
            if not screen.return_code:
                return
        raise Refused(said(FAULTY.text, meeting=host.room.meeting.id, file=str(LOG)))
    finally:
        host.close()


SCREENS = 3
FAULTY = Say(
    "The screen cannot be shown because of a fault in the program. Everything that was received "
    "is kept. Lead from a web page instead: workshop serve --meeting %(meeting)s. The fault is "
    "described in %(file)s."
)


def _serve(host: Host) -> None:
    """Tells the addresses, then waits until somebody stops the program."""
    stopped = threading.Event()
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: stopped.set())
    if host.notice:
        printer.tell(host.notice)
    printer.tell(said("Phones join at: %(address)s", address=host.address))
    printer.tell(said("You lead at: %(address)s (secret)", address=host.desk))
    printer.tell(Say("Stop with Ctrl+C. The meeting is kept and can be continued."))
    sys.stdout.flush()
    while not stopped.wait(0.5):
        pass
    host.close()
