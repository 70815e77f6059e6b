"""Parked questions: each gets an outcome before the meeting ends."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Patched
from workshop.domain.form import Answers, Form, Line, Lines, Option, PartyField, Pick
from workshop.domain.keeping import PARKED
from workshop.domain.meeting import Meeting
from workshop.domain.party import party_of
from workshop.domain.person import known
from workshop.domain.reading import filled_for
from workshop.domain.sheet import Bullet, Bullets, Note
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.tending import TYPED
from workshop.domain.words import Joined, Own, Say, Words
from workshop.steps.inputs import Values, named_party
from workshop.steps.writing import answered, put, written

OUTCOMES: dict[str, Say] = {
    "treated": Say("Dealt with"),
    "next": Say("To the next agenda"),
    "answers": Say("Somebody answers"),
    "dropped": Say("Left out"),
}


class Parking(Step):
    """Whatever lies in the deck of parked questions, or was marked as parked."""

    kind: Literal["parking"] = "parking"

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        """More questions to park, typed as they are asked."""
        if not self.is_open(meeting) or not who.by_hand:
            return None
        return Form(fields=(Lines(name=PARKED, label=Say("A question to park"), at_most=200),))

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        lines = answered(self, meeting, who, answers).lines(PARKED)
        new = partial(put, deck=PARKED, step=self.id, who=who)
        return written(meeting, lines, new, lambda card: True)

    def stage(self, meeting: Meeting) -> Blocks:
        cards = parked(meeting)
        if not cards:
            return (Note(Say("No questions have been parked."), "quiet"),)
        return (Bullets(tuple(Bullet(card.words, mark=outcome(card)) for card in cards)),)

    def record(self, meeting: Meeting) -> Blocks:
        """Nothing: the minutes have a section of parked questions."""
        return ()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def progress(self, meeting: Meeting) -> Progress | None:
        cards = parked(meeting)
        done = sum(has_outcome(card) for card in cards)
        return Progress(done, len(cards), Say("have an outcome"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        if not parked(meeting):
            return ()
        form = _form(meeting)
        label = Say("What becomes of a question?")
        return (Action(name="outcome", label=label, key="a", form=form, main=True),)

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        filled = filled_for(action, answers)
        values: Values = {
            "outcome": filled.pick("outcome") or "",
            "outcome_note": filled.text("outcome_note"),
        }
        values["answered_by"], named = named_party("answered_by", filled, moment.new_id)
        return [*named, *(Patched(card=card, values=values) for card in filled.picked("cards"))]


def parked(meeting: Meeting) -> list[Card]:
    """Every parked question that the room may see, in the order they came up."""
    return [
        card
        for card in meeting.cards.values()
        if (card.deck == PARKED or card.values.get("mark") == PARKED)
        and card.under is None
        and not card.waiting
    ]


def has_outcome(card: Card) -> bool:
    """Whether somebody has said what becomes of it; a look-back is an answer too."""
    return bool(card.value("outcome") or card.value("verdict") or card.redacted)


def outcome(card: Card) -> Words:
    """What became of a question; "" where that is open."""
    key = card.value("outcome")
    what: Words = OUTCOMES[key] if key in OUTCOMES else Own(key, card.language)
    party = party_of(card.values.get("answered_by"))
    note = Own(card.value("outcome_note"), card.language)
    return Joined((what, party.words() if party else "", note), " · ") if key else ""


def _form(meeting: Meeting) -> Form:
    cards = [card for card in parked(meeting) if not card.redacted] or parked(meeting)
    outcomes = tuple(Option(key=key, words=words) for key, words in OUTCOMES.items())
    open_ones = tuple(card.id for card in cards if not has_outcome(card))
    which = Pick(
        name="cards",
        label=Say("Which questions?"),
        options=tuple(Option(key=c.id, words=c.words, hint=outcome(c)) for c in cards),
        value=open_ones[:1],
        at_least=1,
        at_most=len(cards),
    )
    return Form(
        fields=(
            which,
            Pick(
                name="outcome",
                label=Say("What becomes of it?"),
                options=outcomes,
                required=True,
            ),
            PartyField(
                name="answered_by", label=Say("Who answers?"), hint=TYPED, known=known(meeting)
            ),
            Line(name="outcome_note", label=Say("In one line")),
        ),
        submit=Say("Save"),
    )
