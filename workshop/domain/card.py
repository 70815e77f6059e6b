"""A card: one thing somebody wrote, in a deck such as "expectations", "areas" or "measures"."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import JsonValue

from workshop.domain.words import Language, Own, Say, Words


@dataclass(frozen=True, kw_only=True)
class Card:
    """`author` is a person's id, or "" for the facilitator; `under` is its heading's id.

    A card that is `waiting` is not shown to the room before the facilitator has read it.
    """

    id: str
    deck: str
    step: str
    values: Mapping[str, JsonValue] = field(default_factory=dict)
    author: str = ""
    group: int | None = None
    language: Language | None = None
    heading: bool = False
    under: str | None = None
    redacted: bool = False
    waiting: bool = False

    @cached_property
    def text(self) -> str:
        return self.value("text")

    def value(self, name: str) -> str:
        """A value as text; "" when it was never given."""
        found = self.values.get(name)
        return found if isinstance(found, str) else ""

    @cached_property
    def written(self) -> Words:
        """As it was written, for whoever reads it before the room does."""
        return Own(self.text, self.language)

    @cached_property
    def words(self) -> Words:
        """What the room may see of it."""
        if self.redacted:
            return Say("(text removed)")
        return HELD if self.waiting else self.written


HELD = Say("Written; waits to be read")
