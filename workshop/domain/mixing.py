"""Looks for seats where few who know one another share a group, one swap of two at a time."""

from collections.abc import Sequence
from random import Random

from workshop.domain.tables import Tables

# Whoever pays this much in a group sits with a colleague or with somebody met before.
CONFLICT = 8
# Looked at in one search: enough for 400 people, and not noticed by anybody who waits.
SWAPS = 150_000
IDLE = 600
TENURE = 5


class Mixing:
    """Swaps those who are `free` to move, empty chairs too.

    Whole numbers only and one source of chance, so that every computer finds the same seats.
    """

    def __init__(self, tables: Tables, free: Sequence[int]) -> None:
        self._tables, self._free = tables, free
        self._barred: dict[tuple[int, int], int] = {}

    def mix_kinds(self) -> None:
        """As few groups of a single kind as there can be.

        As long as one can be avoided, some single swap avoids it and makes no other: of those
        who are of another kind, one more sits elsewhere than elsewhere needs.
        """
        for number, group in enumerate(self._tables.groups):
            if self._tables.single(group):
                self._open_up(number, group)

    def improve(self, chance: Random, bound: int) -> None:
        """Tabu search: takes the best swap even when it costs, and no one straight back."""
        tables = self._tables
        total = best = tables.total()
        kept = tables.copy()
        now = idle = 0
        while best > bound and idle < IDLE and now * len(tables.kinds) < SWAPS:
            now, idle = now + 1, idle + 1
            one = chance.choice(self._unhappy())
            found = self._best_swap(one, now, best - total, chance)
            if found is None:
                continue
            change, two = found
            self._bar(one, two, now + TENURE + chance.randrange(TENURE))
            tables.swap(one, two)
            total += change
            if total < best:
                best, idle, kept = total, 0, tables.copy()
        tables.groups = kept

    def _open_up(self, number: int, group: Sequence[int]) -> None:
        """Swaps the first two who make a group one of several kinds, and no other one of one."""
        for one in [person for person in self._free if person in group]:
            for two in self._free:
                if self._tables.at[two] != number and self._tables.better(one, two):
                    self._tables.swap(one, two)
                    return

    def _best_swap(self, one: int, now: int, record: int, chance: Random) -> tuple[int, int] | None:
        """The cheapest swap for somebody: what it changes in all, and with whom."""
        tables = self._tables
        home = tables.at[one]
        least: tuple[int, int] | None = None
        changes = tables.changes(one)
        start = chance.randrange(len(self._free))
        for two in (*self._free[start:], *self._free[:start]):
            change, there = changes[two], tables.at[two]
            if there == home or (least is not None and change >= least[0]):
                continue
            late = max(self._barred.get((one, there), 0), self._barred.get((two, home), 0)) > now
            if (late and change >= record) or tables.forbidden(one, two):
                continue
            least = change, two
        return least

    def _bar(self, one: int, two: int, until: int) -> None:
        at = self._tables.at
        self._barred[one, at[one]] = self._barred[two, at[two]] = until

    def _unhappy(self) -> Sequence[int]:
        paid = self._tables.paid
        return [person for person in self._free if paid[person] >= CONFLICT] or self._free
