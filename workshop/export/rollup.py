"""The report of a roll-up as a Word file: one page to read in two minutes, then the figures."""

from collections.abc import Sequence
from datetime import date, datetime

from workshop.domain.example import Example
from workshop.domain.rollup import RollUp
from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Heading, Note, Table
from workshop.domain.words import Count, Day, Joined, Language, Own, Say, Words, said
from workshop.export import comparison
from workshop.export.options import Options
from workshop.export.word import Word
from workshop.language import tongue
from workshop.steps.over_time import OWNED, OWNERS, PRESENT, SOURCES, WRITTEN

TITLE = Say("Status in the regions")
FIRST_AREAS, ALL_AREAS = 5, 40
MOST_EXAMPLES = 40
COUNTED = Say(
    "Counts, with what they are counted of. Regions stand in alphabetical order; nothing ranks "
    "them."
)


def report(found: RollUp, language: Language, options: Options | None = None) -> bytes:
    """A Word file, in the look of the other documents."""
    chosen = options or Options()
    word = Word(tongue(language), chosen.names, chosen.template)
    day = date.fromisoformat(found.today)
    foot = Joined((TITLE, Day(day)), " · ")
    word.frame(TITLE, "", foot, datetime(day.year, day.month, day.day))
    word.heading(TITLE, 1)
    _first_page(word, found)
    _regions(word, found)
    _over_time(word, found)
    _areas(word, found)
    _examples(word, found.examples)
    unread = tuple(Bullet(Own(name)) for name in found.unread)
    word.section(Say("Files that could not be read"), (Bullets(unread),))
    return word.to_bytes()


def _first_page(word: Word, found: RollUp) -> None:
    word.draw(_about(found), Bullets(tuple(Bullet(line) for line in _counts(found))))
    word.section(Say("Status per plan area"), (comparison.plan_areas(found),))
    top = comparison.top_areas(found, FIRST_AREAS)
    word.section(Say("What most regions work with"), (top,))


def _about(found: RollUp) -> Facts:
    days = sorted(filter(None, (day for one in found.regions for day in (one.first, one.last))))
    period = [Day(date.fromisoformat(day)) for day in (days[:1] + days[-1:])]
    return Facts(
        (
            (Say("As of"), Day(date.fromisoformat(found.today))),
            (Say("Regions"), len(found.regions)),
            (Say("Meetings"), found.meetings),
            (Say("From – to"), Joined(tuple(dict.fromkeys(period)), " – ")),
        )
    )


def _counts(found: RollUp) -> list[Words]:
    """What one wants to know first."""
    whole, parts = found.states, list[Words]()
    parts.append(
        Count(
            "%(done)s of %(n)s measure is done, %(open)s still to be done",
            "%(done)s of %(n)s measures are done, %(open)s still to be done",
            whole.measures,
            {"done": whole.done, "open": whole.still_open},
        )
    )
    parts.append(
        said(
            "Of those still to be done: %(overdue)s overdue, %(blocked)s blocked, %(unowned)s with "
            "no owner yet",
            overdue=whole.overdue,
            blocked=whole.blocked,
            unowned=whole.unowned,
        )
    )
    yes = said("For %(yes)s of %(of)s measures the responsible has said yes", **_yes(found))
    complete = sum(one.complete for one in found.regions)
    everybody = said(
        "All kinds of party were present at %(done)s of %(of)s meetings",
        done=complete,
        of=found.meetings,
    )
    unread = Count(
        "%(n)s file could not be read", "%(n)s files could not be read", len(found.unread)
    )
    return [*parts, yes, everybody, *((unread,) if found.unread else ())]


def _yes(found: RollUp) -> dict[str, Words]:
    return {"yes": found.states.accepted, "of": found.states.measures}


def _regions(word: Word, found: RollUp) -> None:
    word.turn()
    word.heading(Say("The regions beside one another"), 2)
    word.text(COUNTED, "BodyText2")
    for title, table in _compared(found):
        word.section(title, (table,), 3)
    for area, table in comparison.plan_areas_by_region(found):
        word.section(said("Plan area: %(area)s", area=area), (table,), 3)


def _compared(found: RollUp) -> list[tuple[Words, Table]]:
    return [
        (Say("Meetings"), comparison.meetings(found)),
        (Say("Measures"), comparison.measures(found)),
        (PRESENT, comparison.by_kind(found, lambda b: b.present, {})),
        (WRITTEN, comparison.by_kind(found, lambda b: b.contributions, SOURCES)),
        (OWNED, comparison.by_kind(found, lambda b: b.owned, OWNERS)),
        (Say("How the cooperation goes, 1 to 5"), comparison.pulse(found)),
    ]


def _over_time(word: Word, found: RollUp) -> None:
    if len(found.years) < 2:
        return
    tables = (
        (PRESENT, comparison.by_year(found, lambda b: b.present, {})),
        (WRITTEN, comparison.by_year(found, lambda b: b.contributions, SOURCES)),
        (OWNED, comparison.by_year(found, lambda b: b.owned, OWNERS)),
    )
    word.heading(Say("Over time"), 2)
    for title, table in tables:
        word.section(title, (table,), 3)


def _areas(word: Word, found: RollUp) -> None:
    word.section(Say("What the regions work with"), (comparison.top_areas(found, ALL_AREAS),))
    pairs = tuple(Bullet(Joined((Own(one), Own(other)), " – ")) for one, other in found.alike)
    alike: tuple[Block, ...] = (Bullets(pairs),) if pairs else ()
    hint = Say("They look alike and are counted apart. Whoever knows the regions decides.")
    word.section(Say("May mean the same"), (Note(hint, "quiet"), *alike) if alike else (), 3)


def _examples(word: Word, found: Sequence[Example]) -> None:
    if not found:
        return
    word.heading(Say("Good examples"), 2)
    for one in found[:MOST_EXAMPLES]:
        word.draw(Heading(Own(one.text, one.language)), Facts(told(one)))
    more = len(found) - MOST_EXAMPLES
    if more > 0:
        words = Count("%(n)s more in the spreadsheet", "%(n)s more in the spreadsheet", more)
        word.text(words, "BodyText2")


def told(one: Example) -> tuple[tuple[Words, Words], ...]:
    """What an example tells, with where it comes from."""
    where = Joined((Own(one.region), Own(one.place)), " · ")
    texts = (
        (Say("Who"), one.who),
        (Say("What was done"), one.what),
        (Say("What we learned"), one.lesson),
        (Say("What made it succeed"), one.success),
        (Say("Link"), one.link),
    )
    return ((Say("Region"), where), *((name, Own(text, one.language)) for name, text in texts))
