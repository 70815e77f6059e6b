"""The draft strategy: what the room agreed on under each heading, and how it is anchored."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from workshop.domain.card import Card
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Heading, Note, Table
from workshop.domain.words import Joined, Language, Own, Say, Words, said
from workshop.export.frame import about, begun
from workshop.export.height import SECTION, tall
from workshop.export.minutes import ANNEX
from workshop.export.options import Options
from workshop.export.voting import picked, voting
from workshop.export.word import Word
from workshop.language import Tongue
from workshop.steps import AnyStep, step_of
from workshop.steps.asking import Asking, Choice
from workshop.steps.cards import Cards
from workshop.steps.collect import Collect
from workshop.steps.followup import agreed_facts
from workshop.steps.matrix import Matrix
from workshop.steps.telling import NOTHING, cell

TITLE = Say("Draft strategy")
DECK, ANCHORING = "strategy", "strategy-anchoring"
CONTENT = "content"  # the field that holds what was agreed
_SENTENCE = re.compile(r"[^.!?\n]*[.!?]*\s*")
_LONGEST = (400, 220, 120, 60)  # letters of a summary, until it fits on the first page


def strategy(meeting: Meeting, language: Language, options: Options | None = None) -> bytes | None:
    """A Word file, always a draft; None when nothing was written under any of the headings."""
    matrix = _matrix(meeting, DECK)
    if matrix is None or not _filled(meeting, matrix):
        return None
    chosen = options or Options()
    word = begun(meeting, language, TITLE, chosen)
    _first_page(word, meeting, matrix, chosen)
    word.turn()
    for row in matrix.rows:
        word.section(row.label, tuple(_agreed(meeting, matrix, row)))
    word.section(Say("Follow-up and contact point"), (agreed_facts(meeting),))
    basis = tuple(_basis(meeting, matrix)) if chosen.raw else ()
    if annex := (*basis, *voting(meeting, chosen.ranking)):
        word.turn()
        word.section(ANNEX, annex)
    return word.to_bytes()


def _first_page(word: Word, meeting: Meeting, matrix: Matrix, options: Options) -> None:
    facts, missing = about(meeting, options), Bullets(tuple(_missing(meeting, matrix)))
    areas, anchored = _areas(meeting), _anchored(meeting)
    taken = tall((facts, missing, *areas, *anchored), word.tongue)
    room = word.room - 4 * SECTION - taken
    word.draw(facts)
    word.section(Say("Summary"), (_overview(meeting, matrix, word.tongue, room),))
    word.section(Say("Where we begin"), areas)
    word.section(Say("Anchoring and form"), anchored)
    word.section(Say("What is missing"), (missing,))


def _overview(meeting: Meeting, matrix: Matrix, tongue: Tongue, room: int) -> Table:
    """A row for each heading; longer texts only with the sentences that fit."""
    asked = _content_first(matrix.asked(meeting))
    head = (Say("Heading"), *(one.label for one in asked))
    for most in _LONGEST:
        rows = tuple(_row(meeting, matrix, row, asked, most) for row in matrix.rows)
        if tall((table := Table(head, rows),), tongue) <= room:
            break
    return table


def _row(
    meeting: Meeting, matrix: Matrix, row: Choice, asked: Iterable[Asking], most: int
) -> tuple[Words, ...]:
    card = matrix.card(meeting, row.key)
    return (row.label, *((_brief(one, card, most) if card else NOTHING) for one in asked))


def _brief(one: Asking, card: Card, most: int) -> Words:
    """A value in a table: of a long text its first sentences."""
    text = card.value(one.name)
    if one.ask not in ("line", "text") or len(text) <= most or card.waiting or card.redacted:
        return cell(one, card) or NOTHING
    sentences = list(accumulate(_SENTENCE.findall(text)))
    fits = [sentence for sentence in sentences if 0 < len(sentence) <= most]
    kept = fits[-1] if fits else text[:most].rpartition(" ")[0] or text[:most]
    return Own(f"{kept.rstrip()} …", card.language)


def _agreed(meeting: Meeting, matrix: Matrix, row: Choice) -> Iterator[Block]:
    """What was agreed under one heading, and what it says of its own: areas, indicators."""
    card, asked = matrix.card(meeting, row.key), _content_first(matrix.asked(meeting))
    texts = [one for one in asked if one.name == CONTENT]
    words = [cell(one, card) for one in texts] if card else []
    if not any(words):
        yield Note(Say("Nothing has been agreed under this heading yet."), "quiet")
    yield from (Note(one) for one in words)
    if card:
        yield Facts(tuple((one.label, cell(one, card)) for one in asked if one not in texts))
    step = _asked_about(meeting, row.key)
    if isinstance(step, Cards):
        yield from step.record(meeting)
    if areas := _areas(meeting) if row is matrix.rows[0] else ():
        yield Heading(Say("Where we begin"))
        yield from areas


def _areas(meeting: Meeting) -> tuple[Block, ...]:
    """What was voted to begin with."""
    found = tuple(Bullet(meeting.cards[item].words) for item in picked(meeting))
    return (Bullets(found, numbered=True),) if found else ()


def _anchored(meeting: Meeting) -> tuple[Block, ...]:
    matrix = _matrix(meeting, ANCHORING)
    if matrix is None or not _filled(meeting, matrix):
        return ()
    asked = matrix.asked(meeting)
    head = (Say("Question"), *(one.label for one in asked))
    rows = tuple(_row(meeting, matrix, row, asked, _LONGEST[0]) for row in matrix.rows)
    return (Table(head, rows),)


def _missing(meeting: Meeting, matrix: Matrix) -> Iterator[Bullet]:
    """By name: headings without a text, and texts without somebody who answers for them."""
    both = [one for one in (matrix, _matrix(meeting, ANCHORING)) if one]
    empty = [row.label for one in both for row in one.rows if not _has(meeting, one, row, CONTENT)]
    if empty:
        yield Bullet(said("Still without a text: %(headings)s", headings=_listed(empty)))
    for field, words in (("responsible", _NOBODY), ("deadline", _NO_DAY)):
        idle = [row.label for one in both for row in _idle(meeting, one, field)]
        if idle:
            yield Bullet(said(words.text, headings=_listed(idle)))


_NOBODY = Say("No responsible yet: %(headings)s")
_NO_DAY = Say("No deadline yet: %(headings)s")


def _idle(meeting: Meeting, matrix: Matrix, field: str) -> list[Choice]:
    """The rows that have a text and lack a field that was asked for."""
    if field not in {one.name for one in matrix.asked(meeting)}:
        return []
    texts = [row for row in matrix.rows if _has(meeting, matrix, row, CONTENT)]
    return [row for row in texts if not _has(meeting, matrix, row, field)]


def _has(meeting: Meeting, matrix: Matrix, row: Choice, field: str) -> bool:
    card = matrix.card(meeting, row.key)
    return card is not None and bool(card.values.get(field))


def _listed(labels: Iterable[Words]) -> Words:
    return Joined(tuple(labels), "; ")


def _basis(meeting: Meeting, matrix: Matrix) -> Iterator[Block]:
    """What the room wrote before it agreed, heading by heading."""
    for row in matrix.rows:
        step = _asked_about(meeting, row.key)
        if isinstance(step, Collect) and (told := step.record(meeting)):
            yield Heading(said("What was written: %(heading)s", heading=row.label))
            yield from told


def _asked_about(meeting: Meeting, key: str) -> AnyStep | None:
    """The point that asked about a heading: it is called as the heading's row is."""
    return next((step_of(point) for point in meeting.points if point.id == key), None)


def _matrix(meeting: Meeting, deck: str) -> Matrix | None:
    steps = (step_of(point) for point in meeting.points)
    return next((one for one in steps if isinstance(one, Matrix) and one.deck == deck), None)


def _filled(meeting: Meeting, matrix: Matrix) -> bool:
    cards = (matrix.card(meeting, row.key) for row in matrix.rows)
    return any(card and not card.waiting for card in cards)


def _content_first(asked: Iterable[Asking]) -> tuple[Asking, ...]:
    return tuple(sorted(asked, key=lambda one: one.name != CONTENT))
