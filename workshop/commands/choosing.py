"""Which agendas, network or measures a command is about."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from workshop.clock import local_now
from workshop.commands.home import file_of
from workshop.commands.parameters import say
from workshop.domain.agenda import Agenda
from workshop.domain.plan_area import PLAN_AREAS, PlanArea
from workshop.domain.refused import Refused
from workshop.domain.words import Joined, Own, Say, said
from workshop.lobby import Lobby
from workshop.upkeep import Standing, Upkeep

Which = Annotated[
    str,
    typer.Argument(
        metavar="NETWORK",
        help=say(Say("The network: its name, or the beginning of it. The only one needs no name.")),
    ),
]
Named = Annotated[
    str, typer.Argument(metavar="NETWORK", help=say(Say("The network: its name, or a beginning.")))
]
MeasureId = Annotated[
    str,
    typer.Argument(
        metavar="MEASURE",
        help=say(Say("The measure: its id as `measures` lists it, or a beginning.")),
    ),
]


def agendas_named(lobby: Lobby, names: Iterable[str]) -> tuple[Agenda, ...]:
    """The agendas meant by names or files; raises `Refused` for one that is not there."""
    return tuple(lobby.library.named(name) for name in names)


def upkeep(data: Path | None) -> Upkeep:
    return Upkeep(file_of(data), local_now)


def day(text: str) -> date | None:
    """A day as it is typed; raises `Refused` for anything else."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(said(NO_DAY.text, typed=text)) from None


NO_DAY = Say("“%(typed)s” is not a date. Write it as year-month-day, such as 2027-03-05.")


def plan_area_of(standing: Standing, text: str) -> PlanArea:
    """The plan area meant by its key or its name in any language."""
    same = text.casefold()
    for area in standing.network.areas:
        if same in (area.key, *(name.casefold() for name in area.name.plain.values())):
            return area
    shared = {area.key for area in PLAN_AREAS}
    known = (area.key if area.key in shared else area.name for area in standing.network.areas)
    raise Refused(said(NO_AREA.text, area=Own(text), known=Joined(tuple(known))))


NO_AREA = Say("There is no area of the plan called “%(area)s”. There are: %(known)s.")
