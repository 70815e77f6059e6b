"""Mixes people into groups: every person once, sizes within one, kinds of party spread."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from workshop.domain.mixing import CONFLICT, Mixing
from workshop.domain.tables import CHAIR, Tables

MOST = 5
SAME_ORGANISATION = 12
MET_BEFORE = CONFLICT
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
    """How many groups: as near `size` as can be with three to five in each, or more if asked.

    Pairs (size 2) leave at most one trio.
    """
    if size <= 2:
        return max(1, people // 2)
    fitting = [n for n in range(1, people // 3 + 1) if people <= n * max(MOST, size)]
    return min(fitting, key=lambda n: abs(people / n - size), default=1)


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
    people = sorted(guests, key=lambda guest: guest.id)
    count = how_many(len(people), size)
    here = {guest.id for guest in people}
    kept = {p: n for p, n in (locked or {}).items() if p in here and 0 <= n < count}
    chance = Random(seed)
    groups = _deal(people, count, kept, chance)
    chairs = _chairs(groups, len(people))
    kinds = [*_kinds(people), *(CHAIR for _ in chairs)]
    tables = Tables(groups, kinds, _costs(people, met or {}, len(chairs)))
    free = [*(n for n, guest in enumerate(people) if guest.id not in kept), *chairs]
    mixing = Mixing(tables, free)
    mixing.mix_kinds()
    if free:
        mixing.improve(chance, _bound(people, count))
    return tuple(
        tuple(sorted(people[n].id for n in group if n < len(people))) for group in tables.groups
    )


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


def _kinds(people: Sequence[Guest]) -> list[int]:
    names = sorted({guest.kind for guest in people})
    return [names.index(guest.kind) for guest in people]


def _seats(people: Sequence[Guest], count: int, locked: Mapping[str, int]) -> list[int]:
    """How many sit in each group: as even as those kept in place allow."""
    seats = [0] * count
    for number in locked.values():
        seats[number] += 1
    for _ in range(len(people) - len(locked)):
        seats[seats.index(min(seats))] += 1
    return seats


def _chairs(groups: list[list[int]], first: int) -> list[int]:
    """Puts an empty chair, a number from `first` on, in each smallest group if some are larger."""
    least = min(map(len, groups))
    smallest = [group for group in groups if len(group) == least]
    if len(smallest) == len(groups):
        return []
    chairs = list(range(first, first + len(smallest)))
    for group, chair in zip(smallest, chairs, strict=True):
        group.append(chair)
    return chairs


def _deal(
    people: Sequence[Guest], count: int, locked: Mapping[str, int], chance: Random
) -> list[list[int]]:
    """Deals kind after kind, the most common first, so that each kind spreads over the groups."""
    seats = _seats(people, count, locked)
    groups: list[list[int]] = [[] for _ in range(count)]
    kinds: list[Counter[str]] = [Counter() for _ in range(count)]
    for number in _by_kind(people, locked, chance):
        guest = people[number]
        open_ = [n for n in range(count) if len(groups[n]) < seats[n]]
        kind = guest.kind
        at = locked.get(guest.id, -1)
        if at < 0:
            at = min(open_, key=lambda n: (kinds[n][kind], len(groups[n]) - seats[n]))
        groups[at].append(number)
        kinds[at][kind] += 1
    return groups


def _by_kind(people: Sequence[Guest], locked: Mapping[str, int], chance: Random) -> list[int]:
    """Numbers of the people, those kept in place first."""
    order = list(range(len(people)))
    chance.shuffle(order)
    common = Counter(guest.kind for guest in people)

    def turn(number: int) -> tuple[bool, int, str]:
        guest = people[number]
        return guest.id not in locked, -common[guest.kind], guest.kind

    return sorted(order, key=turn)


def _costs(people: Sequence[Guest], met: Met, chairs: int) -> list[list[int]]:
    """What each two pay for sharing a group; empty chairs come last and cost nothing."""
    numbers = {guest.id: number for number, guest in enumerate(people)}
    kinds = [guest.kind for guest in people]
    rows = {kind: [SAME_KIND * (other == kind) for other in kinds] for kind in set(kinds)}
    costs = [[*rows[kind], *[0] * chairs] for kind in kinds]
    costs += [[0] * (len(people) + chairs) for _ in range(chairs)]
    for colleagues in _colleagues(people):
        for one, two in combinations(colleagues, 2):
            costs[one][two] = costs[two][one] = costs[one][two] + SAME_ORGANISATION
    for pair, times in met.items():
        if len(pair) == 2 and pair <= numbers.keys():
            one, two = (numbers[person] for person in pair)
            costs[one][two] = costs[two][one] = costs[one][two] + MET_BEFORE * times
    for number in range(len(people)):
        costs[number][number] = 0
    return costs


def _colleagues(people: Sequence[Guest]) -> list[list[int]]:
    """The people of each organisation; those who named none are nobody's colleagues."""
    found: dict[str, list[int]] = {}
    for number, guest in enumerate(people):
        if name := guest.organisation.strip().casefold():
            found.setdefault(name, []).append(number)
    return list(found.values())


def _bound(people: Sequence[Guest], count: int) -> int:
    """What no seating can be below: every kind and every organisation spread evenly."""
    kinds = Counter(guest.kind for guest in people).values()
    organisations = map(len, _colleagues(people))
    return SAME_KIND * sum(_pairs(n, count) for n in kinds) + SAME_ORGANISATION * sum(
        _pairs(n, count) for n in organisations
    )


def _pairs(people: int, count: int) -> int:
    """The fewest pairs in one group when so many people are spread over so many groups."""
    each, more = divmod(people, count)
    return more * each * (each + 1) // 2 + (count - more) * each * (each - 1) // 2
