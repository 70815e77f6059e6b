"""Good-example cards: one a heading, to share with other regions."""

from workshop.domain.card import Card
from workshop.domain.keeping import EXAMPLES
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Note
from workshop.domain.summing import CONSENT
from workshop.domain.words import Language, Say
from workshop.export.frame import begun
from workshop.export.options import Options
from workshop.steps.bank import EXAMPLE
from workshop.steps.telling import facts

TITLE = Say("Good examples")
_LONGEST = 100  # letters of a heading


def shared(meeting: Meeting) -> list[Card]:
    """The examples, without those that somebody did not consent to share."""
    return [
        card
        for card in meeting.deck(EXAMPLES)
        if not card.redacted and card.text and card.values.get("consent") not in (False, "no")
    ]


def examples(meeting: Meeting, language: Language, options: Options | None = None) -> bytes | None:
    """A Word file with a section for each example; None when there are none."""
    cards = shared(meeting)
    if not cards:
        return None
    word = begun(meeting, language, TITLE, options or Options(), draft="")
    for number, card in enumerate(cards, start=1):
        short = len(card.text) <= _LONGEST
        word.heading(card.words if short else Say("Example %(number)s", {"number": number}), 2)
        word.draw(*(() if short else (Note(card.words),)), *_told(meeting, card))
    return word.to_bytes()


def _told(meeting: Meeting, card: Card) -> tuple[Block, ...]:
    yes = card.values.get("consent") in CONSENT
    consent = Say("Those concerned agree that it is shared.")
    ask = Say("Ask those concerned before you share it outside the network.")
    more = tuple(Note(one.words) for one in meeting.beneath(card.id))
    return (facts(EXAMPLE, card), *more, Note(consent if yes else ask, "quiet"))
