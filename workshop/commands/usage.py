"""What the command line says by itself, in the user's language: help pages and slips of typing."""

import typer._click.core as core
import typer._click.decorators as decorators
import typer._click.formatting as formatting
import typer.core
from typer._click.exceptions import BadParameter, MissingParameter, NoSuchOption, UsageError

from workshop.commands.parameters import say
from workshop.domain.refused import Refused
from workshop.domain.words import Say, Words, said

# The library marks its sentences for translation but brings no translations along.
_SPOKEN = {
    one.text: one
    for one in (
        Say("Usage:"),
        Say("Options"),
        Say("Arguments"),
        Say("Commands"),
        Say("Show this message and exit."),
        Say("required"),
        Say("default: {default}"),
        Say("env var: {var}"),
    )
}
OPTIONS, COMMAND = Say("[OPTIONS]"), Say("COMMAND [ARGUMENTS]")
HELP = Say("How a command is typed is told by: workshop COMMAND --help")


def speak() -> None:
    """Lets the library's help pages speak the user's language."""
    for module in (core, decorators, formatting, typer.core):
        setattr(module, "_", _spoken)  # noqa: B010 - the name is the library's own and private


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
