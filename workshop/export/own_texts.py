"""The texts of participants in what a document says, to know which of them it has told."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from workshop.domain.sheet import Bullet
from workshop.domain.words import Own


def own_texts(said: object) -> list[str]:
    """Every text of somebody's own in words, blocks, or tuples of them, in order."""
    found: list[str] = []
    _gather(said, found)
    return found


def _gather(said: object, found: list[str]) -> None:
    """Into one list, because a large document hands on tens of thousands of texts."""
    if isinstance(said, str | int):
        return
    if isinstance(said, Own):
        found.append(said.text)
    elif isinstance(said, Bullet):
        for words in (said.words, *said.under, said.mark):
            if isinstance(words, Own):
                found.append(words.text)
            elif words:
                _gather(words, found)
    elif isinstance(said, tuple | list):
        for one in said:
            _gather(one, found)
    elif isinstance(said, Mapping):
        _gather(tuple(said.values()), found)
    elif is_dataclass(said):
        _gather(tuple(getattr(said, field.name) for field in fields(said)), found)
