"""Mixes people into groups: every person once, sizes within one, kinds of party spread."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

ROUNDS_WITHOUT_GAIN = 400
SINGLE_KIND = 1_000
SAME_ORGANISATION = 12
MET_BEFORE = 8
SAME_KIND = 1

Groups = tuple[tuple[str, ...], ...]
Met = Mapping[frozenset[str], int]


@dataclass(frozen=True)
class Guest:
    """Somebody to seat: an id, a kind of party, an organisation."""

    id: str
    kind: str
    organisation: str


def how_many(people: int, size: int) -> int:
    """How many groups: as near `size` as can be; pairs (size 2) leave at most one trio."""
    if size <= 2:
        return max(1, people // 2)
    return max(1, round(people / size))


def mix(
    guests: Sequence[Guest],
    size: int,
    seed: int,
    met: Met | None = None,
    locked: Mapping[str, int] | None = None,
) -> Groups:
    """The groups; the same seed and guests give the same groups, whatever the guests' order.

    `met` counts how often two people sat together before, `locked` holds the group (from 0) of
    those who stay where they are.
    """
    chance = Random(seed)
    table = {guest.id: guest for guest in guests}
    groups = _deal(sorted(guests, key=lambda guest: guest.id), size, chance, locked or {})
    return _improved(groups, table, met or {}, set(locked or {}), chance)


def seat_late(groups: Groups, guest: Guest, table: Mapping[str, Guest]) -> int:
    """The group (from 0) for somebody who comes late: a smallest one, where few are alike."""

    def fit(number: int) -> tuple[int, int, int]:
        others = [table[person] for person in groups[number] if person in table]
        alike = sum(other.kind == guest.kind for other in others)
        return len(groups[number]), alike, number

    return min(range(len(groups)), key=fit)


def meetings(rounds: Sequence[Groups]) -> Counter[frozenset[str]]:
    """How often each pair of people sat in the same group."""
    return Counter(
        frozenset(pair)
        for groups in rounds
        for group in groups
        for pair in combinations(sorted(group), 2)
    )


def single_kind(groups: Groups, table: Mapping[str, Guest]) -> int:
    """How many groups (of two or more) hold one kind of party only."""
    return sum(
        len(group) > 1 and len({table[person].kind for person in group}) == 1 for group in groups
    )


def _deal(
    guests: list[Guest], size: int, chance: Random, locked: Mapping[str, int]
) -> list[list[str]]:
    """Deals kind after kind, the most common first, so that each kind spreads over the groups."""
    count = how_many(len(guests), size)
    groups: list[list[str]] = [[] for _ in range(count)]
    for guest in guests:
        if guest.id in locked and locked[guest.id] < count:
            groups[locked[guest.id]].append(guest.id)
    seated = {person for group in groups for person in group}
    for guest in _by_kind([g for g in guests if g.id not in seated], chance):
        min(groups, key=len).append(guest.id)
    return _levelled(groups, locked)


def _by_kind(guests: list[Guest], chance: Random) -> list[Guest]:
    chance.shuffle(guests)
    common = Counter(guest.kind for guest in guests)
    return sorted(guests, key=lambda guest: (-common[guest.kind], guest.kind))


def _levelled(groups: list[list[str]], locked: Mapping[str, int]) -> list[list[str]]:
    """Moves people who are not locked until sizes differ by one at most."""
    while True:
        small, large = min(groups, key=len), max(groups, key=len)
        movable = [person for person in large if person not in locked]
        if len(large) - len(small) <= 1 or not movable:
            return groups
        large.remove(movable[-1])
        small.append(movable[-1])


def _improved(
    groups: list[list[str]],
    table: Mapping[str, Guest],
    met: Met,
    locked: set[str],
    chance: Random,
) -> Groups:
    """Swaps two people as long as that makes the groups better."""
    costs = [_cost(group, table, met) for group in groups]
    idle = 0
    while idle < ROUNDS_WITHOUT_GAIN and len(groups) > 1:
        gained = _try_swap(groups, costs, table, met, locked, chance)
        idle = 0 if gained else idle + 1
    return tuple(tuple(sorted(group)) for group in groups)


def _try_swap(
    groups: list[list[str]],
    costs: list[int],
    table: Mapping[str, Guest],
    met: Met,
    locked: set[str],
    chance: Random,
) -> bool:
    one, two = chance.sample(range(len(groups)), 2)
    a, b = chance.randrange(len(groups[one])), chance.randrange(len(groups[two]))
    if {groups[one][a], groups[two][b]} & locked:
        return False
    left, right = list(groups[one]), list(groups[two])
    left[a], right[b] = right[b], left[a]
    new = _cost(left, table, met), _cost(right, table, met)
    if sum(new) >= costs[one] + costs[two]:
        return False
    groups[one], groups[two], costs[one], costs[two] = left, right, *new
    return True


def _cost(group: Sequence[str], table: Mapping[str, Guest], met: Met) -> int:
    people = [table[person] for person in group]
    kinds = Counter(person.kind for person in people)
    organisations = Counter(person.organisation.casefold() for person in people)
    alone = SINGLE_KIND if len(people) > 1 and len(kinds) == 1 else 0
    again = sum(met.get(frozenset(pair), 0) for pair in combinations(group, 2)) if met else 0
    return (
        alone
        + SAME_KIND * _pairs(kinds)
        + SAME_ORGANISATION * _pairs(organisations)
        + MET_BEFORE * again
    )


def _pairs(counts: Counter[str]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())
