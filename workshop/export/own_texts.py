"""The texts of participants in what a document says, to know which of them it has told."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from workshop.domain.words import Own


def own_texts(said: object) -> Iterator[str]:
    """Every text of somebody's own in words, blocks, or tuples of them, in order."""
    if isinstance(said, Own):
        yield said.text
    elif isinstance(said, tuple | list):
        for one in said:
            yield from own_texts(one)
    elif isinstance(said, Mapping):
        yield from own_texts(tuple(said.values()))
    elif is_dataclass(said):
        yield from own_texts(tuple(getattr(said, field.name) for field in fields(said)))
