"""What the groups of a step are called: by their names where they have any, else by number."""

import json
from collections.abc import Sequence
from functools import lru_cache

from pydantic import TypeAdapter

from workshop.domain.meeting import Meeting
from workshop.domain.words import Texts, Words, said

NAMES = "group-names"  # the deck of groups that were named in the room
_TEXTS = TypeAdapter(tuple[Texts, ...])


def names_of(meeting: Meeting, step: str) -> tuple[Words, ...]:
    """The names in their order, those of the agenda first; the number of a group never changes."""
    planned = (_planned(point.settings) for point in meeting.points if point.id == step)
    named = (card for card in meeting.cards.values() if card.deck == NAMES)
    return (*next(planned, ()), *(card.words for card in named if card.step == step))


def group_name(meeting: Meeting, step: str, number: int) -> Words:
    """The name of a group, counted from 0, of the step in which it was formed."""
    names = names_of(meeting, step)
    return names[number] if number < len(names) else said("Group %(number)s", number=number + 1)


def group_names(meeting: Meeting, step: str, groups: Sequence[object]) -> tuple[Words, ...]:
    """The name of each of these groups."""
    return tuple(group_name(meeting, step, number) for number in range(len(groups)))


@lru_cache(maxsize=64)
def _planned(settings: str) -> tuple[Texts, ...]:
    # Read by itself: a step of another kind cannot know the kind in which groups have names.
    found = json.loads(settings)
    return _TEXTS.validate_python(found.get("names", ())) if found["kind"] == "parallel" else ()
