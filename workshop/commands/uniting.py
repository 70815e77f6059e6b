"""The command that makes one network of two that were begun on two computers."""

from typing import Annotated

import typer

from workshop.commands.asking import agreed
from workshop.commands.choosing import Named, upkeep
from workshop.commands.parameters import Data, Yes, printer, say
from workshop.domain.refused import Refused
from workshop.domain.words import Own, Say, said
from workshop.language import LANGUAGE_NAMES
from workshop.upkeep import Standing, Upkeep

Other = Annotated[
    str,
    typer.Argument(
        metavar="[OTHER]",
        help=say(Say("The other one; not needed where both have the same name.")),
    ),
]


def unite(network: Named, other: Other = "", yes: Yes = False, data: Data = None) -> None:
    keeping = upkeep(data)
    one, two = _pair(keeping, network, other)
    union = keeping.union(one.network.id, two.network.id)
    if agreed(union.question, union.parts(LANGUAGE_NAMES), yes):
        keeping.unite(one.network.id, two.network.id)
        printer.tell(said("They are one network now: %(name)s", name=Own(one.network.name)))


def _pair(keeping: Upkeep, network: str, other: str) -> tuple[Standing, Standing]:
    if other:
        one, two = keeping.find(network), keeping.find(other)
        if one.network.id == two.network.id:
            raise Refused(SAME)
        return one, two
    alike = keeping.called(network) or keeping.called(keeping.find(network).network.name)
    if len(alike) < 2:
        raise Refused(said(ALONE.text, name=Own(network)))
    return alike[0], alike[1]


SAME = Say("These are the same network already. Nothing was changed.")
ALONE = Say(
    "There is one network called “%(name)s”. Name the other one, too: workshop unite NETWORK OTHER"
)
