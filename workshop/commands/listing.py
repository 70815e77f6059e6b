"""Commands that list and check what there is, and copy it."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from workshop.commands.home import file_of, lobby_of
from workshop.commands.parameters import AsJson, Data, printer, say
from workshop.domain.agenda import Agenda
from workshop.domain.words import LANGUAGES, Count, Joined, Say, Words, said
from workshop.store.agendas import Unfit
from workshop.store.shelf import Kept
from workshop.store.store import Store


def list_agendas(data: Data = None, as_json: AsJson = False) -> None:
    found = list(lobby_of(data).library.usable())
    if as_json:
        printer.data([_data(one) for one in found])
    else:
        _show(found)


def _show(agendas: Sequence[Agenda]) -> None:
    """What to type, what it is for, how long it takes."""
    heads = (Say("Agenda"), Say("For"), Say("Items"), Say("Time"))
    printer.table(heads, [_row(one) for one in agendas])


def _row(one: Agenda) -> tuple[Words, ...]:
    minutes = Count("%(n)s min", "%(n)s min", one.minutes)
    return one.id, Joined((one.title, one.about), "\n"), len(one.steps), minutes


def _data(one: Agenda) -> dict[str, object]:
    return {
        "id": one.id,
        "title": {language: one.title[language] for language in LANGUAGES},
        "minutes": one.minutes,
        "steps": len(one.steps),
    }


def check(
    file: Annotated[
        str, typer.Argument(help=say(Say("An agenda file, or the name of an agenda.")))
    ],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    try:
        agenda = lobby_of(data).library.named(file)
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
        _show([agenda])


def meetings(data: Data = None, as_json: AsJson = False) -> None:
    found = lobby_of(data).kept()
    if as_json:
        printer.data(
            [{"id": m.id, "date": m.date, "network": m.network, "ended": m.ended} for m in found]
        )
    else:
        _show_meetings(found)


def _show_meetings(found: Sequence[Kept]) -> None:
    if not found:
        printer.tell(Say("There are no meetings yet. Begin one with: workshop run introduction"))
        return
    heads = (Say("Meeting"), Say("Date"), Say("Network"), Say("Agenda"), Say("State"))
    states = (Say("can be continued"), Say("ended"))
    printer.table(heads, [(m.id, m.date, m.network, m.title, states[m.ended]) for m in found])


def backup(
    to: Annotated[Path, typer.Argument(help=say(Say("The file to write.")))], data: Data = None
) -> None:
    with closing(Store(file_of(data))) as store:
        store.backup(to)
    printer.tell(said("Written: %(file)s", file=str(to)))
