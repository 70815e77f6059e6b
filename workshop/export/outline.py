"""Leaves out what says nothing: empty blocks, and headings with nothing beneath them."""

from collections.abc import Iterable
from typing import assert_never

from workshop.domain.sheet import (
    Block,
    Blocks,
    Board,
    Bullet,
    Bullets,
    Facts,
    Figure,
    Heading,
    Join,
    Link,
    Note,
    Roster,
    Table,
    Tally,
)
from workshop.domain.words import Words
from workshop.export.piece import plain
from workshop.language import Tongue


def filled(blocks: Blocks, tongue: Tongue) -> list[Block]:
    """The blocks that say something, in the same order."""
    kept: list[Block] = []
    for block in reversed(blocks):
        if isinstance(block, Heading) and _ends(block, kept[-1:]):
            continue
        if _says(block, tongue):
            kept.append(block)
    return kept[::-1]


def _ends(heading: Heading, following: Blocks) -> bool:
    """Whether nothing comes beneath a heading."""
    return not following or any(
        isinstance(block, Heading) and block.level <= heading.level for block in following
    )


def _says(block: Block, tongue: Tongue) -> bool:
    match block:
        case Heading(words) | Note(words):
            return has(words, tongue)
        case Figure(value, words):
            return has(value, tongue) or has(words, tongue)
        case Bullets(items):
            return lists(items, tongue)
        case Table(_, rows):
            return bool(rows)
        case Facts(pairs):
            return any(has(value, tongue) for _, value in pairs)
        case Tally(bars):
            return bool(bars)
        case Board(columns):
            return any(lists(one.items, tongue) or has(one.empty, tongue) for one in columns)
        case Roster(seats):
            return bool(seats)
        case Link(words):
            return has(words, tongue)
        case Join():
            return False  # nobody joins a meeting from its minutes
        case _:
            assert_never(block)


def lists(items: Iterable[Bullet], tongue: Tongue) -> bool:
    """Whether there is anything to read in a list; a text may hold nothing but controls."""
    return any(has(item.words, tongue) for item in items)


def has(words: Words, tongue: Tongue) -> bool:
    """Whether there is anything to read."""
    return bool(plain(words, tongue).strip())
