"""A round of voting: its rule, its frozen list, and what was counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workshop.domain.party import PartyKind

Way = Literal["all", "runoff", "plenary", "postpone", "lots"]
Per = Literal["person", "organisation", "group"]
Groups = tuple[tuple[str, ...], ...]
About = Literal["vote", "pulse"]


@dataclass(frozen=True)
class Ballot:
    """One whole ballot: points per item id; `by_hand` was entered by the facilitator."""

    points: Mapping[str, int]
    by_hand: bool = False


@dataclass(frozen=True)
class HandCount:
    """A counted show of hands or paper ballots: votes per item id and how many people."""

    way: Literal["hands", "paper"]
    points: Mapping[str, int]
    people: int


@dataclass(frozen=True)
class Settlement:
    """How the leader settled a tie, and which items go on because of it."""

    way: Way
    items: tuple[str, ...]
    reason: str = ""
    seed: int | None = None


@dataclass(frozen=True, kw_only=True)
class Round:
    """`fills` is how many places the round decides; `present` is how many could vote, at close.

    A round `about` a pulse takes anonymous answers through the same box; it chooses nothing.
    With one ballot a group, `groups` are those of the room when it opened, and `alone` is how many
    ballots came from people without a group.
    """

    id: str
    step: str
    items: tuple[str, ...]
    votes: int
    fills: int
    stacking: bool = False
    ranked: bool = False
    use_all: bool = False
    per: Per = "person"
    groups: Groups = ()
    runoff_of: str | None = None
    about: About = "vote"
    state: Literal["open", "closed", "revealed", "cancelled"] = "open"
    present: int = 0
    alone: int = 0
    ballots: tuple[Ballot, ...] = ()
    counts: tuple[HandCount, ...] = ()
    balance: Mapping[PartyKind, Mapping[str, int]] = field(default_factory=dict)
    settled: Settlement | None = None
    opened: int = 0

    def __hash__(self) -> int:
        # Of what counts for equality, only this can be hashed.
        return hash(self.id)

    @property
    def counted(self) -> bool:
        return self.state in ("closed", "revealed")
