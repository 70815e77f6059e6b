"""What a step shows: a closed vocabulary of blocks that every surface can draw.

The terminal, the desk page and the Word file each have one branch for each kind of block, and know
no step kind.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from workshop.domain.words import Words

Tone = Literal["plain", "quiet", "strong", "warning"]
Place = Literal["certain", "tied", "chosen", "out"]


@dataclass(frozen=True)
class Heading:
    """A heading inside a step; level 2 is under the step's own title, 3 beneath that."""

    words: Words
    level: int = 2


@dataclass(frozen=True)
class Note:
    """A paragraph."""

    words: Words
    tone: Tone = "plain"


class Bullet(NamedTuple):
    """One thing in a list, what lies beneath it, and a mark said after it (in words).

    `short` is what a surface may show instead where all letters are large. A tuple, because a
    large document has tens of thousands of them.
    """

    words: Words
    under: tuple[Words, ...] = ()
    mark: Words = ""
    short: Words = ""


@dataclass(frozen=True)
class Bullets:
    """A list; `numbered` counts from 1."""

    items: tuple[Bullet, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a header row; rows are as long as the head.

    `bars`, from 0 to 1, show at a glance what each row says, on surfaces that can draw them; None
    where a row has none.
    """

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    caption: Words = ""
    bars: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Pairs of what something is called and what it is."""

    pairs: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True)
class Figure:
    """One large figure and what it counts: "14 of 15", "have voted"."""

    value: Words
    words: Words


@dataclass(frozen=True)
class Bar:
    """One row of a result. `people` and `share` (0-1) are None where nobody counted people."""

    words: Words
    votes: int
    people: int | None
    share: float | None
    place: Place
    rank: int


@dataclass(frozen=True)
class Tally:
    """A result, highest first; bars are as long as `votes` of `most`."""

    bars: tuple[Bar, ...]
    most: int
    caption: Words = ""


@dataclass(frozen=True)
class Column:
    """One column of a board: a heading, its things, and what to say when there are none."""

    heading: Words
    items: tuple[Bullet, ...]
    empty: Words = ""
    numbered: bool = False


@dataclass(frozen=True)
class Board:
    """Columns beside one another: groups, decks, areas. Narrow surfaces put them in sequence."""

    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Seat:
    """One person in a roster; `key` is the person's id."""

    key: str
    words: Words
    hint: Words
    ticked: bool


@dataclass(frozen=True)
class Roster:
    """Everybody in the room, in the order to be called, with a tick for those who have spoken."""

    seats: tuple[Seat, ...]
    done: Words


@dataclass(frozen=True)
class Join:
    """How to join: the surface knows the address and draws the code."""

    words: Words


@dataclass(frozen=True)
class Link:
    """Something to open elsewhere: what it is called, and its address (http or https)."""

    words: Words
    address: str


Block = Heading | Note | Bullets | Table | Facts | Figure | Tally | Board | Roster | Join | Link
Blocks = Sequence[Block]
