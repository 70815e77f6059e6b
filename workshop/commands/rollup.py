"""The command that rolls a folder of handed-over files up for the secretariat."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from workshop import rollups
from workshop.commands.home import LANGUAGE
from workshop.commands.parameters import AsJson, Speech, option, printer, say
from workshop.domain.rollup import RollUp
from workshop.domain.sheet import Table
from workshop.domain.words import Count, Language, Say, said
from workshop.export import comparison
from workshop.export.options import Options

Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help=say(Say("A folder with files handed over.")))
]
To = Annotated[
    Path | None,
    option(Say("Write report, spreadsheet and JSON into this folder."), "--to"),
]
Day = Annotated[
    datetime | None,
    typer.Option(
        "--date",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help=say(Say("The day that decides what is overdue; today, if not given.")),
    ),
]
Look = Annotated[
    Path | None,
    option(Say("Your own Word file, for its styles."), "--template"),
]
MOST = 10


def rollup(
    folder: Folder,
    to: To = None,
    day: Day = None,
    language: Speech = LANGUAGE,
    template: Look = None,
    as_json: AsJson = False,
) -> None:
    found = rollups.roll_up(folder, day.date() if day else date.today())
    if as_json:
        printer.data(found.model_dump(mode="json"))
    else:
        _show(found)
    for file in _written(found, to, language, template) if to else ():
        if not as_json:
            printer.tell(said("Written: %(file)s", file=str(file)))


def _written(
    found: RollUp, to: Path, language: Language, template: Path | None
) -> tuple[Path, ...]:
    return rollups.write(found, to, language, Options(template=template))


def _show(found: RollUp) -> None:
    printer.tell(Count("%(n)s meeting", "%(n)s meetings", found.meetings))
    for table in (
        comparison.plan_areas(found),
        comparison.meetings(found),
        comparison.measures(found),
        comparison.top_areas(found, MOST),
    ):
        _print(table)
    for name in found.unread:
        printer.tell(said(rollups.UNREAD.text, file=name))


def _print(table: Table) -> None:
    if table.rows:
        printer.table(table.head, table.rows)
