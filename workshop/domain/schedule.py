"""Planned and actual time: when each point begins, how long it has run, when the day ends."""

from dataclasses import dataclass
from datetime import datetime

from workshop.domain.event import Point
from workshop.domain.meeting import Meeting

DAY = 24 * 60


@dataclass(frozen=True)
class Planned:
    """A point and when it is planned to begin and end, in minutes after midnight."""

    point: Point
    begins: int
    ends: int


def plan(meeting: Meeting) -> list[Planned]:
    """The planned times of each point, with the minutes added or taken away."""
    begins, planned = meeting.starts, []
    for point in meeting.points:
        ends = begins + minutes(meeting, point)
        planned.append(Planned(point, begins % DAY, ends % DAY))
        begins = ends
    return planned


def minutes(meeting: Meeting, point: Point) -> int:
    """The planned minutes of a point, with those added or taken away; none when it is skipped."""
    return 0 if point.skipped else max(0, point.minutes + meeting.stretched.get(point.id, 0))


def spent(meeting: Meeting, now: datetime) -> dict[str, float]:
    """The minutes each step has had so far; a step visited twice has both."""
    ends = [*(datetime.fromisoformat(at) for _, at in meeting.visits[1:]), _end(meeting, now)]
    total: dict[str, float] = {}
    for (step, at), end in zip(meeting.visits, ends, strict=False):
        length = (end - datetime.fromisoformat(at)).total_seconds() / 60
        total[step] = total.get(step, 0.0) + max(0.0, length)
    return total


def left(meeting: Meeting, now: datetime) -> float:
    """Minutes left of the current step by plan; negative when it runs over."""
    point = meeting.point(meeting.current)
    return minutes(meeting, point) - spent(meeting, now).get(point.id, 0.0)


def new_end(meeting: Meeting, now: datetime) -> int:
    """When the meeting ends if the rest goes by plan, in minutes after midnight."""
    local = now.astimezone(datetime.fromisoformat(meeting.visits[-1][1]).tzinfo)
    rest = meeting.points[meeting.position() + 1 :]
    current = max(0.0, left(meeting, now))
    ends = local.hour * 60 + local.minute + current + sum(minutes(meeting, p) for p in rest)
    return round(ends) % DAY


def _end(meeting: Meeting, now: datetime) -> datetime:
    return datetime.fromisoformat(meeting.ended_at) if meeting.ended_at else now
