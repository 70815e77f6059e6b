"""Good examples from other regions: searched on stage, and shown one at a time."""

from collections.abc import Sequence
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Sought, Turned
from workshop.domain.form import Answers, Form, Line
from workshop.domain.keeping import BANK
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.sheet import Block, Bullet, Bullets, Note
from workshop.domain.step import Blocks, Moment, Step, Who
from workshop.domain.words import Count, Joined, Own, Say, said
from workshop.steps.asking import TITLE, Asking
from workshop.steps.paging import alone, page_of, turned, turning
from workshop.steps.telling import cell, texts

# What a good example tells, wherever it was written.
EXAMPLE: tuple[Asking, ...] = (
    Asking(name=TITLE, label=Say("Good example")),
    Asking(name="region", label=Say("Region")),
    Asking(name="place", label=Say("Place")),
    Asking(name="who", label=Say("Who")),
    Asking(name="what", label=Say("What was done")),
    Asking(name="lesson", label=Say("What we learned")),
    Asking(name="success", label=Say("What made it succeed")),
    Asking(name="link", label=Say("Link")),
)


class Bank(Step):
    """The cards are carried into the meeting by whoever prepares it; nobody writes here."""

    kind: Literal["bank"] = "bank"

    def stage(self, meeting: Meeting) -> Blocks:
        if not meeting.deck(BANK):
            return (Note(Say("No examples from other regions have been taken in."), "quiet"),)
        found = sought(meeting, self.id)
        page = page_of(meeting, self.id, len(found))
        if page:
            return alone(EXAMPLE, found, page)
        return (*_about(meeting, self.id, found), _list(found))

    def record(self, meeting: Meeting) -> Blocks:
        """Nothing: they were written elsewhere."""
        return ()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        if not meeting.deck(BANK):
            return ()
        words = meeting.sought.get(self.id, "")
        hint = Say("Several words find what holds all of them. Empty shows everything.")
        field = Line(name="words", label=Say("Search for"), hint=hint, value=words, most=80)
        form = Form(fields=(field,), submit=Say("Search"))
        found = sought(meeting, self.id)
        return (
            Action(name="search", label=Say("Search the examples"), key="s", form=form),
            *turning(meeting, self.id, len(found), found),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name != "search":
            return turned(meeting, self.id, action, answers, sought(meeting, self.id))
        words = filled_for(action, answers).text("words")
        return [Turned(step=self.id, page=0), Sought(step=self.id, words=words)]


def sought(meeting: Meeting, step: str) -> list[Card]:
    """The examples that hold every word that was searched for; those with it in the title first."""
    terms = meeting.sought.get(step, "").casefold().split()
    cards = [card for card in meeting.deck(BANK) if not card.redacted]
    found = [card for card in cards if all(term in _text(card) for term in terms)]
    return sorted(found, key=lambda card: not all(term in card.text.casefold() for term in terms))


def _text(card: Card) -> str:
    return texts({one.name: card.values.get(one.name) for one in EXAMPLE}).casefold()


def _about(meeting: Meeting, step: str, found: Sequence[Card]) -> tuple[Block, ...]:
    count = Count("%(n)s example", "%(n)s examples", len(found))
    words = meeting.sought.get(step, "")
    if not words:
        return (Note(count, "quiet"),)
    return (Note(said("“%(words)s”: %(count)s", words=Own(words), count=count), "strong"),)


def _list(found: Sequence[Card]) -> Bullets:
    where = [one for one in EXAMPLE if one.name in ("region", "place")]
    return Bullets(
        tuple(
            Bullet(card.words, mark=Joined(tuple(cell(one, card) for one in where), " · "))
            for card in found
        ),
        numbered=True,
    )
