"""The command line, and the one place where all parts meet."""

import logging
import sys
from logging.handlers import RotatingFileHandler

import typer
from typer._click.exceptions import UsageError

from workshop.commands import export, lead, listing
from workshop.commands.parameters import printer, say
from workshop.commands.usage import COMMAND, OPTIONS, Command, Group, slip, speak
from workshop.domain.refused import Refused
from workshop.domain.words import Say

app = typer.Typer(
    help=say(
        Say("Leads a regional network meeting: agenda, phones, votes, measures, minutes and plan.")
    ),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    cls=Group,
    options_metavar=say(OPTIONS),
    subcommand_metavar=say(COMMAND),
)
app.callback(invoke_without_command=True)(lead.welcome)
app.command(cls=Command, help=say(Say("Begin a meeting in this terminal.")))(lead.run)
app.command("open", cls=Command, help=say(Say("Continue a meeting in this terminal.")))(lead.open_)
app.command(cls=Command, help=say(Say("Lead a meeting from a web page, with no terminal.")))(
    lead.serve
)
app.command(
    cls=Command,
    help=say(Say("Practise: a whole meeting with simulated phones, and its documents.")),
)(lead.rehearse)
app.command(cls=Command, help=say(Say("Write minutes, plan and the rest of a meeting's folder.")))(
    export.export
)
app.command("agendas", cls=Command, help=say(Say("List the agendas.")))(listing.list_agendas)
app.command(cls=Command, help=say(Say("Check an agenda file.")))(listing.check)
app.command(cls=Command, help=say(Say("List the meetings.")))(listing.meetings)
app.command(cls=Command, help=say(Say("List the networks.")))(listing.networks)
app.command(
    cls=Command, help=say(Say("Copy the file with all meetings; right also while a meeting runs."))
)(listing.backup)


def _keep_log() -> None:
    """Faults go to a file: the terminal is the stage, and people read words, not tracebacks."""
    try:
        lead.LOG.parent.mkdir(parents=True, exist_ok=True)
        kept: logging.Handler = RotatingFileHandler(
            lead.LOG, maxBytes=1_000_000, backupCount=1, delay=True, encoding="utf-8"
        )
    except OSError:
        kept = logging.NullHandler()
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(handlers=[kept], level=logging.WARNING, format=form)


def main() -> None:
    """Runs the command line; whatever is refused is said in words, never as a traceback."""
    _keep_log()
    speak()
    try:
        sys.exit(app(standalone_mode=False))
    except UsageError as problem:
        printer.refuse(slip(problem))
        sys.exit(2)
    except typer.Abort:
        sys.exit(130)
    except Refused as refusal:
        printer.refuse(refusal)
        sys.exit(1)


if __name__ == "__main__":
    main()
