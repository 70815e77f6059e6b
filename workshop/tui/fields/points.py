"""A ballot typed by hand: votes, several votes for one thing, or first, second and third."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from workshop.domain.form import Answers, Points
from workshop.domain.words import said
from workshop.language import Tongue
from workshop.tui.fields.box import Box
from workshop.tui.fields.choices import Choices, searching

PLACES = 3


class Ballot(Choices):
    """Space gives a vote (or the next place), minus takes it back."""

    BINDINGS = [Binding("minus", "less", priority=True, show=False)]

    def __init__(self, asked: Points, tongue: Tongue) -> None:
        super().__init__(asked.options, tongue)
        self._asked = asked
        self.points = dict(asked.value)
        self.order = sorted(self.points, key=lambda key: -self.points[key])

    def mark(self, key: str) -> str:
        if self._asked.ranked:
            return f"[{self.order.index(key) + 1}]" if key in self.order else "[ ]"
        if self._asked.stacking:
            return f"[{self.points.get(key, 0) or ' '}]"
        return "[✓]" if self.points.get(key) else "[ ]"

    def press(self, key: str) -> None:
        if self._asked.ranked:
            self._rank(key)
        elif self._asked.stacking:
            self.points[key] = self.points.get(key, 0) + 1
        else:
            self.points[key] = 0 if self.points.get(key) else 1

    def action_less(self) -> None:
        here = self.highlighted_option
        if here is None or here.id is None:
            return
        if here.id in self.order:
            self.order.remove(here.id)
        self.points[here.id] = max(0, self.points.get(here.id, 0) - 1)
        self.redraw()
        self.post_message(self.Changed(self.all[here.id]))

    @property
    def used(self) -> int:
        return len(self.order) if self._asked.ranked else sum(self.points.values())

    def _rank(self, key: str) -> None:
        if key in self.order:
            self.order.remove(key)
        elif len(self.order) < PLACES:
            self.order.append(key)


class PointsBox(Box):
    """The ballot and how much of it is used."""

    asked: Points

    def __init__(self, asked: Points, tongue: Tongue) -> None:
        super().__init__(asked, tongue)
        self._points = asked

    def compose_input(self) -> ComposeResult:
        yield Ballot(self._points, self.tongue)
        yield Static(Content(""), classes="count")

    def on_mount(self) -> None:
        self._count()

    def answers(self) -> Answers:
        ballot, name = self.query_one(Ballot), self.asked.name
        if self._points.ranked:
            return {f"{name}.{place}": [key] for place, key in enumerate(ballot.order, 1)}
        given = {key: points for key, points in ballot.points.items() if points}
        if self._points.stacking:
            return {f"{name}.{key}": [str(points)] for key, points in given.items()}
        return {name: list(given)}

    def clear(self) -> None:
        ballot = self.query_one(Ballot)
        ballot.points, ballot.order = {}, []
        ballot.redraw()
        self._count()

    @on(Choices.Finished)
    def _finished(self, event: Choices.Finished) -> None:
        event.stop()
        self.post_message(self.Done())

    @on(Choices.Changed)
    def _changed(self, event: Choices.Changed) -> None:
        event.stop()
        self._count()

    @on(Choices.Searched)
    def _searched(self, event: Choices.Searched) -> None:
        event.stop()
        if event.text:
            self.query_one(".count", Static).update(Content(self.tongue(searching(event.text))))
        else:
            self._count()

    def _count(self) -> None:
        used = self.query_one(Ballot).used
        words = said(
            "%(used)s of %(votes)s given. Space gives, minus takes back.",
            used=used,
            votes=self._points.votes,
        )
        self.query_one(".count", Static).update(Content(self.tongue(words)))
