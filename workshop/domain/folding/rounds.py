"""Votes: rounds, their ballots and how ties were settled."""

from collections.abc import Callable
from dataclasses import replace

from workshop.domain import event as ev
from workshop.domain.folding.changes import Changes, having, lacking
from workshop.domain.meeting import Meeting
from workshop.domain.round import Ballot, HandCount, Round, Settlement


def _vote_opened(meeting: Meeting, event: ev.VoteOpened, entry: ev.Entry) -> Meeting:
    opened = Round(
        id=event.round,
        step=event.step,
        items=event.items,
        votes=event.votes,
        fills=event.fills,
        stacking=event.stacking,
        ranked=event.ranked,
        use_all=event.use_all,
        per=event.per,
        groups=event.groups,
        runoff_of=event.runoff_of,
        about=event.about,
        opened=entry.number,
    )
    return replace(meeting, rounds=having(meeting.rounds, opened.id, opened))


def _vote_cancelled(meeting: Meeting, event: ev.VoteCancelled, entry: ev.Entry) -> Meeting:
    emptied = replace(meeting, box=lacking(meeting.box, event.round))
    gone = _round(emptied, event.round, lambda round_: replace(round_, state="cancelled"))
    parent = gone.rounds[event.round].runoff_of if event.round in gone.rounds else None
    # Without its run-off a tie is open again, and the leader chooses anew.
    return _round(gone, parent or "", lambda round_: replace(round_, settled=None))


def _counted(meeting: Meeting, event: ev.Counted, entry: ev.Entry) -> Meeting:
    count = HandCount(event.way, dict(event.points), event.people)
    return _round(
        meeting,
        event.round,
        lambda round_: replace(
            round_, counts=(*(c for c in round_.counts if c.way != count.way), count)
        ),
    )


def _vote_closed(meeting: Meeting, event: ev.VoteClosed, entry: ev.Entry) -> Meeting:
    ballots = (
        *(Ballot(dict(points)) for points in event.ballots),
        *(Ballot(dict(points), by_hand=True) for points in event.by_hand),
    )
    emptied = replace(meeting, box=lacking(meeting.box, event.round))
    return _round(
        emptied,
        event.round,
        lambda round_: replace(
            round_,
            state="closed",
            present=event.present,
            alone=event.alone,
            ballots=ballots,
            balance=event.balance,
        ),
    )


def _revealed(meeting: Meeting, event: ev.Revealed, entry: ev.Entry) -> Meeting:
    return _round(meeting, event.round, lambda round_: replace(round_, state="revealed"))


def _settled(meeting: Meeting, event: ev.Settled, entry: ev.Entry) -> Meeting:
    settled = Settlement(event.way, event.items, event.reason, event.seed)
    return _round(meeting, event.round, lambda round_: replace(round_, settled=settled))


def _round(meeting: Meeting, round_: str, change: Callable[[Round], Round]) -> Meeting:
    if round_ not in meeting.rounds:
        return meeting
    return replace(meeting, rounds=having(meeting.rounds, round_, change(meeting.rounds[round_])))


CHANGES: Changes = {
    ev.VoteOpened: _vote_opened,
    ev.VoteCancelled: _vote_cancelled,
    ev.Counted: _counted,
    ev.VoteClosed: _vote_closed,
    ev.Revealed: _revealed,
    ev.Settled: _settled,
}
