"""Commands about networks: list them, tell and set what one is."""

from collections.abc import Sequence
from typing import Annotated

from workshop.commands import shaping
from workshop.commands.choosing import Which, day, upkeep
from workshop.commands.measure_data import counted
from workshop.commands.parameters import AsJson, Data, option, printer
from workshop.commands.parties import party_data, party_table
from workshop.domain.describing import described, describing
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.refused import Unreadable
from workshop.domain.words import Day, Joined, Language, Own, Say, Words
from workshop.language import LANGUAGE_NAMES
from workshop.steps.goal import goal_of
from workshop.upkeep import Standing


def list_networks(data: Data = None, as_json: AsJson = False) -> None:
    found = upkeep(data).all()
    if as_json:
        printer.data([network_data(one) for one in found])
        return
    if not found:
        printer.tell(Say("There are no networks yet. The first begins with its first meeting."))
        return
    heads = (Say("Network"), Say("Measures"), Say("Last meeting"), Say("Next meeting"))
    printer.table(heads, [_row(one) for one in found])


def _row(standing: Standing) -> Sequence[Words]:
    network, last, coming = standing.network, standing.last, standing.next
    return (
        Joined((network.name, network.region), "\n"),
        Joined(counted(standing), "\n"),
        Day(last) if last else "",
        Day(coming) if coming else "",
    )


def network_data(standing: Standing) -> dict[str, object]:
    """A network as plain data, without the names of people."""
    network = standing.network
    return {
        "id": network.id,
        **{name: value for name, value in describing(network) if name != "kind"},
        "parties": party_data(network),
        "kinds": [kind.key for kind in network.kinds],
        "plan_areas": [{"key": area.key, "name": area.name.plain} for area in network.areas],
        "measures": vars(standing.counts),
        "meetings": [{"id": one.id, "date": one.date} for one in standing.meetings],
        "next_meeting": standing.next.isoformat() if standing.next else None,
    }


Name = Annotated[str, option(Say("What the network is called."), "--name")]
RegionIs = Annotated[str | None, option(Say("The region it works in."), "--region")]
Spoken = Annotated[
    Language | None,
    option(Say("The language it begins with: sv, nb, nn or en."), "--speaks"),
]
Contact = Annotated[str | None, option(Say("Where others reach the network."), "--contact-point")]
From = Annotated[str | None, option(Say("First day of the plan period."), "--plan-from")]
To = Annotated[str | None, option(Say("Last day of the plan period."), "--plan-to")]
New = Annotated[bool, option(Say("Make a network of this name."), "--new")]


def show_network(
    network: Which = "",
    name: Name = "",
    region: RegionIs = None,
    speaks: Spoken = None,
    contact_point: Contact = None,
    plan_from: From = None,
    plan_to: To = None,
    kinds: shaping.Kinds = "",
    add_kind: shaping.NewKinds = None,
    remove_kind: shaping.OldKinds = None,
    plan_areas: shaping.Areas = "",
    add_plan_area: shaping.NewAreas = None,
    remove_plan_area: shaping.OldAreas = None,
    new: New = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    keeping = upkeep(data)
    known = keeping.begun(network) if new else keeping.find(network).network
    typed = {
        "name": name or known.name,
        "region": region,
        "language": speaks,
        "contact_point": contact_point,
        "plan_from": None if plan_from is None else str(day(plan_from) or ""),
        "plan_to": None if plan_to is None else str(day(plan_to) or ""),
    }
    keeping.note(known.id, _described(known, typed, new))
    wanted = shaping.Shape(
        kinds=kinds,
        areas=plan_areas,
        new_kinds=add_kind or (),
        new_areas=add_plan_area or (),
        old_kinds=remove_kind or (),
        old_areas=remove_plan_area or (),
    )
    shaping.shape(keeping, known.id, wanted)
    _tell(keeping.get(known.id), as_json)


def _described(known: Network, typed: dict[str, str | None], new: bool) -> Noted:
    stands = {name: value for name, value in describing(known) if name != "kind"}
    answers = {name: [str(stands[name] if text is None else text)] for name, text in typed.items()}
    try:
        noted = described(known, LANGUAGE_NAMES, answers)
    except Unreadable as unfit:
        raise unfit.alone() from None
    return noted if noted.events or not new else Noted((describing(known),))


def _tell(standing: Standing, as_json: bool) -> None:
    if as_json:
        printer.data(network_data(standing))
        return
    printer.facts(_facts(standing))
    if standing.network.parties:
        printer.knowing(standing.names).table(*party_table(standing))


def _facts(standing: Standing) -> list[tuple[Words, Words]]:
    network, goal = standing.network, goal_of(standing.meeting)
    days = [Day(day(one) or standing.today) for one in (network.plan_from, network.plan_to) if one]
    last = standing.last
    return [
        (Say("Network"), network.name),
        (Say("Region"), network.region),
        (Say("Language"), LANGUAGE_NAMES[network.language]),
        (Say("Contact point"), Own(network.contact_point)),
        (Say("Plan period"), Joined(tuple(days), " – ")),
        (Say("Goal"), goal.words if goal else ""),
        (Say("Kinds of party"), Joined(tuple(kind.name for kind in network.kinds))),
        (Say("Areas of the plan"), Joined(tuple(area.name for area in network.areas))),
        (Say("Measures"), Joined(counted(standing), " · ")),
        (Say("Last meeting"), Day(last) if last else ""),
        (Say("Next meeting"), Day(standing.next) if standing.next else ""),
    ]
