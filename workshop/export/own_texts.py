"""The texts of participants in what a document says, to know which of them it has told."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass

from workshop.domain.sheet import Bullet
from workshop.domain.words import Day, Joined, Own


def own_texts(said: object) -> list[str]:
    """Every text of somebody's own in words, blocks, or tuples of them, in order."""
    found: list[str] = []
    _gather(said, found)
    return found


def _gather(said: object, found: list[str]) -> None:
    """Into one list, because a large document hands on tens of thousands of texts."""
    if isinstance(said, Own):
        found.append(said.text)
    elif isinstance(said, Bullet):
        _bullet(said, found)
    elif isinstance(said, tuple | list):
        _each(said, found)
    elif isinstance(said, Joined):
        _each(said.parts, found)
    elif isinstance(said, Mapping):
        _each(tuple(said.values()), found)
    elif is_dataclass(said) and not isinstance(said, Day):
        _each(tuple(getattr(said, field.name) for field in fields(said)), found)


def _each(several: Sequence[object], found: list[str]) -> None:
    for one in several:
        if isinstance(one, Own):
            found.append(one.text)
        elif isinstance(one, Bullet):
            _bullet(one, found)
        elif one and not isinstance(one, str):
            _gather(one, found)


def _bullet(item: Bullet, found: list[str]) -> None:
    """Most of a large document."""
    if isinstance(item.words, Own):
        found.append(item.words.text)
    else:
        _gather(item.words, found)
    if item.under:
        _each(item.under, found)
    if item.mark:
        _gather(item.mark, found)
