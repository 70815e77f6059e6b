"""Counts of several kinds of thing, told in one line."""

from collections.abc import Iterable

from workshop.domain.words import Joined, Words, said


def each(found: Iterable[tuple[Words, int]]) -> Words:
    """Such as "Done: 2, Blocked: 1"; "" where there is none of anything."""
    told = tuple(said("%(kind)s: %(count)s", kind=words, count=n) for words, n in found if n)
    return Joined(told) if told else ""
