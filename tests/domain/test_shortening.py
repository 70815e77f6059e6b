"""Running late: never more given than needed, never taken from what is central or short."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.meetings import BEGIN, log, step, told
from workshop.domain.event import Entered
from workshop.domain.fold import fold
from workshop.domain.meeting import Meeting
from workshop.domain.shortening import SHORTEST, gives, late

points = st.lists(
    st.tuples(st.integers(0, 60), st.booleans(), st.booleans()), min_size=1, max_size=8
)


def at(*minutes: tuple[int, bool, bool]) -> Meeting:
    """A meeting at its first point; the others are so long, locked and skipped."""
    steps = [step("text", "first", minutes=10)]
    steps += [
        step("text", f"p{n}", minutes=length, locked=locked, skipped=skipped)
        for n, (length, locked, skipped) in enumerate(minutes)
    ]
    return fold("m", log(Entered(step="first"), steps=steps))


@given(points, st.integers(-20, 200))
def test_what_is_given_fits_what_is_needed(found: list[tuple[int, bool, bool]], over: int) -> None:
    meeting = at(*found)
    now = BEGIN + timedelta(minutes=10 + over)
    needed, given_ = late(meeting, now), gives(meeting, now)
    assert needed == max(0, over)
    assert sum(given_.values()) <= needed
    for id_, length in given_.items():
        point = meeting.point(id_)
        assert not point.locked and not point.skipped
        assert 0 < length <= point.minutes // 2 and point.minutes - length >= SHORTEST
    spare = sum(
        max(0, min(length // 2, length - SHORTEST))
        for length, locked, skipped in found
        if not locked and not skipped
    )
    assert sum(given_.values()) == min(needed, spare)


def test_a_meeting_that_goes_on_another_day_is_not_late() -> None:
    assert late(at((10, False, False)), BEGIN + timedelta(days=1)) == 0
    assert late(told(), BEGIN + timedelta(hours=1)) == 0, "it has not begun"
