"""The minutes: a summary first, then what was said step by step, then how it was counted."""

from collections.abc import Iterable

from workshop.domain.event import Point
from workshop.domain.meeting import Meeting
from workshop.domain.particulars import particular
from workshop.domain.sheet import Block, Blocks, Bullet, Bullets, Facts, Note, Tally
from workshop.domain.words import Count, Joined, Language, Own, Say, Words
from workshop.export.attendance import absence, attendance, counted, unrepresented
from workshop.export.contributions import contributions
from workshop.export.frame import begun, final_of, time
from workshop.export.height import SECTION, tall
from workshop.export.open_ends import OBSTACLES, obstacles, parked
from workshop.export.options import Options
from workshop.export.own_texts import own_texts
from workshop.export.promised import told
from workshop.export.register import areas, listed
from workshop.export.summary import summary
from workshop.export.voting import voting
from workshop.export.word import Word
from workshop.steps import step_of

TITLE = Say("Meeting notes")
ANNEX = Say("Annex")


def minutes(meeting: Meeting, language: Language, options: Options | None = None) -> bytes:
    """A Word file, a draft unless the options say final; the same meeting gives the same bytes."""
    chosen = options or Options()
    word = begun(meeting, language, TITLE, chosen, final_of(meeting, "minutes", chosen))
    facts = _facts(meeting, chosen)
    word.draw(facts)
    room, every = word.room - SECTION - tall((facts,), word.tongue), areas(meeting)
    word.section(Say("Summary"), summary(meeting, every, chosen, word.tongue, room))
    word.turn()  # the first page can be read, sent or pinned up by itself
    word.section(Say("Present"), attendance(meeting, chosen))
    word.section(Say("Absent"), absence(meeting, chosen))
    questions = parked(meeting)
    body: list[Block] = [*questions]
    for point, blocks in told(meeting, _told(meeting), every, chosen):
        shown = _shortened(blocks, chosen)
        word.section(point.title, shown)
        body += shown
    word.section(_in_the_way(meeting), obstacles(measure for _, measure in listed(every)))
    word.section(Say("Parked questions"), questions)
    word.section(Say("Skipped items"), _skipped(meeting))
    texts = _untold(meeting, own_texts(body)) if chosen.raw else ()
    annex(word, meeting, chosen, texts)
    return word.to_bytes()


def annex(word: Word, meeting: Meeting, options: Options, texts: Blocks = ()) -> None:
    """On a page of its own: the ranked lists with their method, and whatever else is given."""
    blocks = (*voting(meeting, options.ranking), *texts)
    if blocks:
        word.turn()
        word.section(ANNEX, blocks)


def _untold(meeting: Meeting, told: Iterable[str]) -> Blocks:
    """The contributions that no section holds as they were written."""
    left = contributions(meeting, told)
    return left or (Note(Say("Every contribution stands in the notes above, as it was written.")),)


def _facts(meeting: Meeting, options: Options) -> Facts:
    present = Joined((counted(meeting), *unrepresented(meeting)), ". ")
    pairs: tuple[tuple[Words, Words], ...] = (
        (Say("Date and time"), time(meeting)),
        (Say("Place"), Own(particular(meeting, "place"))),
        (Say("Facilitator"), Own(options.facilitator or particular(meeting, "facilitator"))),
        (Say("Notes by"), Own(options.notes_by or particular(meeting, "notes_by"))),
        (Say("Present"), present),
        (Say("Distribution"), Own(options.distribution or particular(meeting, "distribution"))),
        (Say("Reference"), Own(options.reference or particular(meeting, "reference"))),
    )
    return Facts(pairs)


def _told(meeting: Meeting) -> Iterable[Point]:
    """The points with a section; what was skipped, or never told by the leader, has none."""
    held = {step for step, _ in meeting.visits}
    for point in meeting.points:
        if point.id in held or not (point.skipped or step_of(point).kind == "text"):
            yield point


def _in_the_way(meeting: Meeting) -> Words:
    """What stands in the way of measures; where the room spoke of obstacles, told apart from it."""
    if meeting.deck(OBSTACLES):
        return Say("Obstacles to the measures, and ways past them")
    return Say("Obstacles and ways past them")


def _skipped(meeting: Meeting) -> tuple[Block, ...]:
    """What stood on the agenda and was not taken up."""
    held = {step for step, _ in meeting.visits}
    found = (point for point in meeting.points if point.skipped and point.id not in held)
    bullets = tuple(Bullet(point.title) for point in found)
    return (Bullets(bullets),) if bullets else ()


def _shortened(blocks: Iterable[Block], options: Options) -> list[Block]:
    """Long results end where the room's choice ends; the whole list is in the annex, if wanted."""
    shown: list[Block] = []
    for block in blocks:
        if isinstance(block, Tally):
            shown += _top(block, options.ranking)
        else:
            shown.append(block)
    return shown


def _top(block: Tally, in_annex: bool) -> tuple[Block, ...]:
    top = tuple(bar for bar in block.bars if bar.place != "out")
    left = len(block.bars) - len(top)
    if not top or not left:
        return (block,)
    further = Count(
        "%(n)s more area is in the annex, with the whole list.",
        "%(n)s more areas are in the annex, with the whole list.",
        left,
    )
    others = Count("%(n)s more area was voted on.", "%(n)s more areas were voted on.", left)
    more = Note(further if in_annex else others, "quiet")
    return (Tally(top, block.most, block.caption), more)
