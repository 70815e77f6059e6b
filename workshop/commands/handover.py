"""The commands that hand meetings over to another computer and take them in."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from workshop import handing
from workshop.commands.home import file_of
from workshop.commands.parameters import Data, option, printer, say
from workshop.domain.refused import Refused
from workshop.domain.words import Joined, Say, said

Which = Annotated[
    str,
    typer.Argument(metavar="NETWORK|MEETING", help=say(Say("A network by name, or a meeting."))),
]
To = Annotated[
    Path,
    typer.Argument(metavar="FILE", help=say(Say("The file to write, or a folder for it."))),
]
Without = Annotated[bool, option(Say("Leave the names of people out."), "--without-names")]
Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help=say(Say("Files that were handed over, or folders."))),
]


def hand_over(
    which: Which, to: To = Path(), without_names: Without = False, data: Data = None
) -> None:
    written = handing.hand_over(file_of(data), which, to, date.today(), not without_names)
    printer.tell(said("Written: %(file)s", file=str(written)))


def take_in(files: Files, data: Data = None) -> None:
    refused = False
    for file in handing.in_folders(files):
        try:
            taken = handing.take_in(file_of(data), file)
        except Refused as problem:
            printer.refuse(problem)
            refused = True
            continue
        for line in handing.told(taken):
            printer.tell(Joined((file.name, line), ": "))
    if refused:
        raise typer.Exit(1)
