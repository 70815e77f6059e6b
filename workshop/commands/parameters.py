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

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="AGENDA",
        help=say(
            Say("One or several agendas for the day: a name such as theme-1, or a .toml file.")
        ),
    ),
]
Speech = Annotated[
    Language, typer.Option("--language", "-l", help=say(Say("Language: sv, nb, nn or en.")))
]
Data = Annotated[
    Path | None,
    typer.Option("--data", envvar=DATA, help=say(Say("Folder where meetings are kept."))),
]
Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, help=say(Say("Port number for the phones.")))
]
Bind = Annotated[
    str, typer.Option("--bind", help=say(Say("Network address of this computer to use.")))
]
Public = Annotated[
    str,
    typer.Option("--public-url", help=say(Say("Address phones use through a tunnel or proxy."))),
]
Net = Annotated[str, typer.Option("--network", help=say(Say("Name of the regional network.")))]
Region = Annotated[str, typer.Option("--region", help=say(Say("Region, as in the questions.")))]
Sector = Annotated[str, typer.Option("--sector", help=say(Say("Sector, as in the questions.")))]
Place = Annotated[str, typer.Option("--place", help=say(Say("Where the meeting is held.")))]
Browser = Annotated[
    bool, typer.Option("--browser", help=say(Say("Show it in a window of your browser instead.")))
]
AsJson = Annotated[bool, typer.Option("--json", help=say(Say("Print JSON, for scripts.")))]
MeetingId = Annotated[
    str, typer.Argument(metavar="MEETING", help=say(Say("The meeting, as `meetings` lists it.")))
]
