"""Entries to stand in, one beneath another: drawn anew, the one that is lit stays lit."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

Entry = tuple[str, Content]  # an id, and how it looks


class Listed(OptionList):
    """An entry without an id can be read, and not be stood in."""

    def __init__(self, id_: str) -> None:
        super().__init__(id=id_, markup=False)

    @property
    def lit(self) -> str:
        """The id of the entry one stands at; "" where there is none."""
        option = self.highlighted_option
        return option.id or "" if option else ""

    def show(self, entries: Iterable[Entry], airy: bool = True) -> None:
        """Shows these entries, with a line between them when `airy`."""
        lit, place = self.lit, self.highlighted or 0
        self.clear_options()
        for id_, drawn in entries:
            option = Option(drawn, id=id_ or None, disabled=not id_)
            self.add_options([option, None] if airy else [option])
        last = self.option_count - 1
        self.highlighted = min(place, last) if last >= 0 else None
        self.go(lit)

    def go(self, id_: str) -> None:
        """Lights an entry, if it is there."""
        place = next((n for n, one in enumerate(self.options) if id_ and one.id == id_), None)
        if place is not None:
            self.highlighted = place
