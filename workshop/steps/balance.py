"""Votes per kind of party, shown only where they give nobody away."""

from collections import Counter
from collections.abc import Mapping

from workshop.domain.few import FEWEST
from workshop.domain.meeting import Meeting
from workshop.domain.party import PartyKind
from workshop.domain.round import Ballot, Round
from workshop.domain.sheet import Board, Bullet, Column
from workshop.domain.words import Count


def balance(
    round_: Round, box: Mapping[str, Ballot], kinds: Mapping[str, PartyKind]
) -> dict[PartyKind, dict[str, int]]:
    """Votes per kind of party; nothing at all where one of them, or the rest, is under five.

    `kinds` tells the kind of each voter. What is left when the others are taken from the whole must
    not give a few people away either, so ballots of no kind count as a kind of their own.
    """
    counts: dict[PartyKind | None, Counter[str]] = {}
    ballots: Counter[PartyKind | None] = Counter()
    for key, ballot in box.items():
        kind = kinds.get(key)
        ballots[kind] += 1
        counts.setdefault(kind, Counter()).update(ballot.points)
    shown = {kind: dict(votes) for kind, votes in counts.items() if kind is not None}
    few = any(n < FEWEST for n in ballots.values())
    return {} if few or round_.counts or len(shown) < 2 else shown


def balance_board(meeting: Meeting, round_: Round, top: int = 3) -> Board:
    """The highest items of each kind of party; ties at the end are all shown."""
    return Board(
        tuple(
            Column(meeting.kind_name(kind), _highest(meeting, votes, top))
            for kind, votes in round_.balance.items()
        )
    )


def _highest(meeting: Meeting, votes: Mapping[str, int], top: int) -> tuple[Bullet, ...]:
    levels = sorted((n for n in votes.values() if n), reverse=True)[:top]
    ordered = sorted(votes, key=lambda item: -votes[item])
    return tuple(
        Bullet(meeting.cards[item].words, mark=Count("%(n)s vote", "%(n)s votes", votes[item]))
        for item in ordered
        if levels and votes[item] >= levels[-1] and item in meeting.cards
    )
