"""The switches of `export`: what the documents hold, how they look, draft or final."""

from pathlib import Path
from typing import Annotated, TypeVar

import typer

from workshop.commands.parameters import say
from workshop.domain.words import Say

T = TypeVar("T")


def _help(words: Say, *names: str) -> typer.models.OptionInfo:
    found: typer.models.OptionInfo = typer.Option(*names, help=say(words))
    return found


Folder = Annotated[Path, _help(Say("Folder for the documents."), "--to")]
Only = Annotated[
    list[str] | None,
    _help(
        Say(
            "Only these, with commas: minutes, plan, run-sheet, ballots, strategy, report, "
            "follow-up, examples, calendar, spreadsheet, package, schema, mail."
        ),
        "--only",
    ),
]
Final = Annotated[bool, _help(Say("Minutes and plan as final, with a version."), "--final")]
Override = Annotated[str, _help(Say("Why it is final although something is missing."))]
WithNames = Annotated[bool, _help(Say("Name the people."), "--names/--no-names")]
Absent = Annotated[bool, _help(Say("Tell who was absent."), "--absent/--no-absent")]
Ranking = Annotated[bool, _help(Say("The whole list of votes."), "--ranking/--no-ranking")]
Raw = Annotated[bool, _help(Say("Every contribution, as written."), "--raw/--no-raw")]
Look = Annotated[Path | None, _help(Say("Your own Word file, for its styles."))]
Logo = Annotated[Path | None, _help(Say("A PNG or JPEG picture."))]
LogoAlt = Annotated[str, _help(Say("The logo in words, to be read aloud."))]
Facilitator = Annotated[str, _help(Say("Facilitator"))]
NotesBy = Annotated[str, _help(Say("Notes by"))]
Reference = Annotated[str, _help(Say("Reference"))]
Distribution = Annotated[str, _help(Say("Distribution"))]
MailTo = Annotated[str, _help(Say("E-mail address of the regional lead."))]
