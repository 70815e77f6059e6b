"""The command that writes a network's plan and all that goes with it, at any time."""

from pathlib import Path
from typing import Annotated

import typer

from workshop import exporting
from workshop.commands import switches as to_choose
from workshop.commands.choosing import Which, upkeep
from workshop.commands.export import kinds_of
from workshop.commands.home import file_of
from workshop.commands.parameters import Data, printer, say
from workshop.domain.words import Language, Say, said
from workshop.export import options

Written = Annotated[
    Language | None,
    typer.Option("--language", "-l", help=say(Say("Language: sv, nb, nn or en."))),
]


def plan(
    network: Which = "",
    language: Written = None,
    to: to_choose.Folder = Path(),
    only: to_choose.Only = None,
    names: to_choose.WithNames = True,
    template: to_choose.Look = None,
    logo: to_choose.Logo = None,
    logo_alt: to_choose.LogoAlt = "",
    reference: to_choose.Reference = "",
    data: Data = None,
) -> None:
    file, standing = file_of(data), upkeep(data).find(network)
    choice = options.Options(
        names=names,
        template=template,
        logo=logo,
        logo_alt=logo_alt,
        reference=reference,
        today=standing.today,
    )
    spoken = language or standing.network.language
    kinds = kinds_of(only)
    written = exporting.export_standing(file, standing, spoken, to, choice, kinds)
    for path in written.files:
        printer.tell(said("Written: %(file)s", file=str(path)))
    if written.notice:
        printer.tell(written.notice)
    if written.missing:
        printer.tell(exporting.lacks(written))
