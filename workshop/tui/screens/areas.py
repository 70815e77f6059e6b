"""The areas of a network's plan: those of a country, or its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from textual import on, work
from textual.binding import Binding
from textual.widgets import OptionList

from workshop.domain.areas import area_form, area_gone, area_told, areas_form, areas_taken
from workshop.domain.plan_area import PlanArea
from workshop.domain.words import Count, Say, Words
from workshop.language import LANGUAGE_NAMES
from workshop.tui.screens.network_list import NetworkList, Row

COUNTRY = Say("The areas of a country")


class AreasScreen(NetworkList):
    """Measures belong to these areas, and the secretariat counts by them."""

    TITLE_ = Say("Areas of the plan")
    EMPTY = Say("There are no areas of the plan.")
    KEYS = (
        ("", "Enter", "change", Say("Change")),
        ("a", "a", "add", Say("Add")),
        ("delete,x", "x", "remove", Say("Take away")),
        ("l", "l", "preset", COUNTRY),
        ("escape,q", "Esc", "dismiss", Say("Back")),
    )
    BINDINGS = [Binding(pressed, action, show=False) for pressed, _, action, _ in KEYS if pressed]

    def rows(self) -> Sequence[Row]:
        counted = Counter(self._used)
        return [self._row(area, counted[area.key]) for area in self.standing.network.areas]

    def _row(self, area: PlanArea, measures: int) -> Row:
        return area.key, area.name, Count("%(n)s measure", "%(n)s measures", measures)

    @property
    def _used(self) -> list[str]:
        """The areas that the network's measures are of, one for each measure."""
        return [kept.measure.plan_area for kept in self.standing.register.measures]

    @property
    def _area(self) -> PlanArea | None:
        return next((one for one in self.standing.network.areas if one.key == self.lit), None)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self._edit(Say("Change"), self._area)

    def action_add(self) -> None:
        self._edit(Say("Add"), None)

    @work
    async def _edit(self, title: Words, area: PlanArea | None) -> None:
        network, new_id = self.standing.network, self.lobby.keeping.new_id
        form = area_form(area, LANGUAGE_NAMES)
        await self.ask(title, form, lambda a: area_told(network, area, LANGUAGE_NAMES, a, new_id))

    @work
    async def action_remove(self) -> None:
        area, network, used = self._area, self.standing.network, self._used
        if area is not None:
            await self.note(lambda: area_gone(network, area, used))

    @work
    async def action_preset(self) -> None:
        network, used = self.standing.network, self._used
        form = areas_form()
        await self.ask(COUNTRY, form, lambda a: areas_taken(network, used, a))
