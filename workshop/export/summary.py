"""The summary of the minutes: what one wants to know in two minutes."""

from workshop.domain.meeting import Meeting
from workshop.domain.round import Round
from workshop.domain.sheet import Block, Bullet, Bullets, Heading, Note
from workshop.domain.tally import chosen, result, standing, unsettled
from workshop.domain.words import Count, Joined, Say, Words
from workshop.export.contributions import by_kind, written
from workshop.export.options import Options
from workshop.export.register import columns, numbered, table
from workshop.export.voting import vote_steps
from workshop.steps.followup import agreed_facts

SHOWN = (0, 1, 2, 4)  # number, measure, responsible, deadline
MOST_ROWS = 8
THREE = Say("The three most important")
MOST = Say("The most important")


def summary(meeting: Meeting, options: Options) -> tuple[Block, ...]:
    """Counts, the top areas, what was agreed; what did not happen is left out."""
    return (
        Bullets(tuple(Bullet(words) for words in _counts(meeting))),
        *_top(meeting),
        Heading(Say("Agreed")),
        *_measures(meeting, options),
        agreed_facts(meeting),
    )


def _counts(meeting: Meeting) -> list[Words]:
    wrote = written(meeting)
    contributions: Words = Count(
        "%(n)s contribution was written", "%(n)s contributions were written", len(wrote)
    )
    kinds = by_kind(meeting, wrote)
    return [
        *((Joined((contributions, kinds), " – "),) if wrote else ()),
        *(words for step in vote_steps(meeting) for words in _votes(meeting, step)),
    ]


def _votes(meeting: Meeting, step: str) -> tuple[Words, ...]:
    round_ = standing(meeting, step)
    if round_ is None or round_.state != "revealed":
        return ()
    found = result(round_)
    counted = Count(
        "%(voted)s of %(present)s present voted on %(n)s area",
        "%(voted)s of %(present)s present voted on %(n)s areas",
        len(round_.items),
        {"voted": found.voted, "present": found.present},
    )
    return (counted, *((_tied(),) if unsettled(meeting, step) else ()))


def _tied() -> Words:
    return Say("A tie at the cut had not been settled")


def _top(meeting: Meeting) -> tuple[Block, ...]:
    """The areas that go on, per vote, with their votes."""
    blocks: list[Block] = []
    for step in vote_steps(meeting):
        items = [item for item in chosen(meeting, step) if item in meeting.cards]
        round_ = standing(meeting, step)
        if items and round_:
            blocks.append(Heading(THREE if len(items) == 3 else MOST))
            bullets = tuple(_area(meeting, round_, item) for item in items)
            blocks.append(Bullets(bullets, numbered=True))
    return tuple(blocks)


def _area(meeting: Meeting, round_: Round, item: str) -> Bullet:
    votes = next((row.votes for row in result(round_).rows if row.item == item), 0)
    return Bullet(meeting.cards[item].words, mark=Count("%(n)s vote", "%(n)s votes", votes))


def _measures(meeting: Meeting, options: Options) -> tuple[Block, ...]:
    found = numbered(meeting)
    if not found:
        return ()
    accepted = sum(measure.accepted for _, measure in found)
    said_yes = Count(
        "%(accepted)s of %(n)s measure has a responsible who has said yes.",
        "%(accepted)s of %(n)s measures have a responsible who has said yes.",
        len(found),
        {"accepted": accepted},
    )
    all_columns = columns(meeting, options)
    shown = [all_columns[n] for n in SHOWN]
    return (Note(said_yes), table(found[:MOST_ROWS], shown), *_more(len(found)))


def _more(measures: int) -> tuple[Block, ...]:
    """The first page stays one page, however much was agreed."""
    if measures <= MOST_ROWS:
        return ()
    more = Count(
        "%(n)s more measure is further down.",
        "%(n)s more measures are further down.",
        measures - MOST_ROWS,
    )
    return (Note(more, "quiet"),)
