"""A row that is filled in: what it is called, what is asked of it, and the card that holds it."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.domain.card import Card
from workshop.domain.form import Answers, Option, Part
from workshop.domain.form import Field as Input
from workshop.domain.meeting import Meeting
from workshop.domain.step import Who
from workshop.domain.words import Joined, Texts, Words
from workshop.steps.asking import Asking
from workshop.steps.inputs import Values, changed, inputs, is_empty, raw
from workshop.steps.telling import NOTHING, cells


@dataclass(frozen=True, kw_only=True)
class Row:
    """`card` is None until somebody fills the row in."""

    key: str
    label: Texts
    asked: Sequence[Asking]
    card: Card | None

    def name(self, one: Asking) -> str:
        """What an input of the row is called on a page that holds several rows."""
        return f"{one.name}-{self.key}"

    def is_free(self, who: Who) -> bool:
        """Whether they may fill it in: nobody has, or they did it themselves."""
        return self.card is None or (bool(who.id) and self.card.author == who.id)

    def is_in(self, answers: Answers) -> bool:
        """Whether somebody wrote anything in it."""
        sent = (answers.get(self.name(one), ()) for one in self.asked)
        return any("".join(some).strip() for some in sent)

    def inputs(self, meeting: Meeting, who: Who) -> Sequence[Input]:
        """The row as a part of a page, with what stands in it under its name."""
        values = self.card.values if self.card else {}
        found = inputs(self.asked, self.name, values, meeting, who)
        held = tuple(words for words in self.cells()[1:] if words != NOTHING)
        part = Part(name=f"part-{self.key}", label=self.label, hint=Joined(held, " · "))
        return [part, *found]

    def option(self, meeting: Meeting) -> Option:
        """The row to choose, bringing what it holds."""
        values = self.card.values if self.card else {}
        fills = {one.name: raw(one, values.get(one.name), meeting) for one in self.asked}
        return Option(key=self.key, words=self.label, fills=fills)

    def changed(self, values: Values) -> Values:
        """What of it is new; nothing where an empty row stays empty."""
        if self.card is None and is_empty(values):
            return {}
        return changed(values, self.card.values if self.card else {})

    def cells(self) -> tuple[Words, ...]:
        """The row of a table."""
        return (self.label, *cells(self.asked, self.card))
