"""Looks for seats where few who know one another share a group, one swap of two at a time."""

from collections.abc import Iterator, Sequence
from random import Random

# Whoever pays this much in a group sits with a colleague or with somebody met before.
CONFLICT = 8
# Looked at in one search: enough for 400 people, and not noticed by anybody who waits.
SWAPS = 150_000
IDLE = 600
TENURE = 5
CHAIR = -1


class Mixing:
    """People and groups are numbers from 0; `costs` says what each two pay for sharing a group.

    An empty chair is a person of the kind `CHAIR` who costs nothing: a smaller group has one, and
    whoever swaps with it moves. No group gets two, so sizes stay as even as they came.
    Whole numbers only and one source of chance, so that every computer finds the same seats.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        kinds: Sequence[int],
        costs: Sequence[Sequence[int]],
        free: Sequence[int],
    ) -> None:
        self.groups = [list(group) for group in groups]
        self.kinds, self.costs, self.free = kinds, costs, free
        self.at = [0] * len(kinds)
        self.paid = [0] * len(kinds)
        for number, group in enumerate(self.groups):
            for person in group:
                self.at[person] = number
            self._count(number)

    def total(self) -> int:
        return sum(self.paid) // 2

    def mix_kinds(self) -> None:
        """As few groups of a single kind as there can be.

        As long as one can be avoided, some single swap avoids it and makes no other: of those
        who are of another kind, one more sits elsewhere than elsewhere needs.
        """
        for number, group in enumerate(self.groups):
            swaps = ((one, two) for one in self._free_in(group) for two in self.free)
            if self._single(group):
                self._swap_first(number, swaps)

    def improve(self, chance: Random, bound: int) -> None:
        """Tabu search: takes the best swap even when it costs, and no one straight back."""
        total = best = self.total()
        kept = [list(group) for group in self.groups]
        barred: dict[tuple[int, int], int] = {}
        now = idle = 0
        while best > bound and idle < IDLE and now * len(self.kinds) < SWAPS:
            now, idle = now + 1, idle + 1
            one = chance.choice(self._unhappy())
            found = self._best_swap(one, barred, now, best - total, chance)
            if found is None:
                continue
            change, two = found
            barred[one, self.at[one]] = barred[two, self.at[two]] = (
                now + TENURE + chance.randrange(TENURE)
            )
            self._swap(one, two)
            total += change
            if total < best:
                best, idle, kept = total, 0, [list(group) for group in self.groups]
        self.groups = kept

    def _best_swap(
        self, one: int, barred: dict[tuple[int, int], int], now: int, record: int, chance: Random
    ) -> tuple[int, int] | None:
        """The cheapest swap for somebody: what it changes in all, and with whom."""
        home = self.at[one]
        least: tuple[int, int] | None = None
        changes = self._changes(one)
        start = chance.randrange(len(self.free))
        for two in (*self.free[start:], *self.free[:start]):
            change, there = changes[two], self.at[two]
            if there == home or (least is not None and change >= least[0]):
                continue
            late = barred.get((one, there), 0) > now or barred.get((two, home), 0) > now
            if (late and change >= record) or self._forbidden(one, two):
                continue
            least = change, two
        return least

    def _changes(self, one: int) -> list[int]:
        """What swapping with each other person would change in all."""
        mine = self.costs[one]
        mates = [self.costs[other] for other in self.groups[self.at[one]] if other != one]
        there = [sum([mine[other] for other in group]) for group in self.groups]
        joined = list(map(sum, zip(*mates, strict=True))) if mates else [0] * len(mine)
        own = self.paid[one]
        return [
            there[at] - cost - own + join - paid
            for at, cost, join, paid in zip(self.at, mine, joined, self.paid, strict=True)
        ]

    def _unhappy(self) -> Sequence[int]:
        return [person for person in self.free if self.paid[person] >= CONFLICT] or self.free

    def _swap_first(self, number: int, swaps: Iterator[tuple[int, int]]) -> None:
        for one, two in swaps:
            away = self.at[two] != number
            if away and not self._second_chair(one, two) and self._gain(one, two) > 0:
                self._swap(one, two)
                return

    def _forbidden(self, one: int, two: int) -> bool:
        if self.kinds[one] == self.kinds[two]:
            return False
        return self._second_chair(one, two) or self._gain(one, two) < 0

    def _second_chair(self, one: int, two: int) -> bool:
        """Whether a swap would put two empty chairs in a group."""
        return self._chair_goes(one, self.at[two]) or self._chair_goes(two, self.at[one])

    def _chair_goes(self, one: int, number: int) -> bool:
        kinds = [self.kinds[person] for person in self.groups[number]]
        return self.kinds[one] == CHAIR and CHAIR in kinds

    def _gain(self, one: int, two: int) -> int:
        """How many groups of a single kind a swap makes fewer."""
        left, right = self.groups[self.at[one]], self.groups[self.at[two]]
        new_left = [two if person == one else person for person in left]
        new_right = [one if person == two else person for person in right]
        before = self._single(left) + self._single(right)
        return before - self._single(new_left) - self._single(new_right)

    def _single(self, group: Sequence[int]) -> bool:
        kinds = [kind for person in group if (kind := self.kinds[person]) != CHAIR]
        return len(kinds) > 1 and len(set(kinds)) == 1

    def _free_in(self, group: Sequence[int]) -> list[int]:
        return [person for person in self.free if person in group]

    def _swap(self, one: int, two: int) -> None:
        a, b = self.at[one], self.at[two]
        self.groups[a][self.groups[a].index(one)] = two
        self.groups[b][self.groups[b].index(two)] = one
        self.at[one], self.at[two] = b, a
        self._count(a)
        self._count(b)

    def _count(self, number: int) -> None:
        group = self.groups[number]
        for person in group:
            self.paid[person] = sum([self.costs[person][other] for other in group])
