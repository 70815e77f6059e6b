"""Expectations and how they were met, without telling the same list twice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Column
from workshop.domain.words import Joined, Own
from workshop.steps import AnyStep
from workshop.steps.collect import Collect
from workshop.steps.lookback import VERDICTS, Lookback


def judged(steps: Iterable[AnyStep]) -> set[str]:
    """The decks that were written down at one point and looked back on at another."""
    every = tuple(steps)
    written = {p.deck for step in every if isinstance(step, Collect) for p in step.prompts}
    return written & {step.deck for step in every if isinstance(step, Lookback)}


def with_verdicts(meeting: Meeting, column: Column, deck: str) -> Column:
    """What was expected, each with whether it was met."""
    pairs = zip(column.items, meeting.deck(deck), strict=True)
    items = tuple(
        item._replace(mark=Joined((item.mark, VERDICTS.get(card.value("verdict"), ""))))
        for item, card in pairs
    )
    return replace(column, items=items)


def looked_back(meeting: Meeting, step: Lookback) -> Iterator[Block]:
    """The counts, and what was said about some; how each was met stands where it was written."""
    for block in step.record(meeting):
        yield _commented(meeting, step) if isinstance(block, Bullets) else block


def _commented(meeting: Meeting, step: Lookback) -> Bullets:
    cards = [card for card in meeting.deck(step.deck) if card.value("comment")]
    return Bullets(
        tuple(
            Bullet(
                card.words,
                mark=Joined(
                    (
                        VERDICTS.get(card.value("verdict"), ""),
                        Own(card.value("comment"), card.language),
                    ),
                    ": ",
                ),
            )
            for card in cards
        )
    )
