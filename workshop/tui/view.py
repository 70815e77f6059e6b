"""What the screen shows, gathered once from the meeting: every part repaints from this."""

from dataclasses import dataclass
from functools import cached_property

from workshop.domain.action import Action
from workshop.domain.meeting import Meeting
from workshop.domain.step import Progress
from workshop.language import Tongue
from workshop.leading.acting import actions, current
from workshop.steps import AnyStep
from workshop.tui.closing import closing
from workshop.tui.drawing.scene import Scene


@dataclass(frozen=True, eq=False)
class View:
    """A meeting, and the words to tell it in."""

    meeting: Meeting
    tongue: Tongue
    step: AnyStep | None

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """What the facilitator can do now. Building every form takes time, so only when asked."""
        return actions(self.meeting)

    @cached_property
    def unboxed(self) -> object:
        """Equal as long as nothing has happened but that phones put ballots into the box."""
        typed = sum(ballot.by_hand for box in self.meeting.box.values() for ballot in box.values())
        return self.meeting.entries, self.tongue, typed

    @property
    def scene(self) -> Scene:
        if self.step is None or self.meeting.ended:
            return closing(self.meeting, self.tongue)
        step = self.step
        return Scene(step.id, step.title, step.lead or "", step.stage(self.meeting), self.tongue)

    @property
    def progress(self) -> Progress | None:
        if self.step is None or self.meeting.ended:
            return None
        return self.step.progress(self.meeting)


def view(meeting: Meeting, tongue: Tongue) -> View:
    return View(meeting, tongue, current(meeting))
