"""The follow-up sheet: measures overdue, blocked and open, with room to write between meetings."""

from collections.abc import Callable
from datetime import date

from workshop.domain.measure import Measure, is_open, is_overdue
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Heading, Table
from workshop.domain.words import Count, Day, Language, Own, Say, Words
from workshop.export.frame import begun, day
from workshop.export.options import Options
from workshop.export.register import Column, columns, numbered, table
from workshop.steps.followup import agreed_facts

TITLE = Say("Follow-up sheet")
Found = list[tuple[int, Measure]]
_KNOWN = (0, 1, 2, 4, 5)  # number, measure, responsible, deadline, status
_BY_HAND = 2_000  # the width of the column to write in


def follow_up(meeting: Meeting, language: Language, options: Options | None = None) -> bytes | None:
    """A Word file; what is overdue comes first, what is done last. None without anything to do."""
    if not (meeting.is_whole_network or numbered(meeting) or agreed_facts(meeting).pairs):
        return None
    chosen = options or Options()
    word = begun(meeting, language, TITLE, chosen, draft="")
    from_meeting = () if meeting.is_whole_network else ((Say("From the meeting"), day(meeting)),)
    word.draw(Facts((*from_meeting, (Say("As of"), Day(now(meeting, chosen))))))
    word.draw(Bullets(tuple(Bullet(line) for line in _counts(meeting, chosen))))
    for title, _, found in parts(meeting, chosen):
        if found:
            word.heading(title, 2)
            is_closed = title is CLOSED
            by_hand = 0 if is_closed else _BY_HAND
            word.table(_table(meeting, found, chosen, is_closed), by_hand=by_hand)
            word.draw(*(() if is_closed else _obstacles(found)))
    word.section(Say("Follow-up"), (agreed_facts(meeting),))
    if not numbered(meeting):
        word.text(Say("No measures have been written down yet."), "BodyText2")
    return word.to_bytes()


def now(meeting: Meeting, options: Options) -> date:
    """The day that decides what is overdue."""
    return options.today or date.fromisoformat(meeting.date[:10])


def parts(meeting: Meeting, options: Options) -> list[tuple[Words, Callable[[int], Words], Found]]:
    """Overdue, blocked, open and closed measures; each measure stands in one of them."""
    today, left = now(meeting, options), numbered(meeting)
    made = []
    for title, counted, belongs in _PARTS:
        found = [(number, m) for number, m in left if belongs(m, today)]
        left = [pair for pair in left if pair not in found]
        made.append((title, counted, found))
    return made


CLOSED = Say("Closed measures")
_PARTS: tuple[tuple[Words, Callable[[int], Words], Callable[[Measure, date], bool]], ...] = (
    (
        Say("Overdue measures"),
        lambda n: Count("%(n)s measure is overdue", "%(n)s measures are overdue", n),
        is_overdue,
    ),
    (
        Say("Blocked measures"),
        lambda n: Count("%(n)s measure is blocked", "%(n)s measures are blocked", n),
        lambda m, today: m.status == "blocked",
    ),
    (
        Say("Open measures"),
        lambda n: Count("%(n)s measure is open", "%(n)s measures are open", n),
        lambda m, today: is_open(m),
    ),
    (
        CLOSED,
        lambda n: Count("%(n)s measure is closed", "%(n)s measures are closed", n),
        lambda m, today: True,
    ),
)


def _counts(meeting: Meeting, options: Options) -> list[Words]:
    return [counted(len(found)) for _, counted, found in parts(meeting, options) if found]


def _table(meeting: Meeting, found: Found, options: Options, is_closed: bool) -> Table:
    """Measures to be done have room to write in what happens; of others it is told what did."""
    known = columns(meeting, options)
    happened: Column = (
        Say("What has happened"),
        lambda number, m: _note(m) if is_closed else "",
    )
    return table(found, [*(known[n] for n in _KNOWN), happened])


def _note(measure: Measure) -> Words:
    return Own(measure.note, measure.card.language) if measure.note else "–"


def _obstacles(found: Found) -> tuple[Block, ...]:
    """What stands in the way, and the way past it, where somebody wrote that down."""
    head = (Say("No."), Say("Obstacle"), Say("The way past it"))
    rows = tuple(
        (number, Own(m.obstacle, m.card.language), Own(m.way_past, m.card.language))
        for number, m in found
        if m.obstacle or m.way_past
    )
    return (Heading(Say("Obstacles and ways past them")), Table(head, rows)) if rows else ()
