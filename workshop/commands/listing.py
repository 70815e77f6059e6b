"""Commands that list and check what there is, and copy it."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from workshop.commands.home import file_of, lobby_of
from workshop.commands.parameters import AsJson, Data, printer, say
from workshop.console import agenda_data
from workshop.domain.words import Say, said
from workshop.store.agendas import Unfit
from workshop.store.store import Store


def list_agendas(data: Data = None, as_json: AsJson = False) -> None:
    found = list(lobby_of(data).usable())
    if as_json:
        printer.data([agenda_data(one) for one in found])
    else:
        printer.agendas(found)


def check(
    file: Annotated[
        str, typer.Argument(help=say(Say("An agenda file, or the name of an agenda.")))
    ],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    try:
        agenda = lobby_of(data).agenda_named(file)
    except Unfit as unfit:
        if not as_json:
            raise
        printer.data(
            [{"line": p.line, "key": p.key, "problem": say(p.words)} for p in unfit.problems]
        )
        raise typer.Exit(1) from None
    if as_json:
        printer.data([])
    else:
        printer.tell(said("%(file)s is in order.", file=file))
        printer.agendas([agenda])


def meetings(data: Data = None, as_json: AsJson = False) -> None:
    found = lobby_of(data).kept()
    if as_json:
        printer.data(
            [{"id": m.id, "date": m.date, "network": m.network, "ended": m.ended} for m in found]
        )
    else:
        printer.meetings(found)


def backup(
    to: Annotated[Path, typer.Argument(help=say(Say("The file to write.")))], data: Data = None
) -> None:
    with closing(Store(file_of(data))) as store:
        store.backup(to)
    printer.tell(said("Written: %(file)s", file=str(to)))
