"""Commands about networks: list them, tell and set what one is, take in its parties."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from workshop.commands.choosing import Named, Which, day, upkeep
from workshop.commands.measure_data import counted
from workshop.commands.parameters import AsJson, Data, printer, say
from workshop.domain.kinds import name_of
from workshop.domain.listing import Doubt, Listing, decoded, listing, rows_of
from workshop.domain.membership import PRESETS, described, describing, kinds_set, taken_in, unlisted
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.party import KindOfParty, ListedParty
from workshop.domain.record import PartyListed
from workshop.domain.refused import Refused, Unreadable
from workshop.domain.words import Count, Day, Joined, Language, Own, Say, Words, said
from workshop.language import LANGUAGE_NAMES
from workshop.steps.goal import goal_of
from workshop.store.sheets import read_rows
from workshop.upkeep import Standing, Upkeep


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
        "parties": [{"organisation": p.organisation, "kind": p.kind} for p in network.parties],
        "kinds": [kind.key for kind in network.kinds],
        "measures": vars(standing.counts),
        "meetings": [{"id": one.id, "date": one.date} for one in standing.meetings],
        "next_meeting": standing.next.isoformat() if standing.next else None,
    }


Name = Annotated[str, typer.Option("--name", help=say(Say("What the network is called.")))]
RegionIs = Annotated[str | None, typer.Option("--region", help=say(Say("The region it works in.")))]
Spoken = Annotated[
    Language | None,
    typer.Option("--speaks", help=say(Say("The language it begins with: sv, nb, nn or en."))),
]
Contact = Annotated[
    str | None, typer.Option("--contact-point", help=say(Say("Where others reach the network.")))
]
From = Annotated[
    str | None, typer.Option("--plan-from", help=say(Say("First day of the plan period.")))
]
To = Annotated[str | None, typer.Option("--plan-to", help=say(Say("Last day of the plan period.")))]
Kinds = Annotated[
    str, typer.Option("--kinds", help=say(Say("Kinds of party as in: sweden, norway or common.")))
]
New = Annotated[bool, typer.Option("--new", help=say(Say("Make a network of this name.")))]


def show_network(
    network: Which = "",
    name: Name = "",
    region: RegionIs = None,
    speaks: Spoken = None,
    contact_point: Contact = None,
    plan_from: From = None,
    plan_to: To = None,
    kinds: Kinds = "",
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
    if kinds:
        keeping.note(known.id, kinds_set(_preset(kinds)))
    _tell(keeping.get(known.id), as_json)


def _described(known: Network, typed: dict[str, str | None], new: bool) -> Noted:
    stands = {name: value for name, value in describing(known) if name != "kind"}
    answers = {name: [str(stands[name] if text is None else text)] for name, text in typed.items()}
    try:
        noted = described(known, LANGUAGE_NAMES, answers)
    except Unreadable as unfit:
        raise Refused(Joined(tuple(unfit.fields.values()), "\n")) from None
    return noted if noted.events or not new else Noted((describing(known),))


def _preset(typed: str) -> Sequence[KindOfParty]:
    if typed not in PRESETS:
        raise Refused(said(NO_PRESET.text, typed=typed, known=", ".join(PRESETS)))
    return PRESETS[typed][1]


NO_PRESET = Say("There is no list of kinds “%(typed)s”. There are: %(known)s.")


def _tell(standing: Standing, as_json: bool) -> None:
    if as_json:
        printer.data(network_data(standing))
        return
    printer.facts(_facts(standing))
    if standing.network.parties:
        printer.knowing(standing.names).table(*_parties(standing))


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
        (Say("Measures"), Joined(counted(standing), " · ")),
        (Say("Last meeting"), Day(last) if last else ""),
        (Say("Next meeting"), Day(standing.next) if standing.next else ""),
    ]


def _parties(standing: Standing) -> tuple[Sequence[Words], list[Sequence[Words]]]:
    heads = (
        *(Say("Organisation"), Say("Kind of party"), Say("Contact person")),
        Say("E-mail or telephone"),
    )
    return heads, [_party(standing, one) for one in standing.network.parties]


def _party(standing: Standing, party: ListedParty) -> Sequence[Words]:
    contact = standing.contacts.get(party.contact)
    reached = (contact.name, contact.reach) if contact else ("", "")
    return (party.organisation, name_of(party.kind, standing.network.kinds), *reached)


Source = Annotated[
    str,
    typer.Argument(
        metavar="[FILE]",
        help=say(Say("A list to take in: .csv, .xlsx, .ods or text; - reads what is piped in.")),
    ),
]
Away = Annotated[
    list[str] | None, typer.Option("--remove", help=say(Say("An organisation to take away.")))
]
Look = Annotated[
    bool, typer.Option("--dry-run", help=say(Say("Only tell how the list is understood.")))
]


def parties(
    network: Named,
    file: Source = "",
    remove: Away = None,
    dry_run: Look = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    keeping = upkeep(data)
    standing = keeping.find(network)
    if file:
        _take_in(keeping, standing, file, dry_run)
    for name in remove or ():
        keeping.note(standing.network.id, _removed(standing.network, name))
    now = keeping.get(standing.network.id)
    if as_json:
        printer.data(network_data(now)["parties"])
    elif now.network.parties:
        printer.knowing(now.names).table(*_parties(now))
    else:
        printer.tell(Say("No parties are listed yet."))


def _removed(network: Network, name: str) -> Noted:
    party = network.party(name)
    if party is None:
        raise Refused(said(NO_PARTY.text, party=Own(name), network=network.name))
    return unlisted(party)


NO_PARTY = Say("“%(party)s” is not listed as a party of %(network)s.")


def _take_in(keeping: Upkeep, standing: Standing, file: str, dry_run: bool) -> None:
    found = _understood(standing.network, file)
    for doubt in found.doubts:
        printer.tell(doubted(doubt))
    if dry_run:
        kinds = standing.network.kinds
        rows = [
            (str(one.line), one.organisation, name_of(one.kind, kinds), one.contact, one.reach)
            for one in found.found
        ]
        heads = (Say("Line"), Say("Organisation"), Say("Kind of party"))
        printer.table((*heads, Say("Contact person"), Say("E-mail or telephone")), rows)
        return
    noted = taken_in(standing.network, standing.contacts, found.found, keeping.new_id)
    keeping.note(standing.network.id, noted)
    news = sum(isinstance(event, PartyListed) for event in noted.events)
    printer.tell(Count("%(n)s party taken in", "%(n)s parties taken in", news))


def _understood(network: Network, file: str) -> Listing:
    if file == "-":
        return listing(rows_of(decoded(sys.stdin.buffer.read())), network.kinds)
    return listing(read_rows(Path(file)), network.kinds)


def doubted(doubt: Doubt) -> Words:
    """What was not understood, by its line."""
    return said("Line %(line)s: %(words)s", line=doubt.line, words=doubt.words)
