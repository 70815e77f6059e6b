"""What a fact makes of a meeting: one function a kind of fact, gathered by what they are about."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from workshop.domain.meeting import Meeting

V = TypeVar("V")
# Each takes the meeting, the fact and its entry.
Changes = Mapping[type, Callable[..., Meeting]]


def having(mapping: Mapping[str, V], key: str, value: V) -> dict[str, V]:
    """With another value, which comes last if it is new."""
    return {**mapping, key: value}


def lacking(mapping: Mapping[str, V], key: str) -> dict[str, V]:
    return {k: v for k, v in mapping.items() if k != key}
