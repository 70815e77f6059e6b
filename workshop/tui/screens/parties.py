"""The parties of a network: who belongs to it, of which kind, and whom to reach."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on, work
from textual.binding import Binding
from textual.widgets import OptionList

from workshop.domain.contact import Contact
from workshop.domain.form import Answers, Form, Line, Text
from workshop.domain.kinds import name_of
from workshop.domain.listing import Listing, listing, rows_of
from workshop.domain.membership import party_form, party_listed, taken_in, unlisted
from workshop.domain.noted import Noted
from workshop.domain.party import ListedParty
from workshop.domain.reading import UNFIT
from workshop.domain.refused import Refused, Unreadable
from workshop.domain.words import Count, Joined, Own, Say, Words, said
from workshop.store.sheets import read_rows
from workshop.tui.dialogs.telling import Telling
from workshop.tui.screens.network_list import NetworkList, Row

DOUBTS = 12  # as many as a window shows; the rest are counted


class PartiesScreen(NetworkList):
    """Names and addresses of people are kept beside the records, and can be erased."""

    TITLE_ = Say("Parties")
    EMPTY = Say("No parties are listed yet. Add one, or take in a list.")
    KEYS = (
        ("", "Enter", "change", Say("Change")),
        ("a", "a", "add", Say("Add")),
        ("delete,x", "x", "remove", Say("Take away")),
        ("i", "i", "import", Say("Take in a list")),
        ("escape,q", "Esc", "dismiss", Say("Back")),
    )
    BINDINGS = [Binding(pressed, action, show=False) for pressed, _, action, _ in KEYS if pressed]

    def rows(self) -> Sequence[Row]:
        return [self._row(party) for party in self.standing.network.parties]

    def _row(self, party: ListedParty) -> Row:
        contact, kind = self._contact(party), name_of(party.kind, self.standing.network.kinds)
        reached = (Own(contact.name), Own(contact.reach)) if contact else ()
        return party.organisation, Own(party.organisation), Joined((kind, *reached), " · ")

    def _contact(self, party: ListedParty | None) -> Contact | None:
        return self.standing.contacts.get(party.contact) if party else None

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self._edit(Say("Change"), self.standing.network.party(self.lit))

    def action_add(self) -> None:
        self._edit(Say("Add"), None)

    @work
    async def _edit(self, title: Words, party: ListedParty | None) -> None:
        network, contact = self.standing.network, self._contact(party)
        new_id = self.lobby.keeping.new_id

        def decide(answers: Answers) -> Noted:
            return party_listed(network, party, contact, answers, new_id)

        await self.ask(title, party_form(network, party, contact), decide)

    @work
    async def action_remove(self) -> None:
        party = self.standing.network.party(self.lit)
        if party is not None:
            asked = said(REALLY.text, party=Own(party.organisation))
            if await self.sure(asked):
                await self.note(lambda: unlisted(party))

    @work
    async def action_import(self) -> None:
        found: list[Listing] = []

        def decide(answers: Answers) -> Noted:
            found.append(self._understood(answers))
            standing, keeping = self.standing, self.lobby.keeping
            return taken_in(standing.network, standing.contacts, found[-1].found, keeping.new_id)

        if await self.ask(Say("Take in a list"), FORM, decide):
            self.app.push_screen(Telling(Say("Take in a list"), _told(found[-1]), self.tongue))

    def _understood(self, answers: Answers) -> Listing:
        pasted, file = ("".join(answers.get(name, ())) for name in ("pasted", "file"))
        kinds = self.standing.network.kinds
        if not pasted.strip() and not file.strip():
            raise Unreadable(UNFIT, {"pasted": NEITHER})
        if pasted.strip():
            return listing(rows_of(pasted), kinds)
        try:
            return listing(read_rows(Path(file.strip().strip("'\"")).expanduser()), kinds)
        except Refused as refused:
            raise Unreadable(UNFIT, {"file": refused.words}) from None


REALLY = Say("Take “%(party)s” away from the network? Its measures stay in the register.")
NEITHER = Say("Paste a list here, or name a file below.")
FORM = Form(
    fields=(
        Text(
            name="pasted",
            label=Say("Paste a list"),
            hint=Say("One party a line: organisation; kind of party; contact person; e-mail."),
            most=100_000,
        ),
        Line(
            name="file",
            label=Say("Or the path of a file"),
            hint=Say("A spreadsheet (.xlsx, .ods), .csv or text."),
            most=1_000,
        ),
    ),
    submit=Say("Take in"),
)


def _told(found: Listing) -> tuple[Words, ...]:
    """How much was understood, and what was not, by its line."""
    read = Count("%(n)s party was read.", "%(n)s parties were read.", len(found.found))
    doubts: list[Words] = [
        said("Line %(line)s: %(words)s", line=one.line, words=one.words)
        for one in found.doubts[:DOUBTS]
    ]
    more = len(found.doubts) - len(doubts)
    rest = (Count("and %(n)s more", "and %(n)s more", more),) if more else ()
    return (read, *doubts, *rest)
