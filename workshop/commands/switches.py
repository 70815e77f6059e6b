"""The switches of `export`: what the documents hold, how they look, draft or final."""

from pathlib import Path
from typing import Annotated, TypeVar

from workshop.commands.parameters import option
from workshop.domain.words import Say

T = TypeVar("T")


Folder = Annotated[Path, option(Say("Folder for the documents."), "--to")]
Only = Annotated[
    list[str] | None,
    option(
        Say(
            "Only these, with commas: minutes, plan, run-sheet, ballots, strategy, report, "
            "follow-up, examples, calendar, spreadsheet, package, schema, mail."
        ),
        "--only",
    ),
]
Final = Annotated[bool, option(Say("Minutes and plan as final, with a version."), "--final")]
Override = Annotated[str, option(Say("Why it is final although something is missing."))]
WithNames = Annotated[bool, option(Say("Name the people."), "--names/--no-names")]
Absent = Annotated[bool, option(Say("Tell who was absent."), "--absent/--no-absent")]
Ranking = Annotated[bool, option(Say("The whole list of votes."), "--ranking/--no-ranking")]
Raw = Annotated[bool, option(Say("Every contribution, as written."), "--raw/--no-raw")]
Look = Annotated[Path | None, option(Say("Your own Word file, for its styles."))]
Logo = Annotated[Path | None, option(Say("A PNG or JPEG picture."))]
LogoAlt = Annotated[str, option(Say("The logo in words, to be read aloud."))]
Facilitator = Annotated[str, option(Say("Facilitator"))]
NotesBy = Annotated[str, option(Say("Notes by"))]
Reference = Annotated[str, option(Say("Reference"))]
Distribution = Annotated[str, option(Say("Distribution"))]
MailTo = Annotated[str, option(Say("E-mail address of the regional lead."))]
