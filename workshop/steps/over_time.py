"""Who comes, who writes and who owns measures, from meeting to meeting: counts, and no ranking."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from workshop.domain.contribution import FACILITATOR, GROUPS
from workshop.domain.counting import over_time
from workshop.domain.figures import ELSEWHERE, NOBODY, Figures
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Heading, Table
from workshop.domain.words import Day, Say, Words
from workshop.steps.by_kind import by_kind

PRESENT = Say("Present per kind of party")
WRITTEN = Say("Contributions per kind of party")
OWNED = Say("Responsible for measures per kind of party")
SOURCES: dict[str, Words] = {
    GROUPS: Say("Groups"),
    FACILITATOR: Say("Typed by the facilitator"),
}
OWNERS: dict[str, Words] = {NOBODY: Say("No owner yet"), ELSEWHERE: Say("Kind not known")}
LATEST = 4  # meetings that a stage has room for
Counts = Callable[[Figures], Mapping[str, int]]


def present(meeting: Meeting, most: int | None = None) -> Table:
    """People present; without rows where the network has met less than twice."""
    return _table(meeting, lambda one: one.present, {}, most)


def contributed(meeting: Meeting, most: int | None = None) -> Table:
    """Texts written, the groups' and the facilitator's apart."""
    return _table(meeting, lambda one: one.contributions, SOURCES, most)


def owned(meeting: Meeting, most: int | None = None) -> Table:
    """Measures that a meeting knew, by who is responsible for them."""
    return _table(meeting, lambda one: one.owned, OWNERS, most)


def balance(meeting: Meeting) -> tuple[Block, ...]:
    """All three, each with its heading; nothing where there is nothing to compare."""
    titled = ((PRESENT, present), (WRITTEN, contributed), (OWNED, owned))
    found = [(title, table(meeting)) for title, table in titled]
    return tuple(block for title, table in found if table.rows for block in (Heading(title), table))


def _table(meeting: Meeting, counts: Counts, rest: Mapping[str, Words], most: int | None) -> Table:
    known = over_time(meeting)
    told = known[-most:] if most else known
    counted = [(_day(one), counts(one)) for one in told]
    table = by_kind(Say("Meeting"), counted, meeting.kinds, rest)
    enough = len(known) > 1 and any(n for _, one in counted for n in one.values())
    return table if enough else replace(table, rows=())


def _day(one: Figures) -> Words:
    return Day(date.fromisoformat(one.date))
