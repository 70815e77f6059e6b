"""How well and how fast people are mixed, beside an exhaustive search and a counting bound."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import combinations
from math import ceil, comb
from random import Random
from time import perf_counter

from workshop.domain.groups import (
    MET_BEFORE,
    SAME_KIND,
    SAME_ORGANISATION,
    Groups,
    Guest,
    Met,
    how_many,
    meetings,
    mix,
    single_kind,
)

PEOPLE = (12, 16, 24, 36, 60, 120, 400)
SIZES = (2, 3, 4, 5)
ROUNDS = 5
SMALL_CASES = 150
KINDS = ("authority", "employer", "union", "municipality")


@dataclass(frozen=True)
class Measured:
    """One meeting's rounds; `colleagues` are pairs from one organisation in a group."""

    people: int
    kinds: int
    size: int
    rounds: int
    seconds: float
    hard_broken: int
    repeats: int
    lower_bound: int
    colleagues: int
    colleagues_bound: int


def room(people: int, kinds: int, chance: Random) -> list[Guest]:
    """A room as they are: kinds unevenly present, some from the same organisation."""
    guests = []
    for number in range(people):
        kind = chance.choices(KINDS[:kinds], (4, 3, 2, 2)[:kinds])[0]
        organisation = f"{kind} {chance.randrange(1 + people // 6)}"
        guests.append(Guest(f"p{number:03}", kind, organisation))
    return guests


def play(guests: Sequence[Guest], size: int, rounds: int, seed: int) -> list[Groups]:
    played: list[Groups] = []
    for number in range(rounds):
        played.append(mix(guests, size, seed + number, meetings(played)))
    return played


def measured(people: int, kinds: int, size: int, rounds: int) -> Measured:
    guests = room(people, kinds, Random(people * 100 + kinds * 10 + size))
    start = perf_counter()
    played = play(guests, size, rounds, 7)
    seconds = perf_counter() - start
    members = Counter(guest.organisation for guest in guests)
    count = how_many(people, size)
    return Measured(
        people,
        kinds,
        size,
        rounds,
        round(seconds, 3),
        sum(broken(groups, guests, size) for groups in played),
        repeats(played),
        repeats_bound(people, size, rounds),
        sum(colleagues(groups, guests) for groups in played),
        rounds * sum(fewest_pairs(n, count) for n in members.values()),
    )


def broken(groups: Groups, guests: Sequence[Guest], size: int) -> int:
    """Hard rules broken in one round: everybody once, even sizes, kinds mixed where they can be."""
    table = {guest.id: guest for guest in guests}
    sizes = [len(group) for group in groups]
    seated = sorted(person for group in groups for person in group)
    most = Counter(guest.kind for guest in guests).most_common(1)[0][1]
    avoidable = len(guests) - most >= len(groups)
    return (
        (seated != sorted(table))
        + (max(sizes) - min(sizes) > 1)
        + (len(groups) != how_many(len(guests), size))
        + (single_kind(groups, table) if avoidable else 0)
    )


def repeats(played: Sequence[Groups]) -> int:
    """Meetings of two who had met before."""
    met = meetings(played)
    return sum(met.values()) - len(met)


def colleagues(groups: Groups, guests: Sequence[Guest]) -> int:
    works_for = {guest.id: guest.organisation for guest in guests}
    pairs = (pair for group in groups for pair in combinations(group, 2))
    return sum(works_for[one] == works_for[two] for one, two in pairs)


def repeats_bound(people: int, size: int, rounds: int) -> int:
    """No seating has fewer: by counting who is left to meet, and by drawers.

    Somebody can meet `people` - 1 others once each. And the people of a group that is larger than
    there were groups come, some two of them, from the same one.
    """
    count = how_many(people, size)
    sizes = [people // count + (number < people % count) for number in range(count)]
    left = rounds * sum(comb(n, 2) for n in sizes) - comb(people, 2)
    shortest = rounds * (min(sizes) - 1) - (people - 1)
    drawn = (rounds - 1) * sum(fewest_pairs(n, count) for n in sizes)
    return max(0, left, ceil(people * shortest / 2), drawn)


def fewest_pairs(people: int, drawers: int) -> int:
    each, more = divmod(people, drawers)
    return more * comb(each + 1, 2) + (drawers - more) * comb(each, 2)


def seatings(people: Sequence[str], sizes: Sequence[int]) -> Iterator[Groups]:
    """Every way to seat people in groups of these sizes; groups are told apart by their place."""
    if not sizes:
        yield ()
        return
    for group in combinations(people, sizes[0]):
        rest = [person for person in people if person not in group]
        for others in seatings(rest, sizes[1:]):
            yield (group, *others)


def cost(groups: Groups, guests: Sequence[Guest], met: Met) -> tuple[int, int]:
    """Groups of one kind only, then what is to be as small as can be."""
    table = {guest.id: guest for guest in guests}
    total = 0
    for group in groups:
        for one, two in combinations(group, 2):
            total += SAME_KIND * (table[one].kind == table[two].kind)
            total += SAME_ORGANISATION * (table[one].organisation == table[two].organisation)
            total += MET_BEFORE * met.get(frozenset((one, two)), 0)
    return single_kind(groups, table), total


def best(
    guests: Sequence[Guest], size: int, met: Met, locked: Mapping[str, int]
) -> tuple[int, int]:
    """The cheapest of all seatings that keep the sizes even and the locked in place."""
    people = [guest.id for guest in guests]
    count = how_many(len(people), size)
    each, more = divmod(len(people), count)
    found = [(sys.maxsize, sys.maxsize)]
    for larger in combinations(range(count), more):
        sizes = [each + (number in larger) for number in range(count)]
        for groups in seatings(people, sizes):
            if all(person in groups[number] for person, number in locked.items()):
                found.append(cost(groups, guests, met))
    return min(found)


def small(number: int) -> tuple[list[Guest], int, Met, dict[str, int]]:
    """A case that can be searched exhaustively: up to eight people, some kept in place."""
    chance = Random(number)
    guests = [
        Guest(f"p{n}", chance.choice(KINDS[: 2 + number % 2]), f"o{chance.randrange(5)}")
        for n in range(chance.randint(4, 8))
    ]
    size = chance.choice((2, 3, 4))
    count = how_many(len(guests), size)
    met = meetings(play(guests, size, number % 3, number))
    most = len(guests) // count
    seats = [group for group in range(count) for _ in range(most)]
    chance.shuffle(seats)
    some = chance.sample(guests, chance.choice((0, 0, 1, 2, 3)))
    return guests, size, met, {g.id: seat for g, seat in zip(some, seats, strict=False)}


def digest() -> str:
    """What one seed gives; the same on every computer."""
    played = play(room(60, 4, Random(1)), 4, ROUNDS, 7)
    return sha256(repr(played).encode()).hexdigest()[:16]


def beside_the_best(cases: int) -> dict[str, int]:
    """How often a small case is seated worse than the exhaustive search seats it."""
    hard = soft = above = 0
    for number in range(cases):
        guests, size, met, locked = small(number)
        groups = mix(guests, size, number, met, locked)
        moved = any(person not in groups[at] for person, at in locked.items())
        single, total = cost(groups, guests, met)
        best_single, best_total = best(guests, size, met, locked)
        hard += moved or single > best_single
        soft += total > best_total
        above += max(0, total - best_total)
    return {"cases": cases, "hard_broken": hard, "not_best": soft, "above_best": above}


def report() -> dict[str, object]:
    cases = [
        measured(people, kinds, size, rounds)
        for people in PEOPLE
        for kinds in (3, 4)
        for size in SIZES
        for rounds in (1, ROUNDS)
    ]
    exact = beside_the_best(SMALL_CASES)
    return {
        "cases": len(cases),
        "seconds": max(case.seconds for case in cases),
        "hard_broken": sum(case.hard_broken for case in cases) + exact["hard_broken"],
        "repeats": sum(case.repeats for case in cases),
        "lower_bound": sum(case.lower_bound for case in cases),
        "colleagues": sum(case.colleagues for case in cases),
        "colleagues_bound": sum(case.colleagues_bound for case in cases),
        "exact": exact,
        "measured": [asdict(case) for case in cases if case.rounds == ROUNDS],
    }


def main(arguments: list[str]) -> int:
    figures = report()
    if "--json" in arguments:
        json.dump(figures, sys.stdout, indent=2)
        print()
        return 0
    for case in figures.pop("measured"):  # type: ignore[attr-defined]
        print(*(f"{name} {value}" for name, value in case.items()), sep="  ")
    for name, value in figures.items():
        print(f"{name}: {value}")
    return 0
