"""The command that writes documents: a meeting's folder, or a whole network's as of today."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from workshop import exporting
from workshop.commands import switches as to_choose
from workshop.commands.choosing import upkeep
from workshop.commands.home import LANGUAGE, file_of
from workshop.commands.parameters import Data, option, printer, say
from workshop.domain.edition import Written
from workshop.domain.final import Unready
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say, said
from workshop.export.options import Options

Which = Annotated[
    str,
    typer.Argument(
        metavar="[MEETING]", help=say(Say("The meeting, as `meetings` lists it; or --network."))
    ),
]
OfNetwork = Annotated[
    str,
    typer.Option(
        "--network",
        help=say(
            Say("Instead of a meeting a whole network as of today: plan, follow-up, calendar ...")
        ),
    ),
]
Spoken = Annotated[
    Language | None,
    option(Say("Language: sv, nb, nn or en."), "--language", "-l"),
]


def export(
    meeting: Which = "",
    network: OfNetwork = "",
    language: Spoken = None,
    to: to_choose.Folder = Path(),
    only: to_choose.Only = None,
    final: to_choose.Final = False,
    override: to_choose.Override = "",
    names: to_choose.WithNames = True,
    absent: to_choose.Absent = True,
    ranking: to_choose.Ranking = True,
    raw: to_choose.Raw = False,
    template: to_choose.Look = None,
    logo: to_choose.Logo = None,
    logo_alt: to_choose.LogoAlt = "",
    facilitator: to_choose.Facilitator = "",
    notes_by: to_choose.NotesBy = "",
    reference: to_choose.Reference = "",
    distribution: to_choose.Distribution = "",
    mail_to: to_choose.MailTo = "",
    data: Data = None,
) -> None:
    choice = _choice({**locals()})  # the options carry the names of the switches
    if bool(meeting) == bool(network):
        raise Refused(BOTH if meeting else NEITHER)
    kinds = _kinds(only)
    if network:
        if final or override:
            raise Refused(NEVER_FINAL)
        standing = upkeep(data).find(network)
        spoken = language or standing.network.language
        _tell(exporting.export_standing(file_of(data), standing, spoken, to, choice, kinds))
        return
    order = exporting.Order(
        file_of(data), meeting, language or LANGUAGE, to, choice, kinds, override
    )
    try:
        _tell(exporting.export(order))
    except Unready as unready:
        raise Refused(_with_override(unready)) from unready


BOTH = Say("Name a meeting, or a network with --network: not both. Nothing was written.")
NEITHER = Say(
    "Say what to write: a meeting (they are listed by: workshop meetings), or a whole network with "
    "--network NAME."
)
NEVER_FINAL = Say(
    "What a whole network has to show is as of today, so it is always a draft. Nothing was "
    "written. The documents of a meeting can be final."
)


def _choice(given: Mapping[str, object]) -> Options:
    chosen = {name: value for name, value in given.items() if name in Options.model_fields}
    return Options.model_validate({**chosen, "today": date.today()})


def _tell(written: Written) -> None:
    for path in written.files:
        printer.tell(said("Written: %(file)s", file=str(path)))
    if written.notice:
        printer.tell(written.notice)
    if written.missing:
        printer.tell(exporting.lacks(written))


def _kinds(only: Sequence[str] | None) -> tuple[str, ...]:
    """The kinds of document that were typed, one by one or with commas."""
    return tuple(kind.strip() for one in only or () for kind in one.split(",") if kind.strip())


def _with_override(unready: Unready) -> Say:
    return Say("%(why)s The reason is given with --override.", {"why": unready.words})
