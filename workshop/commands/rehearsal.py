"""The command that practises: a whole meeting, a year, or a small meeting to lead oneself."""

from pathlib import Path
from typing import Annotated

import typer

from workshop.commands.choosing import agendas_named
from workshop.commands.home import LANGUAGE, check_terminal, lobby_of
from workshop.commands.parameters import Data, Speech, option, say
from workshop.console import Printer
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say
from workshop.lobby import Lobby
from workshop.rehearse import command
from workshop.rehearse import tour as small
from workshop.tui.app import WorkshopApp

Agendas = Annotated[list[str] | None, typer.Argument(metavar="AGENDA")]
Phones = Annotated[int, typer.Option(min=2, max=2000, help=say(Say("How many simulated phones.")))]
Seed = Annotated[int, option(Say("The same number plays the same meeting."))]
Out = Annotated[Path, option(Say("Folder for the meeting and its documents."))]
Watch = Annotated[bool, option(Say("Watch it in the terminal."), "--watch")]
Tour = Annotated[
    bool,
    option(Say("Lead a small meeting yourself; hints tell the keys."), "--tour"),
]
Year = Annotated[bool, option(Say("A year of three networks: four meetings of each."), "--year")]


def rehearse(
    agendas: Agendas = None,
    phones: Phones = 30,
    language: Speech = LANGUAGE,
    seed: Seed = 1,
    out: Out = Path("rehearsal"),
    watch: Watch = False,
    tour: Tour = False,
    year: Year = False,
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
    chosen = agendas_named(lobby_of(data), agendas or ())
    wanted = command.Wanted(agendas=chosen, phones=phones, language=language, seed=seed, out=out)
    play = command.play_year if year else command.watch if watch else command.play
    good = play(wanted, Printer(language))
    raise typer.Exit(0 if good else 1)


A_YEAR = Say("A year has agendas of its own and cannot be watched. Type: workshop rehearse --year")


def _tour(lobby: Lobby, language: Language, out: Path) -> None:
    check_terminal()
    out.mkdir(parents=True, exist_ok=True)
    host = small.Practice(language, out)
    try:
        WorkshopApp(lobby, language, host, guided=True).run()
    finally:
        host.close()
