"""Filters of the register: pure, and free to be combined."""

from collections.abc import Callable, Iterable
from datetime import date

from workshop.domain.measure import is_open, is_overdue
from workshop.domain.party import Party
from workshop.domain.register import Kept

Sieve = Callable[[Kept], bool]


def sift(found: Iterable[Kept], *sieves: Sieve) -> list[Kept]:
    """The measures that pass through every sieve, in their order."""
    return [kept for kept in found if all(sieve(kept) for sieve in sieves)]


def still_open(kept: Kept) -> bool:
    return is_open(kept.measure)


def overdue(today: date) -> Sieve:
    return lambda kept: is_overdue(kept.measure, today)


def due_before(day: date) -> Sieve:
    """Still to be done, with a deadline before this day."""
    return overdue(day)


def blocked(kept: Kept) -> bool:
    return kept.measure.status == "blocked"


def unowned(kept: Kept) -> bool:
    """Still to be done, and nobody is responsible."""
    return still_open(kept) and kept.measure.responsible is None


def unaccepted(kept: Kept) -> bool:
    """Still to be done, and the responsible has not said yes."""
    measure = kept.measure
    return still_open(kept) and measure.responsible is not None and not measure.accepted


def of_party(organisation: str) -> Sieve:
    """Responsible or taking part; upper and lower case are alike."""
    same = organisation.casefold()

    def passes(kept: Kept) -> bool:
        measure = kept.measure
        named = [party for party in (measure.responsible, *measure.together) if party]
        return any(_is(party, same) for party in named)

    return passes


def _is(party: Party, same: str) -> bool:
    return party.organisation.casefold() == same


def of_area(words: str) -> Sieve:
    """Measures whose area's words are or hold these; upper and lower case are alike."""
    same = words.casefold()
    return lambda kept: bool(same) and same in kept.measure.area_text.casefold()


def of_plan_area(key: str) -> Sieve:
    return lambda kept: kept.measure.plan_area == key


def urgent_first(found: Iterable[Kept], today: date) -> list[Kept]:
    """Overdue, then blocked, then the rest still to be done by deadline, then what is closed."""
    return sorted(found, key=lambda kept: _urgency(kept, today))


def _urgency(kept: Kept, today: date) -> tuple[int, date, str]:
    measure = kept.measure
    stages = (is_overdue(measure, today), blocked(kept), is_open(measure), True)
    return stages.index(True), measure.deadline or date.max, measure.id
