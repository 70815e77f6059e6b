"""What the clock of a page shows; the laptop tells the time, the page counts on from there."""

from dataclasses import dataclass
from datetime import datetime

from workshop.domain.meeting import Meeting
from workshop.domain.schedule import left, new_end
from workshop.domain.shortening import late
from workshop.domain.words import Hour, Words


@dataclass(frozen=True)
class Dial:
    """Seconds left of the current point, and when the day ends if the rest goes by plan.

    `late` is how many minutes later than planned that is.
    """

    left: int
    ends: Words
    late: int = 0


def dial(meeting: Meeting, now: datetime) -> Dial | None:
    """Nothing before the first point and after the last."""
    if not meeting.current or meeting.ended:
        return None
    return Dial(round(left(meeting, now) * 60), Hour(new_end(meeting, now)), late(meeting, now))
