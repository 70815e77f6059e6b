"""Draws the agenda at the side: times, what is done, where we are."""

from collections.abc import Sequence

from textual.content import Content

from workshop.domain.event import Point
from workshop.domain.schedule import Planned, plan
from workshop.domain.words import Count, Hour, Joined
from workshop.leading.picking import marks
from workshop.tui.drawing.pen import QUIET, Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.view import View

TIME = 5
HERE = "bold $band-ink on $band"


def points(view: View, pen: Pen, height: int) -> Lines:
    """The points around the current one, as many as fit; says how many are left out."""
    drawn = [_point(view, pen, n, one) for n, one in enumerate(plan(view.meeting))]
    here = max(0, view.meeting.position())
    first, last = window([len(lines) for lines in drawn], here, height)
    lines = [line for point in drawn[first:last] for line in point]
    if first:
        lines.insert(0, pen.say(Count("%(n)s before ↑", "%(n)s before ↑", first), QUIET))
    if last < len(drawn):
        after = len(drawn) - last
        lines.append(pen.say(Count("%(n)s more ↓", "%(n)s more ↓", after), QUIET))
    return tuple(lines)


def window(heights: Sequence[int], here: int, height: int) -> tuple[int, int]:
    """The range of things around `here` that fits, one line kept for what is left out at an end."""
    first = last = here
    used = 0
    while True:
        ends = [n for n in (last, first - 1) if 0 <= n < len(heights)]
        fitting = [n for n in ends if used + heights[n] + _lost(first, last, n, heights) <= height]
        if not fitting:
            return (first, last) if last > first else (here, here + 1)
        # What comes matters more than what was: two to come for each that is done.
        nearest = min(fitting, key=lambda n: (here - n) * 2 if n < here else n - here)
        used += heights[nearest]
        first, last = min(first, nearest), max(last, nearest + 1)


def _lost(first: int, last: int, n: int, heights: Sequence[int]) -> int:
    return (min(first, n) > 0) + (max(last, n + 1) < len(heights))


def _point(view: View, pen: Pen, number: int, planned: Planned) -> Lines:
    here = view.meeting.position()
    time = pen.tongue(Hour(planned.begins))
    if planned.point.skipped:
        return _skipped(planned.point, pen)
    sign, style = ("▶", HERE) if number == here else ("✓", QUIET) if number < here else (" ", "")
    lines = pen.hang(Content(f"{sign} {time}  "), pen.say(planned.point.title))
    if number != here:
        return tuple(line.stylize(style) if style else line for line in lines)
    return tuple(
        line.pad_right(max(0, pen.width - line.cell_length)).stylize(style) for line in lines
    )


def _skipped(point: Point, pen: Pen) -> Lines:
    """Struck through, and in words too: not every terminal can strike."""
    title = Content.assemble(
        pen.say(point.title, "strike"), " ", pen.say(Joined(("(", marks(point), ")"), ""))
    )
    lines = pen.hang(Content(f"  {' ' * TIME}  "), title)
    return tuple(line.stylize(QUIET) for line in lines)
