"""Rounds of voting as facts: opening, the ballot form, closing, run-offs and settling ties."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from random import Random

from workshop.domain.event import Cast, VoteClosed, VoteOpened
from workshop.domain.form import Form, Number, Option, Points
from workshop.domain.meeting import Meeting
from workshop.domain.reading import RANKED_POINTS, Filled
from workshop.domain.refused import MovedOn, Refused
from workshop.domain.round import Round
from workshop.domain.step import Moment, Who
from workshop.domain.tally import last
from workshop.domain.words import Count, Joined, Say, Words, said
from workshop.steps.balance import balance

ONE_EACH = Say("One ballot for each organisation: the last one sent counts.")
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
    box = meeting.box.get(round_.id, {})
    kinds = {voter(meeting, round_, p.id): p.party for p in meeting.people.values()}
    return VoteClosed(
        round=round_.id,
        present=entitled(meeting, round_.per),
        ballots=_unlinked(one.points for one in box.values() if not one.by_hand),
        by_hand=_unlinked(one.points for one in box.values() if one.by_hand),
        balance=balance(round_, box, kinds),
    )


def _unlinked(ballots: Iterable[Mapping[str, int]]) -> tuple[dict[str, int], ...]:
    """In the order of what stands on them, and on each one too: no order of a phone or of time."""
    return tuple(dict(points) for points in sorted(sorted(one.items()) for one in ballots))


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
