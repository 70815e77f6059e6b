"""The working group's report: how far it has come in each area of the plan, and what is next."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.domain.card import Card
from workshop.domain.meeting import Meeting
from workshop.domain.plan_area import area_name
from workshop.domain.sheet import Block, Bullet, Bullets, Heading, Note, Table
from workshop.domain.words import Count, Joined, Language, Own, Say, Words, said
from workshop.export.counts import each
from workshop.export.frame import about, begun
from workshop.export.height import SECTION, tall
from workshop.export.options import Options
from workshop.export.word import Word
from workshop.steps import step_of
from workshop.steps.asking import AREA, Asking
from workshop.steps.cards import Cards
from workshop.steps.followup import agreed_facts, next_meeting
from workshop.steps.telling import NOTHING, cell, cells
from workshop.steps.telling import table as table_of

NAME = Say("Report")
INITIATIVES, FIGURES, MATTERS, DATES = "initiatives", "figures", "matters", "dates"
# The decks of a report in their order; only the first four make a meeting one that reports.
DECKS = (INITIATIVES, "own-meetings", FIGURES, "development", MATTERS, DATES)
_MOST = 8


@dataclass(frozen=True)
class Told:
    """One part of the report: its title, what was asked, and what was answered."""

    step: Cards
    asked: tuple[Asking, ...]
    cards: tuple[Card, ...]

    def named(self, name: str) -> Asking | None:
        return next((one for one in self.asked if one.name == name), None)


def report(meeting: Meeting, language: Language, options: Options | None = None) -> bytes | None:
    """A Word file, always a draft; None where nothing was reported."""
    parts = _parts(meeting)
    if not any(parts[deck].cards for deck in DECKS[:4] if deck in parts):
        return None
    chosen = options or Options()
    word = begun(meeting, language, NAME, chosen)
    _first_page(word, meeting, parts, chosen)
    word.turn()
    for deck, part in parts.items():
        word.section(part.step.title, tuple(_told(meeting, deck, part)))
    word.section(Say("Follow-up and contact point"), (agreed_facts(meeting),))
    return word.to_bytes()


def _parts(meeting: Meeting) -> dict[str, Told]:
    """What the agenda asked for, deck by deck; of two points with the same deck the first."""
    found: dict[str, Told] = {}
    for step in (step_of(point) for point in meeting.points):
        if isinstance(step, Cards) and step.deck in DECKS and step.deck not in found:
            cards = tuple(card for card in meeting.deck(step.deck) if not card.redacted)
            found[step.deck] = Told(step, step.asked(meeting), cards)
    return {deck: found[deck] for deck in DECKS if deck in found}


def _first_page(word: Word, meeting: Meeting, parts: dict[str, Told], options: Options) -> None:
    facts, missing = about(meeting, options), Bullets(tuple(_missing(meeting, parts)))
    summary, areas = Note(Joined(tuple(_counts(parts)), "; ")), _by_area(meeting, parts)
    left = word.room - 5 * SECTION - tall((facts, missing, summary, *areas), word.tongue)
    word.draw(facts)
    word.section(Say("Summary"), (summary,))
    if areas:
        word.section(parts[INITIATIVES].step.title, areas)
    dates = _short(word, parts.get(DATES), left // 2)
    figures = _short(word, parts.get(FIGURES), left - tall(dates, word.tongue))
    for deck, blocks in ((FIGURES, figures), (DATES, dates)):
        if blocks:
            word.section(parts[deck].step.title, blocks)
    word.section(Say("What is missing"), (missing,))


def _counts(parts: dict[str, Told]) -> Iterator[Words]:
    """How much there is of each part, and how it stands."""
    for deck, part in parts.items():
        if part.cards and deck not in (INITIATIVES, FIGURES, DATES):
            told = Joined((len(part.cards), *_states(part)), " – ")
            yield said("%(name)s: %(which)s", name=part.step.title, which=told)


def _states(part: Told) -> tuple[Words, ...]:
    """Such as "Done: 3, Under way: 2"; nothing where no state was asked for."""
    state = part.named("state")
    if state is None:
        return ()
    found = Counter(card.value(state.name) for card in part.cards)
    told = each((words, found[key]) for key, words in state.options.items())
    return (told,) if told else ()


def _by_area(meeting: Meeting, parts: dict[str, Told]) -> tuple[Block, ...]:
    """A row for each area of the plan with how its initiatives stand; the silent ones beneath."""
    part = parts.get(INITIATIVES)
    if part is None or not part.cards:
        return ()
    state = part.named("state")
    states = state.options if state else {}
    rows = []
    for name, found in _areas(meeting, part):
        stand = Counter(card.value("state") for card in found)
        rows.append((name, *(stand[one] or NOTHING for one in states), len(found)))
    table = Table((Say("Plan area"), *states.values(), Say("In all")), tuple(rows))
    return (table, *_silent(meeting, part))


def _areas(meeting: Meeting, part: Told) -> Iterator[tuple[Words, list[Card]]]:
    """The areas of the plan that something was reported on, then whatever else was."""
    planned = [area.key for area in meeting.plan_areas]
    keys = dict.fromkeys([*planned, *(card.value(AREA) for card in part.cards)])
    for key in keys:
        if found := [card for card in part.cards if card.value(AREA) == key]:
            yield area_name(key, meeting.plan_areas) if key else Say("No area given"), found


def _silent(meeting: Meeting, part: Told) -> tuple[Block, ...]:
    """The areas of the plan that nobody reported on, by name."""
    told = {card.value(AREA) for card in part.cards}
    names = tuple(area.name for area in meeting.plan_areas if area.key not in told)
    words = said("Nothing was reported on: %(areas)s.", areas=Joined(names))
    return (Note(words, "quiet"),) if names else ()


def _short(word: Word, part: Told | None, room: int) -> tuple[Block, ...]:
    """A list as far as it fits on the first page; the whole of it is further down."""
    if part is None:
        return ()
    table, cards = _table(part), len(part.cards)
    whole = zip(part.cards, table.rows, strict=True)
    lines = tuple((_begun(card), *cells) for card, (_, *cells) in whole)
    for rows in range(min(_MOST, cards), 0, -1):
        left = cards - rows
        more = Count("%(n)s more is further down.", "%(n)s more are further down.", left)
        blocks = (Table(table.head, lines[:rows]), *((Note(more, "quiet"),) if left else ()))
        if tall(blocks, word.tongue) <= room:
            return blocks
    return ()


def _told(meeting: Meeting, deck: str, part: Told) -> Iterator[Block]:
    """One part in full."""
    if deck == INITIATIVES:
        yield from _initiatives(meeting, part)
    elif deck == FIGURES:
        yield _table(part)
    else:
        yield from part.step.record(meeting)


def _initiatives(meeting: Meeting, part: Told) -> Iterator[Block]:
    """Area by area; those nobody reported on are named last."""
    asked = tuple(one for one in part.asked if one.name != AREA)
    for name, found in _areas(meeting, part):
        yield Heading(name)
        yield table_of(asked, found, {})
    if part.cards:
        yield from _silent(meeting, part)


def _table(part: Told) -> Table:
    """A row for each card; a figure that is not ready says when it is expected."""
    figure, expected = part.named("figure"), part.named("expected")
    if figure is None or expected is None:
        return table_of(part.asked, part.cards, {})
    asked = [one for one in part.asked if one not in (figure, expected)]
    head = (*(one.label for one in asked), figure.label)
    rows = tuple((*cells(asked, card), _figure(figure, expected, card)) for card in part.cards)
    return Table(head, rows)


def _figure(figure: Asking, expected: Asking, card: Card) -> Words:
    day = cell(expected, card)
    if found := cell(figure, card):
        return found
    return said(_PENDING.text, day=day) if day else Say("pending")


_PENDING = Say("pending, expected %(day)s")


def _missing(meeting: Meeting, parts: dict[str, Told]) -> Iterator[Bullet]:
    """What the report lacks, by name; "not done yet" and "pending" lack nothing."""
    for deck, fields, words in _LACKS:
        part = parts.get(deck)
        if part and any(part.named(field) for field in fields):
            found = [c for c in part.cards if not any(c.values.get(one) for one in fields)]
            if found:
                yield Bullet(said(words.text, which=_some(found)))
    if not next_meeting(meeting):
        yield Bullet(Say("The date of the next meeting"))


_LACKS: tuple[tuple[str, tuple[str, ...], Say], ...] = (
    (INITIATIVES, (AREA,), Say("Initiatives without a plan area: %(which)s")),
    (FIGURES, ("figure", "expected"), Say("Figures without a date when expected: %(which)s")),
    (MATTERS, ("responsible",), Say("Matters that nobody has taken on: %(which)s")),
    (DATES, ("date",), Say("Without a date: %(which)s")),
)
_NAMED, _LONGEST = 2, 50


def _some(found: Sequence[Card]) -> Words:
    """The first of them, each with the first words only: it is the first page."""
    more = len(found) - _NAMED
    last = (Count("and %(n)s more", "and %(n)s more", more),) if more > 0 else ()
    return Joined((*(_begun(card) for card in found[:_NAMED]), *last), "; ")


def _begun(card: Card) -> Words:
    if len(card.text) <= _LONGEST:
        return card.words
    kept = card.text[:_LONGEST].rpartition(" ")[0] or card.text[:_LONGEST]
    return Own(f"{kept} …", card.language)
