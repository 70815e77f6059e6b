"""A list that belongs to one network: its parties, its kinds of party; keys change it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workshop.domain.words import Joined, Own, Say, Words
from workshop.tui.drawing.keys import keys
from workshop.tui.drawing.pen import Pen
from workshop.tui.screens.network_asking import NetworkAsking

READABLE = 110
Row = tuple[str, Words, Words]  # an id, what it is called, and what is told of it
Shown = Sequence[tuple[str, Words]]


class NetworkList(NetworkAsking):
    """What is listed and said is up to each list; the lit line stays lit."""

    CSS_PATH = "register.tcss"
    TITLE_: Say
    EMPTY: Say

    def rows(self) -> Sequence[Row]:
        """What is listed."""
        raise NotImplementedError

    def shown_keys(self) -> Shown:
        """The keys and what they do."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield OptionList(id="measures", markup=False)
        yield Static(id="keys")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(OptionList).focus()
        self.draw()

    def draw(self) -> None:
        wide = Pen(self.tongue, max(40, self.size.width - 4))
        named = Joined((self.TITLE_, Own(self.standing.network.name)), " – ")
        self.query_one("#title", Static).update(wide.say(named, "bold"))
        self.query_one("#keys", Static).update(Content("\n").join(keys(self.shown_keys(), wide)))
        pen = Pen(self.tongue, max(36, min(READABLE, self.size.width - 6)))
        listed, rows = self.query_one(OptionList), self.rows()
        place = listed.highlighted or 0
        listed.clear_options()
        for id_, name, told in rows:
            listed.add_options([Option(_entry(name, told, pen), id=id_), None])
        if rows:
            listed.highlighted = min(place, len(rows) - 1)
        else:
            listed.add_option(Option(pen.say(self.EMPTY), disabled=True))

    @property
    def lit(self) -> str:
        """The id of the line one stands at; "" where there is none."""
        option = self.query_one(OptionList).highlighted_option
        return option.id or "" if option else ""


def _entry(name: Words, told: Words, pen: Pen) -> Content:
    top = pen.hang(Content("›  "), pen.say(name, "bold"))
    beneath = pen.hang(Content("   "), pen.say(told)) if pen.tongue(told) else ()
    return Content("\n").join((*top, *beneath))
