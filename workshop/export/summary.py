"""The summary of the minutes: what one wants to know in two minutes."""

from collections.abc import Mapping

from workshop.domain.contribution import written
from workshop.domain.measure import Measure, is_open
from workshop.domain.meeting import Meeting
from workshop.domain.round import Round
from workshop.domain.sheet import Block, Bullet, Bullets, Heading, Note
from workshop.domain.tally import chosen, result, standing, unsettled
from workshop.domain.words import Count, Joined, Say, Words
from workshop.export.contributions import by_kind
from workshop.export.height import tall
from workshop.export.options import Options
from workshop.export.register import Area, columns, listed, table
from workshop.export.taken_up import followed_up, points
from workshop.export.voting import vote_steps
from workshop.language import Tongue
from workshop.steps import step_of
from workshop.steps.account import MANY
from workshop.steps.followup import agreed_facts
from workshop.steps.goal import Goal, goal_of
from workshop.steps.outcome import revealed

SHOWN = (0, 1, 2, 4)  # number, measure, responsible, deadline
MOST_ROWS, FEWEST_ROWS = 8, 2
THREE = Say("The three most important")
MOST = Say("The most important")


def summary(
    meeting: Meeting, every: list[Area], options: Options, tongue: Tongue, room: int
) -> tuple[Block, ...]:
    """Counts, the top areas, what was agreed, what was taken up; what did not happen is left out.

    As many measures of `every` area, and as much of what was taken up, as fit in the `room` left
    on the page, in twentieths of a point.
    """
    found, before = _agreed(meeting, every), (*_told(meeting), Heading(Say("Agreed")))
    after = (agreed_facts(meeting),)
    most, left = min(MOST_ROWS, len(found)), room - tall((*before, *after), tongue)
    agreed = [_measures(meeting, found, rows, options) for rows in range(most, -1, -1)]
    whole, least = agreed[: max(0, most - _SOME_ROWS) + 1], agreed[: max(0, most - FEWEST_ROWS) + 1]
    told = [(one, tall(one, tongue)) for one in _taken_up(meeting)]
    for rows in whole:
        room_left = left - tall(rows, tongue)
        for more, high in told:
            if high <= room_left:
                return (*before, *rows, *after, *more)
    fits = (rows for rows in least if tall(rows, tongue) <= left)
    return (*before, *next(fits, least[-1]), *after)


def _agreed(meeting: Meeting, every: list[Area]) -> list[tuple[int, Measure]]:
    """What was agreed at this meeting; where that is nothing new, what is still to be done."""
    found = listed(every)
    new = [pair for pair in found if pair[1].id not in meeting.carried]
    return new or [pair for pair in found if is_open(pair[1])]


_TAKEN_UP = Say("What was taken up")
_TEXTS = (8, 4, 0)  # beneath each point, until all fits on the page
_SOME_ROWS = 6  # measures that what was taken up does not take the room of


def _taken_up(meeting: Meeting) -> list[tuple[Block, ...]]:
    """What was taken up in ever fewer words, at last in a paragraph instead of a list."""
    found = points(meeting)
    if not found:
        return [()]
    told: list[Block] = [Bullets(tuple(one.bullet(most) for one in found)) for most in _TEXTS]
    passing = Note(Joined(tuple(Joined((one.title, one.mark), " – ") for one in found), "; "))
    return [(Heading(_TAKEN_UP), one) for one in (*told, passing)]


def _told(meeting: Meeting) -> tuple[Block, ...]:
    counts = Bullets(tuple(Bullet(words) for words in _counts(meeting)))
    return (counts, *_goal(meeting), *_top(meeting))


def _goal(meeting: Meeting) -> tuple[Block, ...]:
    """The goal, where the meeting spoke of it."""
    held = {step for step, _ in meeting.visits}
    card = goal_of(meeting)
    spoke = any(p.id in held and isinstance(step_of(p), Goal) for p in meeting.points)
    return (Heading(Say("Goal")), Note(card.words)) if card and spoke else ()


def _counts(meeting: Meeting) -> list[Words]:
    wrote = written(meeting)
    contributions: Words = Count(
        "%(n)s contribution was written", "%(n)s contributions were written", len(wrote)
    )
    kinds = by_kind(meeting, wrote)
    return [
        *((Joined((contributions, kinds), " – "),) if wrote else ()),
        *(words for step in vote_steps(meeting) for words in _votes(meeting, step)),
        *followed_up(meeting),
    ]


def _votes(meeting: Meeting, step: str) -> tuple[Words, ...]:
    round_ = standing(meeting, step)
    if round_ is None or round_.state != "revealed":
        return ()
    found = result(round_)
    gaps: dict[str, Words] = {"voted": found.voted, "present": found.present}
    return (
        _voted(round_, gaps),
        *((MANY[round_.per],) if found.too_many else ()),
        *((_tied(),) if unsettled(meeting, step) else ()),
    )


def _voted(round_: Round, gaps: Mapping[str, Words]) -> Words:
    """Who could vote: everybody present, or with one ballot for several, those who share it."""
    if round_.per == "person":
        return Count(
            "%(voted)s of %(present)s present voted on %(n)s area",
            "%(voted)s of %(present)s present voted on %(n)s areas",
            len(round_.items),
            gaps,
        )
    return Count(
        "%(voted)s of %(present)s possible ballots were cast on %(n)s area",
        "%(voted)s of %(present)s possible ballots were cast on %(n)s areas",
        len(round_.items),
        gaps,
    )


def _tied() -> Words:
    return Say("A tie at the cut had not been settled")


def _top(meeting: Meeting) -> tuple[Block, ...]:
    """The areas that go on, per vote, with their votes."""
    blocks: list[Block] = []
    for step in vote_steps(meeting):
        items = [item for item in chosen(meeting, step) if item in meeting.cards]
        rounds = revealed(meeting, step)
        if items and rounds:
            bullets = tuple(_area(meeting, rounds, item) for item in items)
            blocks.append(Heading(THREE if len(items) == 3 else MOST))
            blocks.append(Bullets(bullets, numbered=True))
    return tuple(blocks)


def _area(meeting: Meeting, rounds: list[Round], item: str) -> Bullet:
    """An area with its votes, those of a run-off after those of the first round."""
    found = [row.votes for one in rounds for row in result(one).rows if row.item == item]
    votes: Words = Count("%(n)s vote", "%(n)s votes", found[0] if found else 0)
    again = (Say("%(votes)s in the run-off", {"votes": one}) for one in found[1:])
    return Bullet(meeting.cards[item].words, mark=Joined((votes, *again)))


def _measures(
    meeting: Meeting, found: list[tuple[int, Measure]], rows: int, options: Options
) -> tuple[Block, ...]:
    if not found:
        return ()
    accepted = sum(measure.accepted for _, measure in found)
    said_yes = Count(
        "%(accepted)s of %(n)s measure has somebody responsible who has said yes.",
        "%(accepted)s of %(n)s measures have somebody responsible who has said yes.",
        len(found),
        {"accepted": accepted},
    )
    all_columns = columns(meeting, options)
    shown = [all_columns[n] for n in SHOWN]
    return (Note(said_yes), table(found[:rows], shown), *more_measures(len(found) - rows))


def more_measures(left: int) -> tuple[Block, ...]:
    """The first page stays one page, however much was agreed."""
    if left <= 0:
        return ()
    more = Count(
        "%(n)s more measure is further down.", "%(n)s more measures are further down.", left
    )
    return (Note(more, "quiet"),)
