"""The run sheet: the day with times and the facilitator's private notes, to print and hold."""

from workshop.domain.meeting import Meeting
from workshop.domain.schedule import Planned
from workshop.domain.schedule import plan as times
from workshop.domain.sheet import Block, Facts, Note
from workshop.domain.words import Count, Hour, Joined, Language, Own, Say, Words
from workshop.export.frame import begun, time
from workshop.export.options import Options
from workshop.export.word import Word
from workshop.steps import step_of
from workshop.steps.text import agenda

TITLE = Say("Run sheet")
PRIVATE = Say("For the facilitator only. It holds private notes: do not send it on.")
_WIDTHS = (1200, 6470, 1400)


def run_sheet(meeting: Meeting, language: Language, options: Options | None = None) -> bytes:
    """A Word file: the agenda as a table, then each point with its notes."""
    word = begun(meeting, language, TITLE, options or Options(), draft=Say("Private"))
    word.text(PRIVATE, "IntenseQuote")
    word.draw(Facts(((Say("Date and time"), time(meeting)), (Say("Place"), Own(meeting.place)))))
    planned = times(meeting)
    if planned:
        word.heading(Say("Agenda"), 2)
        word.table(agenda(meeting), _WIDTHS)
    for number, one in enumerate(planned, start=1):
        _point(word, number, one)
    return word.to_bytes()


def _point(word: Word, number: int, planned: Planned) -> None:
    """Also a point without notes has its times, so that none is overlooked."""
    word.heading(Joined((f"{number}.", planned.point.title), " "), 2)
    word.draw(*_told(planned))


def _told(planned: Planned) -> tuple[Block, ...]:
    step = step_of(planned.point)
    if planned.point.skipped:
        return (Note(Say("skipped"), "quiet"),)
    when = Joined((Hour(planned.begins), Hour(planned.ends)), "–")
    length = (planned.ends - planned.begins) % (24 * 60)
    minutes = Count("%(n)s min", "%(n)s min", length)
    pairs: list[tuple[Words, Words]] = [(Say("Time"), Joined((when, minutes), " · "))]
    pairs += [(Say("To say"), step.lead)] if step.lead else []
    pairs += [(Say("To remember"), step.notes)] if step.notes else []
    return (Facts(tuple(pairs)),)
