"""Who sits at which table, and what they pay for the company they have there."""

from collections.abc import Sequence

CHAIR = -1


class Tables:
    """People and groups are numbers from 0; `costs` says what each two pay for sharing a group.

    An empty chair is a person of the kind `CHAIR` who costs nothing: a smaller group has one, and
    whoever swaps with it moves. No group gets two, so sizes stay as even as they came.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        kinds: Sequence[int],
        costs: Sequence[Sequence[int]],
    ) -> None:
        self.groups = [list(group) for group in groups]
        self.kinds, self.costs = kinds, costs
        self.at = [0] * len(kinds)
        self.paid = [0] * len(kinds)
        for number, group in enumerate(self.groups):
            for person in group:
                self.at[person] = number
            self._count(number)

    def total(self) -> int:
        return sum(self.paid) // 2

    def copy(self) -> list[list[int]]:
        """The groups as they are now."""
        return [list(group) for group in self.groups]

    def swap(self, one: int, two: int) -> None:
        a, b = self.at[one], self.at[two]
        self.groups[a][self.groups[a].index(one)] = two
        self.groups[b][self.groups[b].index(two)] = one
        self.at[one], self.at[two] = b, a
        self._count(a)
        self._count(b)

    def changes(self, one: int) -> list[int]:
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

    def forbidden(self, one: int, two: int) -> bool:
        """Whether a swap would make another group of a single kind, or put two chairs in one."""
        if self.kinds[one] == self.kinds[two]:
            return False
        return self._second_chair(one, two) or self._gain(one, two) < 0

    def better(self, one: int, two: int) -> bool:
        """Whether a swap is allowed and leaves fewer groups of a single kind."""
        return not self._second_chair(one, two) and self._gain(one, two) > 0

    def single(self, group: Sequence[int]) -> bool:
        """Whether all of a group, two or more, are of one kind."""
        kinds = [kind for person in group if (kind := self.kinds[person]) != CHAIR]
        return len(kinds) > 1 and len(set(kinds)) == 1

    def _second_chair(self, one: int, two: int) -> bool:
        return self._chair_goes(one, self.at[two]) or self._chair_goes(two, self.at[one])

    def _chair_goes(self, one: int, number: int) -> bool:
        kinds = [self.kinds[person] for person in self.groups[number]]
        return self.kinds[one] == CHAIR and CHAIR in kinds

    def _gain(self, one: int, two: int) -> int:
        """How many groups of a single kind a swap makes fewer."""
        left, right = self.groups[self.at[one]], self.groups[self.at[two]]
        new_left = [two if person == one else person for person in left]
        new_right = [one if person == two else person for person in right]
        before = self.single(left) + self.single(right)
        return before - self.single(new_left) - self.single(new_right)

    def _count(self, number: int) -> None:
        group = self.groups[number]
        for person in group:
            self.paid[person] = sum([self.costs[person][other] for other in group])
