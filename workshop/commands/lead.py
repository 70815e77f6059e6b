"""Commands that lead a meeting: in this terminal, in a browser window, or from a web page."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Annotated

import typer

from workshop.beginning import NewMeeting
from workshop.browser import window
from workshop.commands import first
from workshop.commands.choosing import agendas_named
from workshop.commands.home import DATA, LANGUAGE, LOG, check_terminal, lobby_of
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
    option,
    printer,
)
from workshop.domain.agenda import Agenda
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say, said
from workshop.host import Host
from workshop.lobby import Lobby, Network
from workshop.tui.app import WorkshopApp


def welcome(context: typer.Context, data: Data = None, language: Speech = LANGUAGE) -> None:
    if context.invoked_subcommand is None:
        first.welcome(data, language)
    else:
        _hand_on(context)


def _hand_on(context: typer.Context) -> None:
    """What is said before a command holds for the command; it is not forgotten without a word."""
    given = {
        name: str(value)
        for name, value in context.params.items()
        if (source := context.get_parameter_source(name)) and source.name == "COMMANDLINE"
    }
    if "data" in given:
        os.environ[DATA] = given["data"]  # the environment goes before other defaults
    context.default_map = {context.invoked_subcommand or "": given}


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
    new = _new(agendas_named(lobby, agendas), language, network, region, sector, place)
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
    meeting: Annotated[str, option(Say("Continue this meeting instead."), "--meeting")] = "",
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
            _new(agendas_named(lobby, agendas), language, network, region, sector, place)
        )
    _serve(lobby.reopen(meeting))


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
