"""Paper ballots: the list as it was frozen, several a page, with lines to cut along."""

from collections.abc import Sequence

from workshop.domain.card import Card
from workshop.domain.event import Point
from workshop.domain.meeting import Meeting
from workshop.domain.round import Round
from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Note
from workshop.domain.tally import last
from workshop.domain.words import Count, Joined, Language, Own, Say, Words
from workshop.export.element import TAB, around, paragraph, runs
from workshop.export.frame import begun, day
from workshop.export.options import Options
from workshop.export.piece import Piece
from workshop.export.word import Word
from workshop.steps import step_of
from workshop.steps.ballot import rule
from workshop.steps.vote import Vote, coming
from workshop.steps.voters import entitled

TITLE = Say("Paper ballots")
FEWEST = 12
LONG = 20  # items; a longer list is printed once, and ballots have lines for numbers
_TOGETHER = "<w:keepNext/><w:keepLines/>"
_ITEM = (
    f'{_TOGETHER}<w:tabs><w:tab w:val="left" w:pos="500"/></w:tabs>'
    '<w:spacing w:before="50" w:after="50"/><w:ind w:left="500" w:hanging="500"/>'
)
_CUT = (
    '<w:pBdr><w:bottom w:val="dashed" w:sz="6" w:space="8" w:color="595959"/></w:pBdr>'
    '<w:spacing w:before="0" w:after="200"/>'
)


def ballots(meeting: Meeting, language: Language, options: Options | None = None) -> bytes | None:
    """A Word file with a ballot for everybody present, at least twelve; None without a list.

    What the facilitator needs to know is on the first page. Ballots begin on the next and are
    equally tall, so that one cut goes through both columns.
    """
    found = [(point, round_) for point in meeting.points if (round_ := to_vote(meeting, point))]
    if not found:
        return None
    word = begun(meeting, language, TITLE, options or Options(), draft="")
    for point, round_ in found:
        word.section(point.title, _guide(meeting, round_))
    word.columns(2)
    for point, round_ in found:
        for _ in range(copies(meeting, round_)):
            _ballot(word, meeting, point, round_)
    return word.to_bytes()


def copies(meeting: Meeting, round_: Round) -> int:
    return max(FEWEST, entitled(meeting, round_))


def _guide(meeting: Meeting, round_: Round) -> tuple[Block, ...]:
    """What to print, cut and count; and a list too long for a ballot, for the wall."""
    count = Count("%(n)s ballot", "%(n)s ballots", copies(meeting, round_))
    cards = [meeting.cards[item] for item in round_.items if item in meeting.cards]
    listed = Bullets(tuple(Bullet(card.words) for card in cards), numbered=True)
    return (
        Facts(
            ((Say("Rule"), rule(round_)), (Say("To print"), count), (Say("List"), _length(cards)))
        ),
        Note(Say("Print these pages on one side and cut along the lines. One ballot a voter.")),
        Note(
            Say(
                "Before you close voting, count them in the program as paper ballots: the notes "
                "then say how many were counted by hand."
            )
        ),
        *(
            (Note(Say("Put this list up where everybody sees it.")), listed)
            if is_long(round_)
            else ()
        ),
    )


def _length(cards: Sequence[Card]) -> Words:
    return Count("%(n)s area", "%(n)s areas", len(cards))


def is_long(round_: Round) -> bool:
    """Whether ballots have lines for numbers instead of the list itself."""
    return len(round_.items) > LONG


def to_vote(meeting: Meeting, point: Point) -> Round | None:
    """The frozen list of the round held last, else the list as it stands; None without items."""
    step = step_of(point)
    if not isinstance(step, Vote):
        return None
    round_ = last(meeting, step.id) or coming(meeting, step)
    return round_ if any(item in meeting.cards for item in round_.items) else None


def _ballot(word: Word, meeting: Meeting, point: Point, round_: Round) -> None:
    """Kept whole on one page: a box or a line before each item, or numbers where there are many."""
    _line(word, Joined((point.title, Own(meeting.network), day(meeting)), " · "), "Strong")
    _line(word, rule(round_))
    if is_long(round_):
        _line(word, Say("Write the numbers of your choices, as on the list:"))
        word.put(paragraph("NoSpacing", [Piece(_blanks(round_))], look=_ITEM))
    else:
        _items(word, meeting, round_)
    word.put(paragraph("NoSpacing", [Piece("✂")], look=f"<w:keepLines/>{_CUT}"))


def _blanks(round_: Round) -> str:
    """A line for each choice, in order where the order counts."""
    ranks = [f"{rank}: " if round_.ranked else "" for rank in range(1, round_.votes + 1)]
    return "  ".join(f"{rank}______" for rank in ranks)


def _items(word: Word, meeting: Meeting, round_: Round) -> None:
    box = "____" if round_.ranked or round_.stacking else "☐"
    for item in round_.items:
        if item in meeting.cards:
            line = runs([Piece(box)]) + TAB + runs(word.pieces(meeting.cards[item].words))
            word.put(around("NoSpacing", line, _ITEM))


def _line(word: Word, words: Words, letters: str = "") -> None:
    word.put(paragraph("NoSpacing", word.pieces(words), letters, _TOGETHER))
