"""Commands that tell what stands in a network's register: its measures, and the history of one."""

from typing import Annotated

from workshop.commands.choosing import MeasureId, Which, day, plan_area_of, upkeep
from workshop.commands.measure_data import (
    chronicle,
    counted,
    history_data,
    listed,
    measure_data,
    tell,
)
from workshop.commands.parameters import AsJson, Data, option, printer
from workshop.domain import sift
from workshop.domain.register import Kept
from workshop.domain.words import Count, Joined, Own, Say, Words
from workshop.upkeep import Standing

Open = Annotated[bool, option(Say("Only those still to be done."), "--open")]
Overdue = Annotated[bool, option(Say("Only those whose deadline has passed."), "--overdue")]
Blocked = Annotated[bool, option(Say("Only those that are blocked."), "--blocked")]
Unowned = Annotated[bool, option(Say("Only those nobody is responsible for."), "--unowned")]
Unaccepted = Annotated[
    bool, option(Say("Only those whose responsible has not said yes."), "--unaccepted")
]
OfParty = Annotated[
    str, option(Say("Only this organisation's, also where it takes part."), "--party")
]
OfArea = Annotated[
    str, option(Say("Only those under an improvement area with these words."), "--area")
]
OfPlanArea = Annotated[str, option(Say("Only this area of the plan."), "--plan-area")]
Before = Annotated[str, option(Say("Only those to be done before this day."), "--before")]


def list_measures(
    network: Which = "",
    open_: Open = False,
    overdue: Overdue = False,
    blocked: Blocked = False,
    unowned: Unowned = False,
    unaccepted: Unaccepted = False,
    party: OfParty = "",
    area: OfArea = "",
    plan_area_: OfPlanArea = "",
    before: Before = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    standing = upkeep(data).find(network)
    today, until = standing.today, day(before)
    sieves: dict[sift.Sieve, object] = {
        sift.still_open: open_,
        sift.overdue(today): overdue,
        sift.blocked: blocked,
        sift.unowned: unowned,
        sift.unaccepted: unaccepted,
        sift.of_party(party): party,
        sift.of_area(area): area,
    }
    chosen = [sieve for sieve, wanted in sieves.items() if wanted]
    chosen += [sift.of_plan_area(plan_area_of(standing, plan_area_).key)] if plan_area_ else []
    chosen += [sift.due_before(until)] if until else []
    found = sift.urgent_first(sift.sift(standing.register.measures, *chosen), today)
    if as_json:
        printer.data([measure_data(standing, one) for one in found])
    else:
        _show(standing, found)


def _show(standing: Standing, found: list[Kept]) -> None:
    printer.tell(_summary(standing, found))
    if found:
        printer.knowing(standing.names).table(*listed(standing, found))


def _summary(standing: Standing, found: list[Kept]) -> Words:
    shown: Words = Count("%(n)s measure shown", "%(n)s measures shown", len(found))
    return Joined((Own(standing.network.name), *counted(standing), shown), " · ")


def history(measure: MeasureId, data: Data = None, as_json: AsJson = False) -> None:
    standing, found = upkeep(data).of_measure(measure)
    if as_json:
        printer.data({**measure_data(standing, found), "history": history_data(standing, found)})
        return
    tell(standing, found.card.id)
    printer.knowing(standing.names).table(*chronicle(found))
