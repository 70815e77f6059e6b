"""The command about the parties of a network: list them, take in a list, take one away."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from workshop.commands.choosing import Named, upkeep
from workshop.commands.parameters import AsJson, Data, option, printer, say
from workshop.domain.kinds import name_of
from workshop.domain.listing import Doubt, Listing, decoded, listing, rows_of
from workshop.domain.membership import taken_in, unlisted
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.party import ListedParty
from workshop.domain.record import PartyListed
from workshop.domain.refused import Refused
from workshop.domain.words import Count, Own, Say, Words, said
from workshop.store.sheets import read_rows
from workshop.upkeep import Standing, Upkeep

Source = Annotated[
    str,
    typer.Argument(
        metavar="[FILE]",
        help=say(Say("A list to take in: .csv, .xlsx, .ods or text; - reads what is piped in.")),
    ),
]
Away = Annotated[list[str] | None, option(Say("An organisation to take away."), "--remove")]
Look = Annotated[bool, option(Say("Only tell how the list is understood."), "--dry-run")]


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
    if dry_run:
        printer.tell(Say("So the list is understood. Nothing was taken in."))
        return
    for name in remove or ():
        keeping.note(standing.network.id, _removed(standing.network, name))
    now = keeping.get(standing.network.id)
    if as_json:
        printer.data(party_data(now.network))
    elif now.network.parties:
        printer.knowing(now.names).table(*party_table(now))
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


def party_table(standing: Standing) -> tuple[Sequence[Words], list[Sequence[Words]]]:
    heads = (
        *(Say("Organisation"), Say("Kind of party"), Say("Contact person")),
        Say("E-mail or telephone"),
    )
    return heads, [_party(standing, one) for one in standing.network.parties]


def _party(standing: Standing, party: ListedParty) -> Sequence[Words]:
    contact = standing.contacts.get(party.contact)
    reached = (contact.name, contact.reach) if contact else ("", "")
    return (party.organisation, name_of(party.kind, standing.network.kinds), *reached)


def party_data(network: Network) -> list[dict[str, str]]:
    """The parties as plain data, without the names of people."""
    return [{"organisation": p.organisation, "kind": p.kind} for p in network.parties]
