"""What the groups of a step write: the fields for it, the cards it makes, and how many they are."""

from collections.abc import Iterable, Sequence
from functools import partial

from workshop.domain.card import Card
from workshop.domain.event import Event
from workshop.domain.form import Lines
from workshop.domain.meeting import Meeting
from workshop.domain.reading import Filled
from workshop.domain.sheet import Bullet, Column
from workshop.domain.step import Step, Who
from workshop.domain.words import Count, Joined, Say, Words
from workshop.steps.writing import Prompt, bullet, lines_field, put, written


def cards_in(meeting: Meeting, step: str, prompts: Iterable[Prompt]) -> list[Card]:
    """All that was written at a step under its questions."""
    decks = {prompt.deck for prompt in prompts}
    return [c for c in meeting.cards.values() if c.step == step and c.deck in decks]


def cards_of_group(meeting: Meeting, deck: str, step: str, group: int) -> tuple[Bullet, ...]:
    """What one group of a step wrote in a deck."""
    cards = [c for c in meeting.cards.values() if c.deck == deck and c.group == group]
    return tuple(
        bullet(meeting, c) for c in cards if c.step == step and not (c.heading or c.waiting)
    )


def fields_for(prompts: Iterable[Prompt], cards: Sequence[Card], at_most: int) -> list[Lines]:
    """A field for each question, with those of these cards that answer it."""
    return [
        lines_field(prompt, [card for card in cards if card.deck == prompt.deck], at_most, 3)
        for prompt in prompts
    ]


def group_column(name: Words, seats: tuple[Bullet, ...], wrote: int) -> Column:
    """Who sits in a group, under its name and how much it has written."""
    count = Count("%(n)s written", "%(n)s written", wrote)
    heading: Words = Joined((name, count), " · ") if wrote else name
    return Column(heading, seats, Say("Nobody yet"))


def written_in_groups(
    step: Step,
    prompts: Iterable[Prompt],
    meeting: Meeting,
    who: Who,
    filled: Filled,
    group: int | None,
) -> list[Event]:
    """The facts of what one group wrote under each question, whoever of it held the pen."""
    return [
        event
        for prompt in prompts
        for event in written(
            meeting,
            filled.lines(prompt.deck),
            partial(put, deck=prompt.deck, step=step.id, who=who, group=group),
            lambda card: who.by_hand or (card.step == step.id and card.group == group),
            partial(step.must_wait, who),
        )
    ]
