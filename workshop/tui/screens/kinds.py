"""The kinds of party a network brings together: those of a country, or its own."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.binding import Binding
from textual.widgets import OptionList

from workshop.domain.own_kinds import kind_form, kind_gone, kind_told, preset_form, preset_taken
from workshop.domain.party import KindOfParty
from workshop.domain.words import Count, Joined, Say, Words
from workshop.language import LANGUAGE_NAMES
from workshop.tui.screens.network_list import NetworkList, Row


class KindsScreen(NetworkList):
    """Counts, groups and the list of who is missing go by these."""

    TITLE_ = Say("Kinds of party")
    EMPTY = Say("There are no kinds of party.")
    KEYS = (
        ("", "Enter", "change", Say("Change")),
        ("a", "a", "add", Say("Add")),
        ("delete,x", "x", "remove", Say("Take away")),
        ("l", "l", "preset", Say("Those of a country")),
        ("escape,q", "Esc", "dismiss", Say("Back")),
    )
    BINDINGS = [Binding(pressed, action, show=False) for pressed, _, action, _ in KEYS if pressed]

    def rows(self) -> Sequence[Row]:
        return [self._row(kind) for kind in self.standing.network.kinds]

    def _row(self, kind: KindOfParty) -> Row:
        here = sum(party.kind == kind.key for party in self.standing.network.parties)
        counted = Count("%(n)s party listed", "%(n)s parties listed", here)
        missed: Words = Say("told when nobody represents it") if kind.expected else ""
        return kind.key, kind.name, Joined((counted, missed), " · ")

    @property
    def _kind(self) -> KindOfParty | None:
        return next((one for one in self.standing.network.kinds if one.key == self.lit), None)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self._edit(Say("Change"), self._kind)

    def action_add(self) -> None:
        self._edit(Say("Add"), None)

    @work
    async def _edit(self, title: Words, kind: KindOfParty | None) -> None:
        network, new_id = self.standing.network, self.lobby.keeping.new_id
        form = kind_form(kind, LANGUAGE_NAMES)
        await self.ask(title, form, lambda a: kind_told(network, kind, LANGUAGE_NAMES, a, new_id))

    @work
    async def action_remove(self) -> None:
        kind, network = self._kind, self.standing.network
        if kind is not None:
            await self.note(lambda: kind_gone(network, kind))

    @work
    async def action_preset(self) -> None:
        await self.ask(Say("Those of a country"), preset_form(), preset_taken)
