"""Counts a closed round and finds what is certain and what is tied; no result depends on order."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from workshop.domain.meeting import Meeting
from workshop.domain.round import Round
from workshop.domain.sheet import Place


@dataclass(frozen=True)
class Row:
    """One item: points, how many people gave it any (None where nobody knows), rank from 1."""

    item: str
    votes: int
    people: int | None
    rank: int
    place: Place


@dataclass(frozen=True)
class Result:
    """The whole ranked list of a round, highest first; equal ranks where votes are equal.

    `certain` are in whatever happens, `tied` share the last places, `free` is how many places the
    tied compete for (0 when there is no tie at the cut). `close` marks a cut decided by one vote.
    """

    rows: tuple[Row, ...]
    certain: tuple[str, ...]
    tied: tuple[str, ...]
    free: int
    close: bool
    voted: int
    by_hand: int
    present: int

    @property
    def too_many(self) -> bool:
        """More ballots than people present: something was entered twice, or somebody not ticked."""
        return self.voted > self.present


@lru_cache(maxsize=16)
def result(round_: Round) -> Result:
    """The result of a closed round, computed from nothing but its ballots and hand counts.

    Each key of the leader asks for it several times, and a room may have two thousand ballots.
    """
    votes = _votes(round_)
    certain, tied = cut(votes, round_.fills, least=0 if round_.runoff_of else 1)
    by_hand = sum(b.by_hand for b in round_.ballots) + sum(c.people for c in round_.counts)
    return Result(
        rows=_rows(round_, votes, certain, tied),
        certain=certain,
        tied=tied,
        free=round_.fills - len(certain) if tied else 0,
        close=len(certain) == round_.fills and _close(votes, certain),
        voted=sum(not b.by_hand for b in round_.ballots) + by_hand,
        by_hand=by_hand,
        present=round_.present,
    )


def cut(
    votes: dict[str, int], fills: int, least: int = 1
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The items certainly among the `fills` highest, and those tied for what is left.

    An item with fewer votes than `least` is never in: nobody chose it. In a run-off `least` is 0,
    because each item was chosen by as many in the round before.
    """
    levels = sorted({count for count in votes.values() if count >= least}, reverse=True)
    certain: list[str] = []
    for level in levels:
        here = [item for item, count in votes.items() if count == level]
        if len(certain) + len(here) > fills:
            return tuple(certain), tuple(here) if len(certain) < fills else ()
        certain += here
    return tuple(certain), ()


def votings(meeting: Meeting) -> list[Round]:
    """Every round that was a vote, cancelled ones too; a pulse chooses nothing."""
    return [round_ for round_ in meeting.rounds.values() if round_.about == "vote"]


def family(meeting: Meeting, round_: Round) -> list[Round]:
    """A round and its run-offs, in the order they were held; cancelled ones left out."""
    chain = [round_]
    for later in meeting.rounds.values():
        if later.runoff_of == chain[-1].id and later.state != "cancelled":
            chain.append(later)
    return chain


def standing(meeting: Meeting, step: str) -> Round | None:
    """The round in force at a vote step: the latest that is not a run-off and not cancelled."""
    own = [r for r in meeting.rounds.values() if r.step == step and r.state != "cancelled"]
    return next((r for r in reversed(own) if r.runoff_of is None), None)


def last(meeting: Meeting, step: str) -> Round | None:
    """The round that is open or was held last at a vote step, run-offs included."""
    own = [r for r in meeting.rounds.values() if r.step == step and r.state != "cancelled"]
    return own[-1] if own else None


def chosen(meeting: Meeting, step: str) -> tuple[str, ...]:
    """The items that go on from a vote step, after run-offs and the leader's choices."""
    first = standing(meeting, step)
    if first is None or first.state != "revealed":
        return ()
    picked: list[str] = []
    for round_ in family(meeting, first):
        if round_.state == "revealed":
            picked += _picked(round_)
    return tuple(dict.fromkeys(picked))


def unsettled(meeting: Meeting, step: str) -> Result | None:
    """The result whose tie still waits for the leader, if there is one."""
    round_ = last(meeting, step)
    if round_ is None or round_.state != "revealed" or round_.settled is not None:
        return None
    found = result(round_)
    return found if found.tied else None


def _picked(round_: Round) -> tuple[str, ...]:
    settled = round_.settled.items if round_.settled else ()
    return (*result(round_).certain, *settled)


def _votes(round_: Round) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for ballot in round_.ballots:
        counts.update(ballot.points)
    for hands in round_.counts:
        counts.update(hands.points)
    return {item: counts[item] for item in round_.items}


def _people(round_: Round, item: str) -> int | None:
    if round_.per != "person" or (round_.counts and (round_.stacking or round_.ranked)):
        return None
    ballots = sum(1 for ballot in round_.ballots if ballot.points.get(item))
    return ballots + sum(hands.points.get(item, 0) for hands in round_.counts)


def _rows(
    round_: Round, votes: dict[str, int], certain: tuple[str, ...], tied: tuple[str, ...]
) -> tuple[Row, ...]:
    ordered = sorted(round_.items, key=lambda item: -votes[item])
    return tuple(
        Row(
            item=item,
            votes=votes[item],
            people=_people(round_, item),
            rank=1 + sum(other > votes[item] for other in votes.values()),
            place="certain" if item in certain else "tied" if item in tied else "out",
        )
        for item in ordered
    )


def _close(votes: dict[str, int], certain: tuple[str, ...]) -> bool:
    inside = [votes[item] for item in certain]
    outside = [count for item, count in votes.items() if item not in certain]
    return bool(outside) and min(inside) - max(outside) == 1
