"""A list that belongs to one network: its parties, its kinds of party; keys change it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from workshop.domain.words import Joined, Own, Say, Words
from workshop.tui.drawing.pen import Pen
from workshop.tui.screens.network_asking import NetworkAsking
from workshop.tui.widgets.listed import Listed

READABLE = 110
Row = tuple[str, Words, Words]  # an id, what it is called, and what is told of it
Key = tuple[str, str, str, Words]  # as Textual names it, as it is shown, its action, its label


class NetworkList(NetworkAsking):
    """What is listed and said is up to each list, and what its keys do; the lit line stays lit."""

    CSS_PATH = "register.tcss"
    TITLE_: Say
    EMPTY: Say
    KEYS: ClassVar[Sequence[Key]]

    @abstractmethod
    def rows(self) -> Sequence[Row]:
        """What is listed."""

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Listed("measures")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self.query_one(Listed).focus()
        self.draw()

    def draw(self) -> None:
        named = Joined((self.TITLE_, Own(self.standing.network.name)), " – ")
        self.query_one("#title", Static).update(self.wide.say(named, "bold"))
        self.draw_keys((shown, label) for _, shown, _, label in self.KEYS)
        pen = Pen(self.tongue, max(36, min(READABLE, self.size.width - 6)))
        drawn = [(id_, _entry(name, told, pen)) for id_, name, told in self.rows()]
        self.query_one(Listed).show(drawn or [("", pen.say(self.EMPTY))])

    @property
    def lit(self) -> str:
        """The id of the line one stands at; "" where there is none."""
        return self.query_one(Listed).lit


def _entry(name: Words, told: Words, pen: Pen) -> Content:
    top = pen.hang(Content("›  "), pen.say(name, "bold"))
    beneath = pen.hang(Content("   "), pen.say(told)) if pen.tongue(told) else ()
    return Content("\n").join((*top, *beneath))
