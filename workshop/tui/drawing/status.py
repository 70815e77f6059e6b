"""Draws the line under the stage: time left, who has answered, who is here, where to join."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content

from workshop.domain.schedule import left, minutes, new_end
from workshop.domain.shortening import gives, late
from workshop.domain.words import Count, Hour, Joined, Say, Words, said
from workshop.tui.drawing.code import short
from workshop.tui.drawing.letters import large
from workshop.tui.drawing.pen import WARNING, Pen, trimmed
from workshop.tui.drawing.piece import Lines, padded
from workshop.tui.view import View

TALL = 4
GAP = 5
NOTICED = 3  # minutes; less than this nobody needs to hear of


@dataclass(frozen=True)
class Dial:
    """One thing to read at a glance: a figure, and what it means."""

    figure: str
    words: Words
    style: str = "bold"


def dials(view: View, now: datetime, address: str, aside: bool) -> list[Dial]:
    """What to read at a glance, most important first; `aside`: in large figures."""
    here = len(view.meeting.present())
    present = Dial(str(here), Say("present"))
    joining = Dial(short(address), "")
    # In a lower window the address stands in the band or beneath the code.
    last = [present, joining] if aside and not view.meeting.ended else [present]
    return [*_clock(view, now), *_unread(view), *_answered(view), *last]


def _answered(view: View) -> list[Dial]:
    """How many of how many; nothing where there is nobody, or nothing, to count yet."""
    progress = view.progress
    if progress is None or not progress.of:
        return []
    figure = view.tongue(said("%(done)s of %(of)s", done=progress.done, of=progress.of))
    return [Dial(figure, progress.words)]


def _clock(view: View, now: datetime) -> list[Dial]:
    meeting = view.meeting
    if meeting.ended or not meeting.current:
        return []
    rest = left(meeting, now)
    planned = minutes(meeting, meeting.point(meeting.current))
    ends = Hour(new_end(meeting, now))
    if rest >= 0:
        words = said("left of %(minutes)s min · ends %(end)s", minutes=planned, end=ends)
        return [Dial(_minutes(rest), words)]
    over = said("over, the time is up · ends %(end)s", end=ends)
    return [Dial(f"+{_minutes(-rest)}", over, "bold $warning-ink")]


def hint(view: View, now: datetime, pen: Pen) -> Lines:
    """That the day ends late, and which coming points could give; as many of them as fit."""
    over = late(view.meeting, now)
    if over < NOTICED:
        return ()
    told = Count("Ends %(n)s min later than planned.", "Ends %(n)s min later than planned.", over)
    given = gives(view.meeting, now)
    if not given:
        return (pen.say(told, WARNING).truncate(pen.width, ellipsis=True),)
    points = sorted(given, key=lambda id_: -given[id_])
    for most in range(len(points), 0, -1):
        line = _proposal(view, told, {id_: given[id_] for id_ in points[:most]}, len(points), pen)
        if line.cell_length <= pen.width:
            return (line,)
    short = Count(
        "%(key)s shortens %(n)s coming item, %(look)s shows it",
        "%(key)s shortens %(n)s coming items, %(look)s shows them",
        len(points),
        {"key": "F", "look": "I"},
    )
    line = Content.assemble(pen.say(told, WARNING), " ", pen.say(short))
    return (line.truncate(pen.width, ellipsis=True),)


def _proposal(view: View, told: Words, some: Mapping[str, int], of: int, pen: Pen) -> Content:
    parts: list[Words] = [
        Joined((view.meeting.point(id_).title, f"−{length}"), " ") for id_, length in some.items()
    ]
    words: Words = said("%(key)s shortens: %(items)s", key="F", items=Joined(tuple(parts), ", "))
    if len(some) < of:
        words = Count(
            "%(items)s and %(n)s more (%(key)s)",
            "%(items)s and %(n)s more (%(key)s)",
            of - len(some),
            {"items": words, "key": "I"},
        )
    return Content.assemble(pen.say(told, WARNING), " ", pen.say(words))


def _unread(view: View) -> list[Dial]:
    """That texts wait, as a number: what they say is not for the room yet."""
    waiting = len(view.meeting.waiting())
    words = Count("text to read", "texts to read", waiting)
    return [Dial(str(waiting), words, "bold $warning-ink")] if waiting else []


def _minutes(length: float) -> str:
    seconds = int(length * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def status_line(shown: list[Dial], pen: Pen) -> Lines:
    """One line; what is least important goes when the window is narrow."""
    parts = [
        Content.assemble((dial.figure, dial.style), " ", pen.say(dial.words)).rstrip()
        for dial in shown
    ]
    while len(parts) > 1 and sum(part.cell_length + 3 for part in parts) - 3 > pen.width:
        parts.pop()
    spare = pen.width - sum(part.cell_length for part in parts)
    gap = min(6, max(1, spare // max(1, len(parts) - 1)))
    return (Content(" " * gap).join(parts),)


def status_band(shown: list[Dial], pen: Pen) -> Lines:
    """The same in large figures, four lines high; falls back to one line when too wide."""
    columns: list[list[Content]] = []
    for dial in shown:
        figure = large(dial.figure, pen.width)
        if figure is None:
            return status_line(shown, pen)
        columns.append(_column(dial, list(trimmed(figure)), pen))
    shown_columns = _fitting(columns, pen.width)
    space = Content(" " * GAP)
    return tuple(space.join(column[n] for column in shown_columns) for n in range(TALL))


def _fitting(columns: list[list[Content]], width: int) -> list[list[Content]]:
    """As many as fit beside one another, the most important first."""
    fitting: list[list[Content]] = []
    used = 0
    for column in columns:
        if used + column[0].cell_length <= width:
            fitting.append(column)
            used += column[0].cell_length + GAP
    return fitting


def _column(dial: Dial, figure: list[str], pen: Pen) -> list[Content]:
    words = Content("  ") + pen.say(dial.words) if pen.tongue(dial.words) else Content("")
    drawn = [Content.styled(line, dial.style) for line in figure[-TALL:]]
    drawn += [Content("")] * (TALL - len(drawn))
    width = max(line.cell_length for line in drawn)
    lines = [padded(line, width) for line in drawn]
    lines[-1] = lines[-1] + words
    return [padded(line, max(line.cell_length for line in lines)) for line in lines]
