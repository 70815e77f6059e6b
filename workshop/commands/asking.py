"""Asks in the terminal window before something is done that cannot be undone."""

import sys
from collections.abc import Iterable

from workshop.commands.parameters import printer, say
from workshop.domain.loss import Part
from workshop.domain.refused import Refused
from workshop.domain.words import Joined, Say, Words


def agreed(question: Words, parts: Iterable[Part], yes: bool) -> bool:
    """Tells and asks; only a clear yes is one. Without anybody to ask, nothing is done."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise Refused(Say("This is asked before it is done. In a script, say --yes."))
    printer.tell(question)
    tell_parts(parts)
    answer = input(say(Say("This cannot be undone. Write yes to do it: ")))
    if answer.strip().casefold() in ("yes", say(Say("yes")).casefold()):
        return True
    printer.tell(Say("Nothing was changed."))
    return False


def tell_parts(parts: Iterable[Part]) -> None:
    """Each heading with what stands under it."""
    for heading, lines in parts:
        listed = (Joined(("  ", line), "") for line in lines)
        printer.tell(Joined((heading, *listed), "\n"))
