"""Expectations and how they were met, without telling the same list twice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from workshop.domain.card import Card
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Column, Note
from workshop.domain.words import Joined, Own, Words, said
from workshop.steps import AnyStep
from workshop.steps.collect import Collect
from workshop.steps.lookback import VERDICTS, Lookback

Judged = Mapping[str, Words]


def judged(steps: Iterable[AnyStep]) -> Judged:
    """The decks that were looked back on, each with the title of the point that wrote them down."""
    every = tuple(steps)
    looked = {step.deck for step in every if isinstance(step, Lookback)}
    return {
        prompt.deck: step.title
        for step in reversed(every)
        if isinstance(step, Collect)
        for prompt in step.prompts
        if prompt.deck in looked
    }


def with_verdicts(meeting: Meeting, column: Column, deck: str) -> Column:
    """What was expected, each with whether it was met and what was said about that."""
    pairs = zip(column.items, meeting.deck(deck), strict=True)
    items = tuple(_judged(item, card) for item, card in pairs)
    return replace(column, items=items)


def _judged(item: Bullet, card: Card) -> Bullet:
    if not (card.value("verdict") or card.value("comment")):
        return item
    return item._replace(mark=Joined((item.mark, _verdict(card))))


def _verdict(card: Card) -> Words:
    comment = Own(card.value("comment"), card.language)
    return Joined((VERDICTS.get(card.value("verdict"), ""), comment), ": ")


def looked_back(meeting: Meeting, step: Lookback, title: Words) -> Iterator[Block]:
    """The counts; how each was met, and what was said of it, stands under `title`."""
    for block in step.record(meeting):
        if not isinstance(block, Bullets):
            yield block
        elif any(card.value("verdict") for card in meeting.deck(step.deck)):
            yield Note(said("How each was met stands under “%(title)s”.", title=title), "quiet")
