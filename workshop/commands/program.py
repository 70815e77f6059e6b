"""The command line: all commands by their names, and what each is for."""

import typer
from typer._click.exceptions import UsageError

from workshop import later
from workshop.commands import (
    examples,
    export,
    forgetting,
    handover,
    lead,
    listing,
    measures,
    networks,
    parties,
    recording,
    rehearsal,
    rollup,
    uniting,
)
from workshop.commands.parameters import printer, say
from workshop.commands.usage import COMMAND, OPTIONS, Command, Group, Shelf, slip, speak
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
)(rehearsal.rehearse)
app.command(
    cls=Command,
    help=say(Say("Write minutes, plan and the rest: of a meeting, or of a network as of today.")),
)(export.export)
app.command("agendas", cls=Command, help=say(Say("List the agendas.")))(listing.list_agendas)
app.command(cls=Command, help=say(Say("Check an agenda file.")))(listing.check)
app.command(cls=Command, help=say(Say("List the meetings.")))(listing.meetings)
app.command("networks", cls=Command, help=say(Say("List the networks.")))(networks.list_networks)
app.command("network", cls=Command, help=say(Say("Tell what a network is; with options, set it.")))(
    networks.show_network
)
app.command(cls=Command, help=say(Say("The parties of a network; take in a list of them.")))(
    parties.parties
)
app.command(
    "hand-over",
    cls=Command,
    help=say(Say("Write a network or a meeting into one file, for another computer.")),
)(handover.hand_over)
app.command("take-in", cls=Command, help=say(Say("Take in files that were handed over.")))(
    handover.take_in
)
app.command(
    cls=Command, help=say(Say("Make one network of two that were begun on two computers."))
)(uniting.unite)
app.command(
    cls=Command, help=say(Say("Roll a folder of handed-over files up: all regions in one report."))
)(rollup.rollup)
app.command(cls=Command, help=say(Say("Search the good examples of all networks.")))(
    examples.examples
)
app.command(
    cls=Command, help=say(Say("Copy the file with all meetings; right also while a meeting runs."))
)(listing.backup)
app.command(cls=Command, help=say(Say("Erase names or texts for good; lists what is due.")))(
    forgetting.forget
)

register = typer.Typer(
    rich_markup_mode=None,
    cls=Shelf,
    options_metavar=say(OPTIONS),
    subcommand_metavar=say(COMMAND),
    help=say(Say("The measures of a network: list them, record how they go, add one.")),
)
register.command("list", cls=Command, help=say(Say("List measures; also without “list”.")))(
    measures.list_measures
)
register.command(cls=Command, help=say(Say("Record how a measure goes, without a meeting.")))(
    recording.record
)
register.command(cls=Command, help=say(Say("Add a measure to a network.")))(recording.add)
register.command(cls=Command, help=say(Say("Everything that changed with a measure.")))(
    measures.history
)
app.add_typer(register, name="measures")


def run() -> int:
    """Runs what was typed; its exit status. Whatever is refused is raised as `Refused`."""
    speak()
    # All that a command needs is loaded.
    later.keep()
    try:
        return int(app(standalone_mode=False) or 0)
    except UsageError as problem:
        printer.refuse(slip(problem))
        return 2
    except typer.Abort:
        return 130
