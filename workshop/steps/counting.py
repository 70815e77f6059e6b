"""Counting raised hands or paper ballots: what to write, and whether it can be right."""

from workshop.domain.field_values import RANKED_POINTS
from workshop.domain.form import Form, Number
from workshop.domain.meeting import Meeting
from workshop.domain.reading import Filled
from workshop.domain.refused import Refused
from workshop.domain.round import Per, Round
from workshop.domain.words import Say, Words, said


def count_form(meeting: Meeting, round_: Round) -> Form:
    """What each item got, and from how many; what is to be written depends on the rule."""
    numbers = tuple(
        Number(name=f"votes-{item}", label=meeting.cards[item].words, high=1_000)
        for item in round_.items
        if item in meeting.cards
    )
    people = Number(name="people", label=COUNTED[round_.per], low=1, high=1_000, required=True)
    return Form(fields=(*numbers, people), submit=Say("Save the count"), intro=_what(round_))


COUNTED: dict[Per, Say] = {
    "person": Say("How many people took part in this count?"),
    "organisation": Say("How many organisations took part in this count?"),
    "group": Say("How many ballots were counted?"),
}


def _what(round_: Round) -> Words:
    if round_.ranked:
        return Say(
            "Write the points of each: 3 for every first place, 2 for every second and 1 for every "
            "third."
        )
    if round_.stacking:
        return Say("Write all the votes that each got.")
    return Say("Write how many chose each.")


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
