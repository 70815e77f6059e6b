"""What the command line says by itself, in the user's language: help pages and slips of typing."""

import typer.core
from typer import _click as click
from typer._click import Context, HelpFormatter
from typer._click.exceptions import BadParameter, MissingParameter, NoSuchOption, UsageError

from workshop.commands.parameters import say
from workshop.domain.refused import Refused
from workshop.domain.words import Say, Words, said

# The library marks its sentences for translation but brings no translations along.
_SPOKEN = {
    one.text: one
    for one in (
        Say("Options"),
        Say("Arguments"),
        Say("Commands"),
        Say("required"),
        Say("default: {default}"),
        Say("env var: {var}"),
    )
}
OPTIONS, COMMAND = Say("[OPTIONS]"), Say("COMMAND [ARGUMENTS]")
USAGE, SHOWN = Say("Usage:"), Say("Show this message and exit.")
HELP = Say("How a command is typed is told by: workshop COMMAND --help")


class Speaking(click.Command):
    """Whose help page speaks the user's language."""

    def get_help_option(self, ctx: Context) -> typer.core.TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(SHOWN)
        return option

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{say(USAGE)} ")


class Command(Speaking, typer.core.TyperCommand):
    """One command."""


class Group(Speaking, typer.core.TyperGroup):
    """All commands together."""


class Shelf(Group):
    """Several commands about one thing; without one of them, the first is meant."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        first = next(iter(self.commands))
        if not args or args[0] not in (*self.commands, *ctx.help_option_names):
            args = [first, *args]
        return super().parse_args(ctx, args)


def speak() -> None:
    """Lets the library's help pages speak the user's language."""
    setattr(typer.core, "_", _spoken)  # noqa: B010 - the library does not export the name


def slip(problem: UsageError) -> Refused:
    """What was typed wrongly, and where to read how it is right."""
    words = said("%(problem)s\n%(help)s", problem=_problem(problem), help=HELP)
    return Refused(words)


def _spoken(text: str) -> str:
    return say(_SPOKEN[text]) if text in _SPOKEN else text


def _problem(problem: UsageError) -> Words:
    match problem:
        case MissingParameter():
            return said("Something is missing: %(what)s.", what=_named(problem))
        case BadParameter():
            return said("What was typed for %(what)s does not fit.", what=_named(problem))
        case NoSuchOption():
            return said("There is no option %(what)s.", what=problem.option_name)
        case _:
            return Say("There is no such command.")


def _named(problem: BadParameter) -> str:
    parameter = problem.param
    if parameter is None:
        return str(problem.param_hint or "")
    options = [name for name in parameter.opts if name.startswith("-")]
    return options[0] if options else str(parameter.metavar or parameter.name)
