"""How it stands with measures: how many there are of each status, and how many are late."""

from collections import Counter
from collections.abc import Sequence

from workshop.domain.measure import STATUS_NAMES, Measure
from workshop.domain.meeting import Meeting
from workshop.domain.words import Joined, Say, Words
from workshop.export.counts import each
from workshop.steps.brought import is_late


def states(meeting: Meeting, found: Sequence[Measure]) -> Words:
    """Such as "Under way: 2, Done: 1. Overdue: 1"; "" where there are none."""
    counts = Counter(one.status for one in found)
    late = sum(is_late(meeting, one) for one in found)
    stand = each((name, counts[key]) for key, name in STATUS_NAMES.items())
    return Joined((stand, each([(Say("Overdue"), late)])), ". ") if found else ""
