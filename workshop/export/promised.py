"""Measures in the minutes: each told once, where it was spoken of, with all one wants to know."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from workshop.domain.event import Point
from workshop.domain.keeping import MEASURES
from workshop.domain.measure import STATUS_NAMES, Measure
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Board, Heading, Note
from workshop.domain.sheet import Column as Listed
from workshop.domain.slipped import earlier, slipped
from workshop.domain.words import Joined, Own, Say, Texts, Words, said
from workshop.export.judged import Judged, judged, looked_back, with_verdicts
from workshop.export.options import Options
from workshop.export.register import Area, Column, columns, due, listed, table
from workshop.steps import AnyStep, step_of
from workshop.steps.brought import OVERDUE, brought, is_late, reported
from workshop.steps.collect import Collect
from workshop.steps.lookback import Lookback
from workshop.steps.measures import Measures
from workshop.steps.ownership import ownership
from workshop.steps.responsibility import Responsibility
from workshop.steps.statuses import Statuses
from workshop.steps.text import Text

_WHO_WHEN = 5  # the columns up to the deadline; what was just promised has no status to tell


def told(
    meeting: Meeting, points: Iterable[Point], every: list[Area], options: Options
) -> Iterator[tuple[Point, tuple[Block, ...]]]:
    """What each point says; a measure stands in the first section that tells who does it.

    `every` measure by area, laid out once.
    """
    steps = [(point, step_of(point)) for point in points]
    shares = any(isinstance(step, Responsibility) for _, step in steps)
    elsewhere = {MEASURES} if shares else set()
    apart = _Apart(elsewhere, judged(step for _, step in steps), set(), every, set())
    for point, step in steps:
        yield point, tuple(_blocks(meeting, step, options, apart))


@dataclass(frozen=True)
class _Apart:
    """What is not told as a point tells it itself: decks that have a section of their own, decks
    that are looked back on, and the measures that were told already, of all there are by area;
    and the points that told who owns how much.
    """

    elsewhere: set[str]
    judged: Judged
    seen: set[str]
    areas: list[Area]
    shared: set[str]

    @property
    def measures(self) -> list[Measure]:
        return [measure for _, measure in listed(self.areas)]

    def of(self, wanted: Container[str]) -> list[Area]:
        """The areas with those of their measures, the others left out."""
        found = (
            replace(area, measures=tuple(pair for pair in area.measures if pair[1].id in wanted))
            for area in self.areas
        )
        return [area for area in found if area.measures]


def _blocks(meeting: Meeting, step: AnyStep, options: Options, apart: _Apart) -> Iterator[Block]:
    match step:
        case Statuses():
            yield from _went(meeting, options, apart)
            apart.seen.update(measure.id for measure in brought(meeting))
        case Measures():
            own = apart.of({m.id for m in apart.measures if m.card.step == step.id})
            yield from _by_area(meeting, own, options)
            apart.seen.update(measure.id for area in own for _, measure in area.measures)
        case Responsibility():
            rest = {m.id for m in apart.measures} - apart.seen
            tables = tuple(_by_area(meeting, apart.of(rest), options))
            yield from tables
            # Once a day, or anew where there is more to count: a day may ask for each theme.
            if tables or not apart.shared:
                yield from (_owned(meeting, bool(tables)) if apart.measures else ())
            apart.seen.update(rest)
            apart.shared.add(step.id)
        case Collect():
            yield from _collected(meeting, step, apart)
        case Lookback() if step.deck in apart.judged:
            yield from looked_back(meeting, step, apart.judged[step.deck])
        case Text():
            told = step.record(meeting)
            yield from ((Note(_PRESENTED, "quiet"), *told) if told else ())
        case _:
            yield from step.record(meeting)


# What stood on the screen speaks of what is to come; the minutes tell of what has been.
_PRESENTED = Say("This was presented:")


def _owned(meeting: Meeting, titled: bool) -> Iterator[Block]:
    """Who owns how much, with a title of its own where measures stand above."""
    yield from ((Heading(Say("Ownership per kind of party")),) if titled else ())
    yield ownership(meeting)


def _by_area(meeting: Meeting, found: list[Area], options: Options) -> Iterator[Block]:
    shown = columns(meeting, options)[:_WHO_WHEN]
    for area in found:
        if len(found) > 1 or area.is_named:
            yield Heading(area.words)
        yield table(area.measures, shown)


def _went(meeting: Meeting, options: Options, apart: _Apart) -> Iterator[Block]:
    """How it goes with the measures of earlier meetings, in the order they were spoken of."""
    numbers = {one.id: number for number, one in listed(apart.areas)}
    found = brought(meeting)
    if not found:
        return
    answered = reported(meeting, found)
    yield Note(said("%(n)s of %(of)s answered", n=answered, of=len(found)), "quiet")
    before = slipped(meeting)
    shown: list[Column] = [
        *columns(meeting, options)[:3],
        (Say("Deadline"), lambda number, m: Joined((due(m), earlier(m, before)), "\n")),
        (Say("Status"), lambda number, m: _status(meeting, m)),
        (Say("Latest"), lambda number, m: _latest(m, m.id in before)),
    ]
    yield table([(numbers[one.id], one) for one in found], shown)


def _status(meeting: Meeting, measure: Measure) -> Words:
    late = (OVERDUE,) if is_late(meeting, measure) else ()
    return Joined((STATUS_NAMES[measure.status], *late))


def _latest(measure: Measure, is_put_off: bool) -> Words:
    """What was said of it, and why it has a new deadline; obstacles have a section of their own."""
    language = measure.card.language
    reason = Own(measure.deadline_reason, language)
    put_off = is_put_off and measure.deadline_reason
    new_day = (said("New deadline: %(reason)s", reason=reason),) if put_off else ()
    note = (Own(measure.note, language),) if measure.note else ()
    return Joined((*note, *new_day), "\n") if note or new_day else "–"


def _collected(meeting: Meeting, step: Collect, apart: _Apart) -> Iterator[Block]:
    """What was written, but not what has a section of its own."""
    decks = {prompt.label: prompt.deck for prompt in step.prompts}
    for block in step.record(meeting):
        if isinstance(block, Board):
            kept = ((one, _deck(decks, one)) for one in block.columns)
            columns = tuple(
                with_verdicts(meeting, one, deck) if deck in apart.judged else one
                for one, deck in kept
                if deck not in apart.elsewhere
            )
            yield from ((replace(block, columns=columns),) if columns else ())
        else:
            yield block


def _deck(decks: Mapping[Texts, str], column: Listed) -> str:
    return decks[column.heading] if isinstance(column.heading, Texts) else ""
