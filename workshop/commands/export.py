"""The command that writes a meeting's folder."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from workshop.commands.home import LANGUAGE, file_of
from workshop.commands.parameters import (
    Data,
    MeetingId,
    Speech,
    printer,
    say,
)
from workshop.domain.words import Say, said


def export(
    meeting: MeetingId,
    language: Speech = LANGUAGE,
    to: Annotated[Path, typer.Option("--to", help=say(Say("Folder for the documents.")))] = Path(),
    only: Annotated[
        list[str] | None,
        typer.Option("--only", help=say(Say("Only these, with commas: minutes, plan, calendar."))),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help=say(Say("Minutes and plan as final, with a version.")))
    ] = False,
    override: Annotated[
        str,
        typer.Option("--override", help=say(Say("Why it is final although something is missing."))),
    ] = "",
    names: Annotated[
        bool, typer.Option("--names/--no-names", help=say(Say("Name the people.")))
    ] = True,
    absent: Annotated[
        bool, typer.Option("--absent/--no-absent", help=say(Say("Tell who was absent.")))
    ] = True,
    ranking: Annotated[
        bool, typer.Option("--ranking/--no-ranking", help=say(Say("The whole list of votes.")))
    ] = True,
    raw: Annotated[
        bool, typer.Option("--raw/--no-raw", help=say(Say("Every contribution, as written.")))
    ] = False,
    template: Annotated[
        Path | None, typer.Option(help=say(Say("Your own Word file, for its styles.")))
    ] = None,
    logo: Annotated[Path | None, typer.Option(help=say(Say("A PNG or JPEG picture.")))] = None,
    logo_alt: Annotated[
        str, typer.Option(help=say(Say("The logo in words, to be read aloud.")))
    ] = "",
    facilitator: Annotated[str, typer.Option(help=say(Say("Facilitator")))] = "",
    notes_by: Annotated[str, typer.Option(help=say(Say("Notes by")))] = "",
    reference: Annotated[str, typer.Option(help=say(Say("Reference")))] = "",
    distribution: Annotated[str, typer.Option(help=say(Say("Distribution")))] = "",
    mail_to: Annotated[
        str, typer.Option(help=say(Say("E-mail address of the regional lead.")))
    ] = "",
    data: Data = None,
) -> None:
    # The Word writer is needed here and at the end of a meeting, not when a meeting begins.
    from workshop.export.options import Options  # noqa: PLC0415
    from workshop.exporting import Order, lacks  # noqa: PLC0415
    from workshop.exporting import export as exported  # noqa: PLC0415

    options = Options(
        names=names,
        absent=absent,
        ranking=ranking,
        raw=raw,
        facilitator=facilitator,
        notes_by=notes_by,
        reference=reference,
        distribution=distribution,
        final=final,
        template=template,
        logo=logo,
        logo_alt=logo_alt,
        mail_to=mail_to,
        today=date.today(),
    )
    kinds = tuple(kind.strip() for one in only or () for kind in one.split(",") if kind.strip())
    written = exported(Order(file_of(data), meeting, language, to, options, kinds, override))
    for path in written.files:
        printer.tell(said("Written: %(file)s", file=str(path)))
    if written.missing:
        printer.tell(lacks(written))
