"""Rounds of voting as facts: opening, the ballot form, closing, run-offs and settling ties."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from random import Random

from workshop.domain.event import Cast, VoteClosed, VoteOpened
from workshop.domain.form import Form, Number, Option, Points
from workshop.domain.meeting import Meeting
from workshop.domain.party import KIND_NAMES, PartyKind
from workshop.domain.reading import RANKED_POINTS, Filled
from workshop.domain.refused import MovedOn, Refused
from workshop.domain.round import Round, Way
from workshop.domain.sheet import Bar, Board, Bullet, Column, Note, Place, Tally
from workshop.domain.step import Blocks, Moment, Who
from workshop.domain.tally import Result, Row, chosen, family, last, result, standing
from workshop.domain.words import Count, Joined, Say, Words, said

FEWEST = 5

LATE = Say(
    "Voting has closed, so this ballot came too late and is not counted. Tell the facilitator if "
    "you need to be counted by hand."
)
ANONYMOUS = Say(
    "Secret. You can change your ballot until voting closes; then the link to you is destroyed."
)


def voter(meeting: Meeting, round_: Round, who: str) -> str:
    """The pseudonym of a phone in one round; of no use once the box is emptied.

    With one ballot an organisation, all its phones share one.
    """
    key = who
    if round_.per == "organisation" and who in meeting.people:
        key = meeting.people[who].organisation.casefold()
    return blake2b(key.encode(), key=round_.id.encode(), digest_size=12).hexdigest()


def entitled(meeting: Meeting, per: str) -> int:
    """How many ballots there can be: people present, or organisations present."""
    if per == "person":
        return len(meeting.present())
    return len({person.organisation.casefold() for person in meeting.present()})


def open_round(meeting: Meeting, step: str) -> Round | None:
    """The round that takes ballots now."""
    round_ = last(meeting, step)
    return round_ if round_ and round_.state == "open" and not meeting.ended else None


def ballot_form(meeting: Meeting, round_: Round, who: Who, shuffle: bool) -> Form:
    """One whole ballot, with what was sent before."""
    box = meeting.box.get(round_.id, {})
    before = None if who.by_hand else box.get(voter(meeting, round_, who.id))
    options = [
        Option(
            key=item,
            words=meeting.cards[item].words,
            hint=Joined(tuple(card.words for card in meeting.beneath(item)), " · "),
        )
        for item in round_.items
        if item in meeting.cards
    ]
    if shuffle:
        Random(f"{round_.id}{who.id}").shuffle(options)
    field = Points(
        name="ballot",
        label=rule(round_),
        options=tuple(options),
        value=before.points if before else {},
        votes=round_.votes,
        stacking=round_.stacking,
        ranked=round_.ranked,
        use_all=round_.use_all,
    )
    submit = Say("Change my ballot") if before else Say("Send my ballot")
    return Form(fields=(field,), submit=submit, notice=ANONYMOUS, stamp=round_.id)


def rule(round_: Round) -> Words:
    """What a voter may do."""
    if round_.per == "organisation":
        return Joined((rule(replace(round_, per="person")), ONE_EACH), " ")
    votes = round_.votes
    if round_.ranked:
        return Say("Choose your first, second and third. They give 3, 2 and 1 points.")
    if round_.stacking:
        return Count(
            "You have %(n)s vote.", "You have %(n)s votes. Several may go to the same item.", votes
        )
    if round_.use_all:
        return Count("Choose %(n)s.", "Choose exactly %(n)s.", votes)
    return Count(
        "Choose up to %(n)s. None is a blank ballot.",
        "Choose up to %(n)s. Fewer is fine, none is a blank ballot.",
        votes,
    )


def cast(meeting: Meeting, round_: Round | None, who: Who, filled: Filled, moment: Moment) -> Cast:
    """One ballot into the box; a ballot typed by hand is one of its own."""
    if round_ is None:
        raise MovedOn(LATE)
    ballot = filled.points("ballot")
    key = (
        f"hand-{moment.new_id()}" if who.by_hand and not who.id else voter(meeting, round_, who.id)
    )
    return Cast(round=round_.id, voter=key, points=ballot, by_hand=who.by_hand)


def opened(
    step: str, items: tuple[str, ...], like: Mapping[str, int | bool | str], moment: Moment
) -> VoteOpened:
    """A new round on this frozen list."""
    return VoteOpened.model_validate(
        {"step": step, "round": moment.new_id(), "items": items, **like}
    )


def closed(meeting: Meeting, round_: Round) -> VoteClosed:
    """The box turned into ballots that are nobody's any more."""
    box = meeting.box.get(round_.id, {}).values()
    return VoteClosed(
        round=round_.id,
        present=entitled(meeting, round_.per),
        ballots=_unlinked(ballot.points for ballot in box if not ballot.by_hand),
        by_hand=_unlinked(ballot.points for ballot in box if ballot.by_hand),
        balance=_balance(meeting, round_),
    )


def _unlinked(ballots: Iterable[Mapping[str, int]]) -> tuple[dict[str, int], ...]:
    """In the order of what stands on them, and on each one too: no order of a phone or of time."""
    return tuple(dict(points) for points in sorted(sorted(one.items()) for one in ballots))


def _balance(meeting: Meeting, round_: Round) -> dict[PartyKind, dict[str, int]]:
    """Votes per kind of party; nothing at all where one of them, or the rest, is under five.

    What is left when the others are taken from the whole must not give a few people away either,
    so ballots that belong to no kind count as a kind of their own.
    """
    kinds = {voter(meeting, round_, p.id): p.party for p in meeting.people.values()}
    counts: dict[PartyKind | None, Counter[str]] = {}
    ballots: Counter[PartyKind | None] = Counter()
    for key, ballot in meeting.box.get(round_.id, {}).items():
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
            Column(KIND_NAMES[kind], _highest(meeting, votes, top))
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


def count_form(meeting: Meeting, round_: Round) -> Form:
    """How many hands each item got, and how many people raised theirs."""
    numbers = tuple(
        Number(name=f"votes-{item}", label=meeting.cards[item].words, high=1_000)
        for item in round_.items
        if item in meeting.cards
    )
    people = Number(
        name="people",
        label=Say("How many people took part in this count?"),
        low=1,
        high=1_000,
        required=True,
    )
    return Form(fields=(*numbers, people), submit=Say("Save the count"))


def counted(round_: Round, filled: Filled) -> tuple[dict[str, int], int]:
    """The votes per item and the number of people; refused if they cannot be right."""
    votes = {
        name.removeprefix("votes-"): filled.number(name) or 0
        for name in filled.values
        if name.startswith("votes-")
    }
    people = filled.number("people") or 0
    most, each = _most_points(round_)
    _possible(sum(votes.values()), people, each)
    _possible(max(votes.values(), default=0), people, most)
    return votes, people


def _most_points(round_: Round) -> tuple[int, int]:
    """The most points that one person can give to one item, and in all."""
    if round_.ranked:
        return RANKED_POINTS[0], sum(RANKED_POINTS)
    return round_.votes if round_.stacking else 1, round_.votes


def _possible(votes: int, people: int, each: int) -> None:
    if votes > people * each:
        raise Refused(
            said(
                "%(votes)s votes are more than %(people)s people with %(each)s each can give. "
                "Count again.",
                votes=votes,
                people=people,
                each=each,
            )
        )


def tally(meeting: Meeting, round_: Round) -> Tally:
    """The whole ranked list, zero votes included."""
    found, going_on = result(round_), chosen(meeting, round_.step)
    bars = tuple(
        Bar(
            words=meeting.cards[row.item].words if row.item in meeting.cards else "",
            votes=row.votes,
            people=row.people,
            share=_share(row.people, found.present),
            place=_place(row, round_, going_on),
            rank=row.rank,
        )
        for row in found.rows
    )
    return Tally(bars, max((row.votes for row in found.rows), default=0))


def _place(row: Row, round_: Round, going_on: Sequence[str]) -> Place:
    """As counted, but a tie that the plenary or lots settled is a tie no more."""
    if row.place == "tied" and row.item in going_on:
        return "chosen"
    over = round_.settled is not None and round_.settled.way in ("plenary", "lots")
    return "out" if row.place == "tied" and over else row.place


def result_blocks(meeting: Meeting, round_: Round) -> Blocks:
    """The ranked list, how it was counted, and what is unsure about it."""
    found = result(round_)
    return (
        tally(meeting, round_),
        Note(counted_words(found), "quiet"),
        *((Note(tie_words(found, round_), "strong"),) if found.tied else ()),
        *((Note(CLOSE, "quiet"),) if found.close else ()),
        *((Note(TOO_MANY, "warning"),) if found.too_many else ()),
    )


CLOSE = Say("One vote decided the last place.")
TOO_MANY = Say(
    "More ballots than people present. Has somebody not been ticked off, or been counted twice?"
)


def counted_words(found: Result) -> Words:
    """ "14 of 15 voted, 2 of them by hand" in words."""
    voted = said("%(voted)s of %(of)s present voted", voted=found.voted, of=found.present)
    if not found.by_hand:
        return Joined((voted, "."), "")
    hand = said("%(n)s of %(of)s by hand", n=found.by_hand, of=found.voted)
    return Joined((Joined((voted, hand)), "."), "")


def tie_words(found: Result, round_: Round) -> Words:
    """The tie, and how it was settled if it was."""
    tied = Count(
        "%(tied)s have equally many votes for %(n)s place.",
        "%(tied)s have equally many votes for %(n)s places.",
        found.free,
        {"tied": len(found.tied)},
    )
    if round_.settled is None:
        return tied
    return Joined((tied, settled_words(round_)), " ")


ONE_EACH = Say("One ballot for each organisation: the last one sent counts.")
WAYS: dict[Way, Say] = {
    "all": Say("All of them were included."),
    "runoff": Say("A new round was held between them."),
    "plenary": Say("The plenary decided: %(reason)s"),
    "postpone": Say("The choice between them was postponed."),
    "lots": Say("Lots were drawn (number %(seed)s)."),
}


def settled_words(round_: Round) -> Words:
    """How the leader settled the tie of this round; "" if that has not happened."""
    if round_.settled is None:
        return ""
    seed = round_.settled.seed if round_.settled.seed is not None else ""
    return said(WAYS[round_.settled.way].text, reason=round_.settled.reason, seed=seed)


def held(meeting: Meeting, step: str) -> Blocks:
    """Every revealed round in force at a step, run-offs after their first round."""
    first = standing(meeting, step)
    if first is None:
        return ()
    return tuple(
        block
        for round_ in family(meeting, first)
        if round_.state == "revealed"
        for block in result_blocks(meeting, round_)
    )


def _share(people: int | None, present: int) -> float | None:
    return min(1.0, people / present) if people is not None and present else None
