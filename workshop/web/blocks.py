"""Which macro of templates/blocks.html draws a block: one branch for each kind."""

from collections.abc import Callable
from typing import assert_never

from workshop.domain.sheet import (
    Bar,
    Block,
    Board,
    Bullet,
    Bullets,
    Facts,
    Figure,
    Heading,
    Join,
    Link,
    Note,
    Place,
    Roster,
    Table,
    Tally,
)
from workshop.domain.words import Count, Joined, Percent, Say, Words

PLACES: dict[Place, Words] = {
    "certain": Say("goes on"),
    "tied": Say("equally many"),
    "chosen": Say("chosen to go on"),
    "out": "",
}


# A phone of 320 px has room for so many letters beside one another; what is longer than
# `COMFORTABLE` may go on in the next line of its cell.
NARROW, COMFORTABLE = 38, 14


def stacks(table: Table, said: Callable[[Words], str]) -> bool:
    """Whether a table is too wide for a phone, and its rows are shown one under another there."""
    columns = zip(table.head, *table.rows, strict=True)
    return sum(1 + max(_least(said(cell)) for cell in column) for column in columns) > NARROW


def _least(text: str) -> int:
    """The letters a cell needs: its longest word, or a line that is comfortable to read."""
    return max(min(len(text), COMFORTABLE), *map(len, text.split()), 0)


def beneath(item: Bullet, said: Callable[[Words], str]) -> list[Words]:
    """What lies beneath an item, each text once, and none that says what the item says."""
    texts = {said(words).casefold(): words for words in item.under}
    texts.pop(said(item.words).casefold(), None)
    return list(texts.values())


def macro(block: Block) -> str:
    """The name of the macro that draws this kind of block."""
    match block:
        case Heading():
            return "heading"
        case Note():
            return "note"
        case Bullets():
            return "bullets"
        case Table():
            return "table"
        case Facts():
            return "facts"
        case Figure():
            return "figure"
        case Tally():
            return "tally"
        case Board():
            return "board"
        case Roster():
            return "roster"
        case Join():
            return "join"
        case Link():
            return "link"
        case _:
            assert_never(block)


def bar_words(bar: Bar) -> Words:
    """Votes, people and share in words: counts before percentages."""
    parts: list[Words] = [Count("%(n)s vote", "%(n)s votes", bar.votes)]
    if bar.people is not None and bar.people != bar.votes:
        parts.append(Count("from %(n)s person", "from %(n)s people", bar.people))
    if bar.share is not None:
        parts.append(Say("%(share)s of those present", {"share": Percent(bar.share)}))
    return Joined((*parts, PLACES[bar.place]), " · ")
