"""Fixed rows to fill in: the organisation of the work, the closing checks of the plan."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, Self

from pydantic import model_validator

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Held, Patched, Put
from workshop.domain.form import Answers, Form, Pick
from workshop.domain.meeting import Meeting
from workshop.domain.reading import read
from workshop.domain.refused import Refused
from workshop.domain.sheet import Table
from workshop.domain.step import Blocks, Id, Moment, Progress, Step, Who
from workshop.domain.words import Say, Words
from workshop.steps.asking import TITLE, Ask, Asking, Choice
from workshop.steps.inputs import Values, answered_values, inputs
from workshop.steps.row import Row
from workshop.steps.telling import texts, whole
from workshop.steps.writing import PATTERNS, answered

WRITTEN = Say("Somebody else has filled this in meanwhile. Tell the facilitator what to add.")


class Matrix(Step):
    """Each row is one card of the deck; with `phones` a phone fills in rows nobody has filled."""

    kind: Literal["matrix"] = "matrix"
    deck: Id
    rows: tuple[Choice, ...]
    fields: tuple[Ask, ...]
    phones: bool = False

    @model_validator(mode="after")
    def _fits(self) -> Self:
        names, keys = [one.name for one in self.fields], [row.key for row in self.rows]
        if not names or not keys:
            raise ValueError("a matrix has rows and fields")
        if len({*names}) < len(names) or len({*keys}) < len(keys) or TITLE in names:
            raise ValueError("rows and fields have names of their own, and none is called “text”")
        return self

    def asked(self, meeting: Meeting) -> tuple[Asking, ...]:
        return tuple(one.asking(meeting) for one in self.fields)

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        if not self.phones or who.by_hand or not self.is_open(meeting):
            return None
        free = [row for row in self._rows(meeting) if row.is_free(who)]
        fields = tuple(one for row in free for one in row.inputs(meeting, who))
        return Form(fields=fields, intro=self.lead or "", notice=PATTERNS) if fields else None

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        rows = self._rows(meeting)
        if any(row.is_in(answers) for row in rows if not row.is_free(who)):
            raise Refused(WRITTEN)
        filled = answered(self, meeting, who, answers)
        events: list[Event] = []
        for row in rows:
            if row.is_free(who):
                values, named = answered_values(row.asked, row.name, filled, moment.new_id)
                events += [*named, *self._set(meeting, row, values, who, moment)]
        return events

    def stage(self, meeting: Meeting) -> Blocks:
        return (_table(self.title, self._rows(meeting)),)

    def record(self, meeting: Meeting) -> Blocks:
        filled = [row for row in self._rows(meeting) if row.card]
        return (_table(self.title, filled),) if filled else ()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def progress(self, meeting: Meeting) -> Progress | None:
        done = sum(row.card is not None for row in self._rows(meeting))
        return Progress(done, len(self.rows), Say("are filled in"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        form = _one_row(meeting, self._rows(meeting))
        return (Action(name="fill", label=Say("Fill in"), key="a", form=form, main=True),)

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        filled = read(_one_row(meeting, self._rows(meeting)), answers)
        row = next(row for row in self._rows(meeting) if row.key == filled.pick("row"))
        values, named = answered_values(row.asked, lambda one: one.name, filled, moment.new_id)
        return [*named, *self._set(meeting, row, values, Who("", by_hand=True), moment)]

    def written(self, meeting: Meeting, card: Card) -> Words:
        return whole(self.asked(meeting), card)

    def card(self, meeting: Meeting, row: str) -> Card | None:
        """The card of a row, also one that was kept from an earlier meeting."""
        cards = (*meeting.deck(self.deck), *meeting.waiting())
        here = (card for card in cards if card.deck == self.deck and not card.redacted)
        return next((card for card in here if card.value("row") == row), None)

    def _rows(self, meeting: Meeting) -> list[Row]:
        asked = self.asked(meeting)
        return [
            Row(key=one.key, label=one.label, asked=asked, card=self.card(meeting, one.key))
            for one in self.rows
        ]

    def _set(
        self, meeting: Meeting, row: Row, values: Values, who: Who, moment: Moment
    ) -> list[Event]:
        """The facts of filling in one row; none when nothing changes."""
        after = row.changed(values)
        if not after:
            return []
        hold = self.must_wait(who, texts(after))
        if row.card is not None:
            held = [Held(card=row.card.id)] if hold else []
            return [Patched(card=row.card.id, values=after), *held]
        put = Put(
            card=moment.new_id(),
            deck=self.deck,
            step=self.id,
            values={**values, "row": row.key, TITLE: row.label[meeting.language]},
            author=who.id,
            language=who.language,
        )
        return [put, *([Held(card=put.card)] if hold else [])]


def _one_row(meeting: Meeting, rows: Sequence[Row]) -> Form:
    """One row at a time; the first that is empty is chosen already."""
    empty = [row.key for row in rows if row.card is None]
    pick = Pick(
        name="row",
        label=Say("Which row?"),
        options=tuple(row.option(meeting) for row in rows),
        required=True,
        value=tuple(empty[:1]),
    )
    asked = [replace(one, required=False) for one in rows[0].asked]
    fields = inputs(asked, lambda one: one.name, {}, meeting, Who("", by_hand=True))
    return Form(fields=(pick, *fields), submit=Say("Save"))


def _table(title: Words, rows: Sequence[Row]) -> Table:
    """A table of some rows, of which there is at least one."""
    head = (title, *(one.label for one in rows[0].asked))
    return Table(head, tuple(row.cells() for row in rows))
