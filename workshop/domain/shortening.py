"""Running late: by how much the day ends later than planned, and which coming points could give."""

from datetime import datetime, timedelta

from workshop.domain.event import Point
from workshop.domain.meeting import Meeting
from workshop.domain.schedule import left, minutes

HOUR = 60
# More than this is not a delay: the meeting is continued on another day.
LONGEST = 6 * HOUR
SHORTEST = 3  # minutes that a point keeps in any case


def late(meeting: Meeting, now: datetime) -> int:
    """Whole minutes by which the day ends later than planned; 0 when it does not.

    Planned are the points as they stand, without the minutes added or taken away on the way.
    """
    if not meeting.current or meeting.ended:
        return 0
    rest = max(0.0, left(meeting, now)) + sum(minutes(meeting, p) for p in coming(meeting))
    ends = now + timedelta(minutes=rest)
    over = (ends - _planned(meeting)).total_seconds() / 60
    return int(over) if 1 <= over <= LONGEST else 0


def gives(meeting: Meeting, now: datetime) -> dict[str, int]:
    """What each coming point could give, in minutes; together no more than the day is late.

    No point gives more than half, central ones give nothing, and longer ones give more.
    """
    spare = {p.id: _spare(minutes(meeting, p)) for p in coming(meeting) if not p.locked}
    whole = sum(spare.values())
    wanted = min(late(meeting, now), whole)
    if not wanted:
        return {}
    shares = {id_: wanted * most / whole for id_, most in spare.items()}
    given = {id_: int(share) for id_, share in shares.items()}
    by_rest = sorted(shares, key=lambda id_: given[id_] - shares[id_])
    for id_ in by_rest[: wanted - sum(given.values())]:
        given[id_] += 1
    return {id_: length for id_, length in given.items() if length}


def coming(meeting: Meeting) -> list[Point]:
    """The points after this one that are to be held."""
    return [point for point in meeting.points[meeting.position() + 1 :] if not point.skipped]


def _spare(length: int) -> int:
    return max(0, min(length // 2, length - SHORTEST))


def _planned(meeting: Meeting) -> datetime:
    """When the day was to end, on the clock of the meeting's first visit."""
    zone = datetime.fromisoformat(meeting.visits[0][1]).tzinfo
    midnight = datetime.fromisoformat(meeting.date).replace(tzinfo=zone)
    planned = sum(point.minutes for point in meeting.points if not point.skipped)
    return midnight + timedelta(minutes=meeting.starts + planned)
