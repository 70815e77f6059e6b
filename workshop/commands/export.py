"""The command that writes a meeting's folder."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from workshop import exporting
from workshop.commands import switches as to_choose
from workshop.commands.home import LANGUAGE, file_of
from workshop.commands.parameters import Data, MeetingId, Speech, printer
from workshop.domain.final import Unready
from workshop.domain.refused import Refused
from workshop.domain.words import Say, said
from workshop.export import options


def export(
    meeting: MeetingId,
    language: Speech = LANGUAGE,
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
    given = {**locals()}  # the options carry the names of the switches
    wanted = options.Options
    chosen = {name: value for name, value in given.items() if name in wanted.model_fields}
    choice = wanted.model_validate({**chosen, "today": date.today()})
    try:
        order = exporting.Order(
            file_of(data), meeting, language, to, choice, kinds_of(only), override
        )
        written = exporting.export(order)
    except Unready as unready:
        raise Refused(_with_override(unready)) from unready
    for path in written.files:
        printer.tell(said("Written: %(file)s", file=str(path)))
    if written.notice:
        printer.tell(written.notice)
    if written.missing:
        printer.tell(exporting.lacks(written))


def kinds_of(only: Sequence[str] | None) -> tuple[str, ...]:
    """The kinds of document that were typed, one by one or with commas."""
    return tuple(kind.strip() for one in only or () for kind in one.split(",") if kind.strip())


def _with_override(unready: Unready) -> Say:
    return Say("%(why)s The reason is given with --override.", {"why": unready.words})
