"""The one family of "no, you may not": always shown to people, never logged as a fault.

Refused
├── Unreadable   an answer does not fit its form; says which fields and why
├── MovedOn      the step or round that was answered is no longer open
├── NotSaved     the disk refused; nothing was taken in
└── Occupied     another program has this meeting open
"""

from collections.abc import Mapping

from workshop.domain.words import Joined, Words


class Refused(Exception):
    """Something was not done, and `words` says to a person why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


class Unreadable(Refused):
    """An answer does not fit its form; `fields` maps field names to what is wrong with each."""

    def __init__(self, words: Words, fields: Mapping[str, Words]) -> None:
        super().__init__(words)
        self.fields = fields

    def alone(self) -> Refused:
        """The same, where there is no form in which to stand beside what does not fit."""
        return Refused(Joined(tuple(self.fields.values()) or (self.words,), "\n"))


class MovedOn(Refused):
    """The step or round that was answered is no longer open."""


class NotSaved(Refused):
    """The disk refused to keep it."""


class Occupied(Refused):
    """Another program has this meeting open."""
