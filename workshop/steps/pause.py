"""A break: until when, large, and what comes then."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal

from workshop.domain.meeting import Meeting
from workshop.domain.schedule import minutes
from workshop.domain.sheet import Block, Figure, Note
from workshop.domain.step import Blocks, Step, Who
from workshop.domain.words import Hour, Say, Words, said

ALMOST_A_MINUTE = timedelta(seconds=59)


class Pause(Step):
    """Nothing is asked; the notes say nothing of it."""

    kind: Literal["pause"] = "pause"

    def stage(self, meeting: Meeting) -> Blocks:
        return tuple(self._told(meeting))

    def record(self, meeting: Meeting) -> Blocks:
        return ()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def _told(self, meeting: Meeting) -> Iterator[Block]:
        until, following = self._until(meeting), meeting.neighbour(1)
        if until is not None:
            yield Figure(until, Say("The break lasts until then"))
        if meeting.current == self.id and following is not None:
            yield Note(said("Then we go on with: %(step)s", step=following.title))

    def _until(self, meeting: Meeting) -> Words | None:
        """When it ends by plan, counted from when it last began; a minute begun is given."""
        began = next((at for step, at in reversed(meeting.visits) if step == self.id), None)
        if began is None:
            return None
        length = timedelta(minutes=minutes(meeting, meeting.point(self.id)))
        ends = datetime.fromisoformat(began) + length + ALMOST_A_MINUTE
        return Hour(ends.hour * 60 + ends.minute)
