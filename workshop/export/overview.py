"""The first page of the plan, to be read in two minutes: goal, areas, owners, what is missing."""

from workshop.domain.measure import Measure, is_open, measures
from workshop.domain.meeting import Meeting
from workshop.domain.party import PartyKind
from workshop.domain.person import kind_of
from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Note, Table
from workshop.domain.words import Count, Day, Joined, Own, Say, Words
from workshop.export import lacking
from workshop.export.frame import about, final_of
from workshop.export.height import SECTION, tall
from workshop.export.options import Options
from workshop.export.project import goal
from workshop.export.register import Area, areas, columns, numbered, table, who
from workshop.export.states import states
from workshop.export.summary import FEWEST_ROWS, MOST, MOST_ROWS, SHOWN, THREE, more_measures
from workshop.export.word import Word
from workshop.language import Tongue
from workshop.steps.brought import is_late
from workshop.steps.ownership import ELSEWHERE

_MOST_OWNERS = 5


def first_page(word: Word, meeting: Meeting, options: Options) -> None:
    """As much of it as fits on one page."""
    found, facts, goal = areas(meeting), _about(meeting, options), _goal(meeting)
    missing, owners = _missing(meeting, options), _ownership(meeting)
    room = word.room - 4 * SECTION - tall((facts, *goal, *missing, owners), word.tongue)
    word.draw(facts)
    word.section(Say("Goal"), goal)
    word.section(_what(found), _overview(meeting, found, options, word.tongue, room))
    word.section(Say("What is missing"), missing)
    word.section(Say("Ownership per kind of party"), (owners,))


def _about(meeting: Meeting, options: Options) -> Facts:
    """What it is about, and how it goes once something has been done or is late."""
    found = measures(meeting)
    begun = any(one.status != "not_started" or is_late(meeting, one) for one in found)
    stand = ((Say("Status"), states(meeting, found)),) if begun else ()
    return Facts((*about(meeting, options).pairs, *stand))


def _goal(meeting: Meeting) -> tuple[Block, ...]:
    return goal(meeting) or (Note(lacking.GOAL, "warning"),)


def _what(found: list[Area]) -> Words:
    """Three areas, some others, or measures that no area was chosen for."""
    if all(area.card is None for area in found):
        return Say("Measures")
    return THREE if len(found) == 3 else MOST


def _overview(
    meeting: Meeting, found: list[Area], options: Options, tongue: Tongue, room: int
) -> tuple[Block, ...]:
    """As many areas as fit in the room left on the page, two at least.

    Where no measure has an area, it is the measures themselves.
    """
    if not any(area.is_named for area in found):
        return _first_measures(meeting, options, tongue, room)
    head = (Say("Area"), Say("Measures"), Say("Responsible"), Say("First deadline"))
    rows = tuple(_row(area, options) for area in found[:MOST_ROWS])
    while len(rows) > FEWEST_ROWS and tall((Table(head, rows),), tongue) > room:
        rows = rows[:-1]
    more = len(found) - len(rows)
    words = Count("%(n)s more area is further down.", "%(n)s more areas are further down.", more)
    return (Table(head, rows), *((Note(words, "quiet"),) if more else ()))


def _first_measures(
    meeting: Meeting, options: Options, tongue: Tongue, room: int
) -> tuple[Block, ...]:
    """With who and when, as many as fit."""
    found, known = numbered(meeting), columns(meeting, options)
    shown = [known[n] for n in SHOWN]
    rows = min(MOST_ROWS, len(found))
    while rows > FEWEST_ROWS and tall((table(found[:rows], shown),), tongue) > room:
        rows -= 1
    return (table(found[:rows], shown), *more_measures(len(found) - rows))


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


def _first_deadline(every: list[Measure]) -> Words:
    """The first of what is still to be done."""
    own = [measure for measure in every if is_open(measure)]
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
