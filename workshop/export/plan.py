"""The draft local action plan: one page to read aloud, then the measures in detail."""

from datetime import date

from workshop.domain.keeping import PLAN
from workshop.domain.measure import (
    AIM_NAMES,
    LEVEL_NAMES,
    MODE_NAMES,
    STATUS_NAMES,
    Measure,
    measures,
)
from workshop.domain.meeting import Meeting
from workshop.domain.party import PartyKind
from workshop.domain.person import kind_of
from workshop.domain.plan_area import area_name
from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Heading, Note, Table
from workshop.domain.words import Count, Day, Joined, Language, Own, Say, Words
from workshop.export import lacking
from workshop.export.frame import about, begun, final_of
from workshop.export.height import SECTION, tall
from workshop.export.minutes import annex
from workshop.export.options import Options
from workshop.export.project import SECTIONS, goal, section
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
from workshop.export.summary import FEWEST_ROWS, MOST, MOST_ROWS, THREE
from workshop.export.word import Word
from workshop.language import Tongue
from workshop.steps import step_of
from workshop.steps.anchoring import Anchoring
from workshop.steps.followup import agreed_facts
from workshop.steps.goal import Goal
from workshop.steps.measures import Measures
from workshop.steps.over_time import balance
from workshop.steps.ownership import ELSEWHERE
from workshop.steps.responsibility import Responsibility
from workshop.steps.statuses import Statuses

TITLE = Say("Draft local action plan")
FINAL_TITLE = Say("Local action plan")
_MOST_OWNERS = 5
Pairs = tuple[tuple[Words, Words], ...]


def plan(meeting: Meeting, language: Language, options: Options | None = None) -> bytes:
    """A Word file, a draft unless the options say final; the same meeting gives the same bytes."""
    chosen = options or Options()
    final = final_of(meeting, "plan", chosen)
    word = begun(meeting, language, FINAL_TITLE if final else TITLE, chosen, final)
    _first_page(word, meeting, chosen)
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


def _first_page(word: Word, meeting: Meeting, options: Options) -> None:
    found, facts, goal = areas(meeting), about(meeting, options), _goal(meeting)
    missing, owners = _missing(meeting, options), _ownership(meeting)
    room = word.room - 4 * SECTION - tall((facts, *goal, *missing, owners), word.tongue)
    word.draw(facts)
    word.section(Say("Goal"), goal)
    word.section(_what(found), _overview(found, options, word.tongue, room))
    word.section(Say("What is missing"), missing)
    word.section(Say("Ownership per kind of party"), (owners,))


def _goal(meeting: Meeting) -> tuple[Block, ...]:
    return goal(meeting) or (Note(lacking.GOAL, "warning"),)


def _what(found: list[Area]) -> Words:
    """Three areas, some others, or measures that no area was chosen for."""
    if all(area.card is None for area in found):
        return Say("Measures")
    return THREE if len(found) == 3 else MOST


def _overview(found: list[Area], options: Options, tongue: Tongue, room: int) -> tuple[Block, ...]:
    """As many areas as fit in the room left on the page, two at least."""
    head = (Say("Area"), Say("Measures"), Say("Responsible"), Say("First deadline"))
    rows = tuple(_row(area, options) for area in found[:MOST_ROWS])
    while len(rows) > FEWEST_ROWS and tall((Table(head, rows),), tongue) > room:
        rows = rows[:-1]
    more = len(found) - len(rows)
    words = Count("%(n)s more area is further down.", "%(n)s more areas are further down.", more)
    return (Table(head, rows), *((Note(words, "quiet"),) if more else ()))


def _row(area: Area, options: Options) -> tuple[Words, ...]:
    own = [measure for _, measure in area.measures]
    return (area.words, len(own), _owners(own, options), _first_deadline(own))


def _owners(own: list[Measure], options: Options) -> Words:
    """Who is responsible for something in an area; the first of many, and how many more."""
    names = [who(party, options) for party in dict.fromkeys(m.responsible for m in own) if party]
    more = len(names) - _MOST_OWNERS
    if more > 0:
        count = Count("and %(n)s more", "and %(n)s more", more)
        names = [*names[:_MOST_OWNERS], count]
    return Joined(tuple(names), "; ") if names else "–"


def _first_deadline(own: list[Measure]) -> Words:
    days = [measure.deadline for measure in own if measure.deadline]
    spoken = (Own(m.deadline_words) for m in own if m.deadline_words)
    return Day(min(days)) if days else next(spoken, "–")


def _missing(meeting: Meeting, options: Options) -> tuple[Block, ...]:
    """What the plan lacks, and in a final one why it went out all the same."""
    lines = Bullets(tuple(Bullet(line) for line in lacking.of_plan(meeting)))
    final = final_of(meeting, "plan", options)
    if final is None or not final.override:
        return (lines,)
    return (lines, Note(Say("Sent all the same: %(reason)s", {"reason": Own(final.override)})))


def _ownership(meeting: Meeting) -> Table:
    """How many measures each kind of party is responsible for or takes part in."""
    head = (Say("Kind of party"), Say("Responsible"), Say("Together with others"))
    found = measures(meeting)
    owners = [kind_of(meeting, m.responsible) for m in found if m.responsible]
    helpers = [{kind_of(meeting, party) for party in m.together} for m in found]
    kinds = [_owned(kind.key, kind.name, owners, helpers) for kind in meeting.kinds]
    expected = [kind.expected for kind in meeting.kinds]
    unknown = _owned(None, ELSEWHERE, owners, helpers)
    nobody = sum(m.responsible is None for m in found)
    both = zip([*kinds, unknown], [*expected, False], strict=True)
    rows = [row for row, always in both if always or any(row[1:])]
    rows += [(Say("No owner yet"), nobody, "–")] if nobody else []
    return Table(head, tuple(rows) if found else ())


def _owned(
    kind: PartyKind | None,
    words: Words,
    owners: list[PartyKind | None],
    helpers: list[set[PartyKind | None]],
) -> tuple[Words, ...]:
    return (words, owners.count(kind), sum(kind in kinds for kinds in helpers))


def _measures(word: Word, meeting: Meeting, options: Options) -> None:
    if not measures(meeting):
        return
    shown = columns(meeting, options)
    word.turn()
    word.heading(Say("Measures"), 2)
    word.table(table(numbered(meeting), shown))
    for area in areas(meeting):
        word.section(area.words, _details(meeting, area, options), 3)


def _details(meeting: Meeting, area: Area, options: Options) -> list[Block]:
    blocks: list[Block] = []
    for number, measure in area.measures:
        blocks.append(Heading(Joined((f"{number}.", measure.words), " ")))
        blocks.append(Facts(_told(meeting, measure, options)))
    return blocks


def _told(meeting: Meeting, measure: Measure, options: Options) -> Pairs:
    """Only what was filled in, and what is missing by name."""
    return (
        (Say("Responsible"), responsible(meeting, measure, options)),
        (Say("Together with"), together(measure, options)),
        (Say("To be informed"), Joined(tuple(who(p, options) for p in measure.informed), "; ")),
        (Say("Deadline"), measure.due),
        (Say("Deadline changed"), Own(measure.deadline_reason)),
        (Say("Status"), STATUS_NAMES[measure.status]),
        (Say("Latest"), Own(measure.note)),
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
