"""The draft local action plan: one page to read aloud, then the measures in detail."""

from collections.abc import Mapping
from datetime import date

from workshop.domain.change import Deadline
from workshop.domain.keeping import PLAN
from workshop.domain.measure import (
    AIM_NAMES,
    LEVEL_NAMES,
    MODE_NAMES,
    STATUS_NAMES,
    Measure,
    is_open,
    measures,
)
from workshop.domain.meeting import Meeting
from workshop.domain.plan_area import area_name
from workshop.domain.sheet import Block, Facts, Heading
from workshop.domain.slipped import earlier, put_off
from workshop.domain.words import Day, Joined, Language, Own, Say, Words
from workshop.export import lacking
from workshop.export.frame import begun, final_of
from workshop.export.minutes import annex
from workshop.export.options import Options
from workshop.export.overview import first_page
from workshop.export.project import SECTIONS, section
from workshop.export.register import (
    Area,
    areas,
    columns,
    numbered,
    responsible,
    table,
    together,
    who,
)
from workshop.export.word import Word
from workshop.steps import step_of
from workshop.steps.anchoring import Anchoring
from workshop.steps.followup import agreed_facts
from workshop.steps.goal import Goal
from workshop.steps.measures import Measures
from workshop.steps.over_time import balance
from workshop.steps.responsibility import Responsibility
from workshop.steps.statuses import Statuses

TITLE = Say("Draft local action plan")
FINAL_TITLE = Say("Local action plan")
Pairs = tuple[tuple[Words, Words], ...]


def plan(meeting: Meeting, language: Language, options: Options | None = None) -> bytes:
    """A Word file, a draft unless the options say final; the same meeting gives the same bytes."""
    chosen = options or Options()
    final = final_of(meeting, "plan", chosen)
    word = begun(meeting, language, FINAL_TITLE if final else TITLE, chosen, final)
    first_page(word, meeting, chosen)
    _measures(word, meeting, chosen)
    for deck, title in SECTIONS.items():
        word.section(title, section(meeting, deck))
    word.section(Say("Ownership and balance over time"), balance(meeting))
    word.section(Say("Follow-up and contact point"), (agreed_facts(meeting),))
    annex(word, meeting, chosen)
    return word.to_bytes()


def has_plan(meeting: Meeting) -> bool:
    """Whether there is anything to plan: something is kept, or the agenda makes room for it."""
    if meeting.is_whole_network or measures(meeting) or any(meeting.deck(deck) for deck in PLAN):
        return True
    return any(isinstance(step_of(point), _PLANNING) for point in meeting.points)


_PLANNING = (Anchoring, Goal, Measures, Responsibility, Statuses)


def _measures(word: Word, meeting: Meeting, options: Options) -> None:
    if not measures(meeting):
        return
    shown = columns(meeting, options)
    word.turn()
    word.heading(Say("Measures"), 2)
    word.table(table(numbered(meeting), shown))
    found, before = areas(meeting), put_off(meeting)
    for area in found:
        details = _details(meeting, area, options, before)
        if any(one.is_named for one in found):
            word.section(area.words, details, 3)
        else:
            word.draw(*details)


def _details(
    meeting: Meeting, area: Area, options: Options, before: Mapping[str, Deadline]
) -> list[Block]:
    blocks: list[Block] = []
    for number, measure in area.measures:
        if meeting.is_whole_network and not is_open(measure):
            continue  # the table tells enough of what is closed
        blocks.append(Heading(Joined((f"{number}.", measure.words), " ")))
        blocks.append(Facts(_told(meeting, measure, options, before)))
    return blocks


def _told(
    meeting: Meeting, measure: Measure, options: Options, before: Mapping[str, Deadline]
) -> Pairs:
    """Only what was filled in, and what is missing by name."""
    return (
        (Say("Responsible"), responsible(meeting, measure, options)),
        (Say("Together with"), together(measure, options)),
        (Say("To be informed"), Joined(tuple(who(p, options) for p in measure.informed), "; ")),
        (Say("Deadline"), Joined((measure.due, earlier(measure, before)))),
        (Say("Deadline changed"), Own(measure.deadline_reason, measure.card.language)),
        (Say("Status"), STATUS_NAMES[measure.status]),
        (Say("Latest"), Own(measure.note, measure.card.language)),
        (Say("Kind of measure"), _kind(measure)),
        *_typed(measure),
        (Say("Plan area"), area_name(measure.plan_area, meeting.plan_areas)),
        (Say("From the meeting"), _origin(measure)),
        (Say("Missing"), lacking.of_measure(measure)),
    )


def _origin(measure: Measure) -> Words:
    """The day it was promised, where that was at an earlier meeting."""
    return Day(date.fromisoformat(measure.origin_date[:10])) if measure.origin_date else ""


def _kind(measure: Measure) -> Words:
    """Such as "Counter · Joint · Regional"; only what was chosen."""
    aim, mode = AIM_NAMES.get(measure.aim, ""), MODE_NAMES.get(measure.mode, "")
    return Joined((aim, mode, LEVEL_NAMES.get(measure.level, "")), " · ")


def _typed(measure: Measure) -> Pairs:
    language = measure.card.language
    pairs = (
        (Say("Next step"), measure.next_step),
        (Say("How we measure"), measure.indicator),
        (Say("Resources"), measure.resources),
        (Say("Obstacle"), measure.obstacle),
        (Say("The way past it"), measure.way_past),
        (Say("Mandate"), measure.mandate),
        (Say("Contact point"), measure.contact),
        (Say("Handled elsewhere"), measure.elsewhere),
    )
    return tuple((name, Own(text, language)) for name, text in pairs)
