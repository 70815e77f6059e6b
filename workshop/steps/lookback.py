"""Look back: how well were the expectations met?"""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from pydantic import JsonValue

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Patched
from workshop.domain.form import Answers, Form, Line, Option, Pick
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.sheet import Bullet, Bullets, Facts, Note
from workshop.domain.step import Blocks, Id, Moment, Progress, Step, Who
from workshop.domain.words import Joined, Own, Say, Words, said
from workshop.steps.at_once import guard_shown
from workshop.steps.writing import answered

VERDICTS: dict[str, Say] = {
    "met": Say("Met"),
    "partly": Say("Partly met"),
    "not": Say("Not met"),
}


class Lookback(Step):
    """Each answers for their own expectations; the room can answer for the rest."""

    kind: Literal["lookback"] = "lookback"
    deck: Id = "expectations"

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        mine = [card for card in meeting.written_by(who.id, self.deck) if not card.redacted]
        if not self.is_open(meeting) or who.by_hand or not mine:
            return None
        fields = tuple(field for card in mine for field in _fields(card))
        return Form(fields=fields, notice=Say("Shown in the room without a name."))

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        guard_shown(filled)
        mine = [card for card in meeting.written_by(who.id, self.deck) if not card.redacted]
        return [
            event
            for card in mine
            for event in _answer(
                card,
                filled.pick(f"verdict-{card.id}") or "",
                filled.text(f"comment-{card.id}"),
            )
        ]

    def stage(self, meeting: Meeting) -> Blocks:
        cards = meeting.deck(self.deck)
        if not cards:
            return (Note(Say("No expectations were written down."), "quiet"),)
        counts = tuple(said("%(what)s %(n)s", what=words, n=n) for words, n in _counts(cards))
        return (Note(Joined(counts, " · "), "strong"), _listed(cards))

    def record(self, meeting: Meeting) -> Blocks:
        cards = meeting.deck(self.deck)
        answered_cards = [card for card in cards if card.value("verdict")]
        return (Facts(_counts(cards)), _listed(cards)) if answered_cards else ()

    def progress(self, meeting: Meeting) -> Progress | None:
        cards = meeting.deck(self.deck)
        done = sum(bool(card.value("verdict")) for card in cards)
        return Progress(done, len(cards), Say("expectations answered"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        cards = meeting.deck(self.deck)
        if not cards or not self.is_open(meeting):
            return ()
        form = Form(
            fields=(
                Pick(
                    name="card",
                    label=Say("Which expectation?"),
                    options=tuple(_option(card) for card in cards),
                    required=True,
                ),
                Pick(
                    name="verdict",
                    label=Say("How well was it met?"),
                    options=_verdicts(),
                    required=True,
                ),
                Line(name="comment", label=Say("Comment")),
            ),
            submit=Say("Save"),
        )
        return (
            Action(
                name="answer",
                label=Say("Answer for one expectation"),
                key="a",
                form=form,
                main=True,
            ),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        filled = filled_for(action, answers)
        card = meeting.cards[filled.pick("card") or ""]
        return _answer(card, filled.pick("verdict") or "", filled.text("comment"))


def _verdicts() -> tuple[Option, ...]:
    return tuple(Option(key=key, words=words) for key, words in VERDICTS.items())


def _option(card: Card) -> Option:
    fills = {"verdict": card.value("verdict"), "comment": card.value("comment")}
    return Option(key=card.id, words=card.words, fills=fills)


def _fields(card: Card) -> tuple[Pick, Line]:
    verdict = Pick(
        name=f"verdict-{card.id}",
        label=card.words,
        options=_verdicts(),
        value=(card.value("verdict"),) if card.value("verdict") else (),
    )
    comment = Line(name=f"comment-{card.id}", label=Say("Comment"), value=card.value("comment"))
    return verdict, comment


def _answer(card: Card, verdict: str, comment: str) -> list[Event]:
    values: dict[str, JsonValue] = {"verdict": verdict, "comment": comment}
    same = (card.value("verdict"), card.value("comment")) == (verdict, comment)
    return [] if same else [Patched(card=card.id, values=values)]


def _counts(cards: Sequence[Card]) -> tuple[tuple[Words, Words], ...]:
    counts = Counter(card.value("verdict") for card in cards)
    pairs: list[tuple[Words, Words]] = [(words, counts[key]) for key, words in VERDICTS.items()]
    if counts[""]:
        pairs.append((Say("Not answered"), counts[""]))
    return tuple(pairs)


def _listed(cards: Sequence[Card]) -> Bullets:
    return Bullets(tuple(_bullet(card) for card in cards))


def _bullet(card: Card) -> Bullet:
    verdict: Words = VERDICTS.get(card.value("verdict"), "")
    comment = Own(card.value("comment"), card.language)
    return Bullet(card.words, mark=Joined((verdict, comment), ": "))
