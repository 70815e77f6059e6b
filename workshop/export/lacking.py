"""What a plan still lacks, said by name; it never stops anybody from sending it."""

from collections.abc import Callable

from workshop.domain.measure import Measure, is_open
from workshop.domain.meeting import Meeting
from workshop.domain.words import Count, Joined, Say, Words
from workshop.export.register import areas, numbered
from workshop.steps.followup import next_meeting

Lack = tuple[Say, Callable[[Measure], bool]]
URGENT: tuple[Lack, ...] = (
    (Say("Responsible"), lambda m: m.responsible is None),
    (Say("Yes from the responsible"), lambda m: m.responsible is not None and not m.accepted),
    (Say("Deadline"), lambda m: not m.has_deadline),
)
LATER: tuple[Lack, ...] = (
    (Say("Next step"), lambda m: not m.next_step),
    (Say("How we measure"), lambda m: not m.indicator),
)
_MOST = 12
GOAL = Say("No goal has been written down yet.")


def of_measure(measure: Measure) -> Words:
    """The names of what one measure lacks, or ""; what is done or dropped lacks nothing."""
    if not is_open(measure):
        return ""
    names = tuple(name for name, is_lacking in (*URGENT, *LATER) if is_lacking(measure))
    return Joined(names) if names else ""


def of_plan(meeting: Meeting) -> list[Words]:
    """The urgent things lacking, a line each, with the numbers of the measures concerned."""
    if not numbered(meeting):
        return [Say("No measures have been written down yet."), *_meeting(meeting)]
    lines = [line for lack in URGENT for line in _line(meeting, *lack)]
    empty = tuple(area.words for area in areas(meeting) if not area.measures)
    idle = Say("Measures for: %(areas)s", {"areas": Joined(empty, "; ")})
    return [*lines, *((idle,) if empty else ()), *_meeting(meeting)]


def _line(meeting: Meeting, name: Say, is_lacking: Callable[[Measure], bool]) -> list[Words]:
    open_ones = [(number, one) for number, one in numbered(meeting) if is_open(one)]
    numbers = tuple(number for number, one in open_ones if is_lacking(one))
    if not numbers:
        return []
    which = Count(
        "measure %(numbers)s", "measures %(numbers)s", len(numbers), {"numbers": _some(numbers)}
    )
    return [Say("%(name)s: %(which)s", {"name": name, "which": which})]


def _some(numbers: tuple[int, ...]) -> Words:
    """The first numbers, and how many more: the first page stays one page."""
    more = len(numbers) - _MOST
    shown: tuple[Words, ...] = numbers[:_MOST]
    if more <= 0:
        return Joined(shown)
    return Joined((*shown, Count("and %(n)s more", "and %(n)s more", more)))


def _meeting(meeting: Meeting) -> list[Words]:
    return [] if next_meeting(meeting) else [Say("The date of the next meeting")]
