"""The options and arguments that several commands share, in the user's language."""

from pathlib import Path
from typing import Annotated

import typer

from workshop.commands.home import DATA, LANGUAGE
from workshop.console import Printer
from workshop.domain.words import Language, Say
from workshop.language import tongue

EVERYWHERE = "0.0.0.0"
say = tongue(LANGUAGE)
printer = Printer(LANGUAGE)


def option(words: Say, *names: str) -> typer.models.OptionInfo:
    """An option with its help; without names it is called as its parameter."""
    found: typer.models.OptionInfo = typer.Option(*names, help=say(words))
    return found


Names = Annotated[
    list[str],
    typer.Argument(
        metavar="AGENDA",
        help=say(
            Say("One or several agendas for the day: a name such as theme-1, or a .toml file.")
        ),
    ),
]
Speech = Annotated[Language, option(Say("Language: sv, nb, nn or en."), "--language", "-l")]
Data = Annotated[
    Path | None,
    typer.Option("--data", envvar=DATA, help=say(Say("Folder where meetings are kept."))),
]
Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, help=say(Say("Port number for the phones.")))
]
Bind = Annotated[str, option(Say("Network address of this computer to use."), "--bind")]
Public = Annotated[
    str,
    option(Say("Address phones use through a tunnel or proxy."), "--public-url"),
]
Net = Annotated[str, option(Say("Name of the regional network."), "--network")]
Region = Annotated[str, option(Say("Region, as in the questions."), "--region")]
Sector = Annotated[str, option(Say("Sector, as in the questions."), "--sector")]
Place = Annotated[str, option(Say("Where the meeting is held."), "--place")]
Browser = Annotated[bool, option(Say("Show it in a window of your browser instead."), "--browser")]
AsJson = Annotated[bool, option(Say("Print JSON, for scripts."), "--json")]
MeetingId = Annotated[
    str, typer.Argument(metavar="MEETING", help=say(Say("The meeting, as `meetings` lists it.")))
]
Yes = Annotated[bool, option(Say("Do it without asking, for scripts."), "--yes")]
