"""Fixed rows to fill in: the organisation of the work, the closing checks of the plan."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, Self

from pydantic import model_validator

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Held, Patched, Put
from workshop.domain.form import Answers, Form, Option, Part, Pick
from workshop.domain.form import Field as Input
from workshop.domain.meeting import Meeting
from workshop.domain.reading import read
from workshop.domain.refused import Refused
from workshop.domain.sheet import Table
from workshop.domain.step import Blocks, Id, Moment, Progress, Step, Who
from workshop.domain.words import Say, Words
from workshop.steps.asking import TITLE, Ask, Asking, Choice
from workshop.steps.inputs import Naming, Values, answered_values, changed, inputs, is_empty, raw
from workshop.steps.telling import NOTHING, cell, texts, whole
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
        rows = [row for row in self.rows if self._is_free(self.card(meeting, row.key), who)]
        fields = tuple(one for row in rows for one in self._row(meeting, row, who))
        return Form(fields=fields, intro=self.lead or "", notice=PATTERNS) if fields else None

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        self._not_taken(meeting, who, answers)
        filled = answered(self, meeting, who, answers)
        rows = [row for row in self.rows if self._is_free(self.card(meeting, row.key), who)]
        events: list[Event] = []
        for row in rows:
            names = _names(row.key)
            values, named = answered_values(self.asked(meeting), names, filled, moment.new_id)
            events += [*named, *self._set(meeting, row, values, who, moment)]
        return events

    def stage(self, meeting: Meeting) -> Blocks:
        return (self._table(meeting, self.rows),)

    def record(self, meeting: Meeting) -> Blocks:
        filled = [row for row in self.rows if self.card(meeting, row.key)]
        return (self._table(meeting, filled),) if filled else ()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def progress(self, meeting: Meeting) -> Progress | None:
        done = sum(self.card(meeting, row.key) is not None for row in self.rows)
        return Progress(done, len(self.rows), Say("are filled in"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        form = self._one_row(meeting)
        return (Action(name="fill", label=Say("Fill in"), key="a", form=form, main=True),)

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        filled = read(self._one_row(meeting), answers)
        row = next(row for row in self.rows if row.key == filled.pick("row"))
        values, named = answered_values(
            self.asked(meeting), lambda one: one.name, filled, moment.new_id
        )
        return [*named, *self._set(meeting, row, values, Who("", by_hand=True), moment)]

    def written(self, meeting: Meeting, card: Card) -> Words:
        return whole(self.asked(meeting), card)

    def card(self, meeting: Meeting, row: str) -> Card | None:
        """The card of a row, also one that was kept from an earlier meeting."""
        cards = (*meeting.deck(self.deck), *meeting.waiting())
        here = (card for card in cards if card.deck == self.deck and not card.redacted)
        return next((card for card in here if card.value("row") == row), None)

    def _is_free(self, card: Card | None, who: Who) -> bool:
        return card is None or (bool(who.id) and card.author == who.id)

    def _row(self, meeting: Meeting, row: Choice, who: Who) -> Sequence[Input]:
        card = self.card(meeting, row.key)
        values = card.values if card else {}
        found = inputs(self.asked(meeting), _names(row.key), values, meeting, who)
        return [Part(name=f"part-{row.key}", label=row.label), *found]

    def _one_row(self, meeting: Meeting) -> Form:
        """One row at a time; the first that is empty is chosen already."""
        cards = {row.key: self.card(meeting, row.key) for row in self.rows}
        options = tuple(
            Option(key=row.key, words=row.label, fills=self._fills(meeting, cards[row.key]))
            for row in self.rows
        )
        empty = next((key for key, card in cards.items() if card is None), "")
        pick = Pick(
            name="row",
            label=Say("Which row?"),
            options=options,
            required=True,
            value=(empty,) if empty else (),
        )
        asked = [replace(one, required=False) for one in self.asked(meeting)]
        who = Who("", by_hand=True)
        fields = inputs(asked, lambda one: one.name, {}, meeting, who)
        return Form(fields=(pick, *fields), submit=Say("Save"))

    def _fills(self, meeting: Meeting, card: Card | None) -> dict[str, str]:
        values = card.values if card else {}
        return {one.name: raw(one, values.get(one.name), meeting) for one in self.asked(meeting)}

    def _set(
        self, meeting: Meeting, row: Choice, values: Values, who: Who, moment: Moment
    ) -> list[Event]:
        """The facts of filling in one row; none when nothing changes."""
        card = self.card(meeting, row.key)
        after = changed(values, card.values if card else {})
        if not after or (card is None and is_empty(values)):
            return []
        hold = self.must_wait(who, texts(after))
        if card is not None:
            held = [Held(card=card.id)] if hold else []
            return [Patched(card=card.id, values=after), *held]
        put = Put(
            card=moment.new_id(),
            deck=self.deck,
            step=self.id,
            values={**values, "row": row.key, TITLE: row.label[meeting.language]},
            author=who.id,
            language=who.language,
        )
        return [put, *([Held(card=put.card)] if hold else [])]

    def _not_taken(self, meeting: Meeting, who: Who, answers: Answers) -> None:
        """Refuses what was written in a row that somebody else filled in first."""
        for row in self.rows:
            taken = not self._is_free(self.card(meeting, row.key), who)
            sent = (answers.get(f"{one.name}-{row.key}", ()) for one in self.fields)
            if taken and any("".join(some).strip() for some in sent):
                raise Refused(WRITTEN)

    def _table(self, meeting: Meeting, rows: Sequence[Choice]) -> Table:
        cards = [(row, self.card(meeting, row.key)) for row in rows]
        head = (self.title, *(one.label for one in self.asked(meeting)))
        return Table(
            head, tuple((row.label, *_cells(self.asked(meeting), card)) for row, card in cards)
        )


def _cells(asked: Sequence[Asking], card: Card | None) -> tuple[Words, ...]:
    return tuple((cell(one, card) if card else "") or NOTHING for one in asked)


def _names(row: str) -> Naming:
    return lambda one: f"{one.name}-{row}"
