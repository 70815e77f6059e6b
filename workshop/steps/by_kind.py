"""Tables of counts per kind of party: the same columns wherever kinds stand beside one another."""

from collections.abc import Mapping, Sequence

from workshop.domain.counting import kinds_in
from workshop.domain.kinds import name_of
from workshop.domain.party import KindOfParty
from workshop.domain.sheet import Table
from workshop.domain.words import Say, Words

Counts = Mapping[str, int]


def by_kind(
    what: Words,
    counted: Sequence[tuple[Words, Counts]],
    kinds: Sequence[KindOfParty],
    rest: Mapping[str, Words],
) -> Table:
    """A row for each of `counted`: its name, all of it, and a column a kind.

    `rest` names what is counted and is no kind; kinds that nobody knows any more come before it.
    """
    counts = [one for _, one in counted]
    there = {key for one in counts for key, n in one.items() if n}
    known = kinds_in(kinds, counts)
    others = sorted(there - {*known, *rest})
    columns = [*known, *others, *(key for key in rest if key in there)]
    names = (rest.get(key) or name_of(key, kinds) for key in columns)
    rows = tuple(
        (name, sum(n.values()), *(n.get(key, 0) for key in columns)) for name, n in counted
    )
    return Table((what, Say("All"), *names), rows)
