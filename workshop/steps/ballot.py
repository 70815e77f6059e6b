"""Rounds of voting as facts: opening, the ballot form, closing, run-offs and settling ties."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from random import Random

from workshop.domain.box import EMPTY
from workshop.domain.event import Cast, VoteClosed
from workshop.domain.form import Answers, Form, Option, Points
from workshop.domain.meeting import Meeting
from workshop.domain.reading import read
from workshop.domain.round import Ballot, Per, Round
from workshop.domain.slip import slip
from workshop.domain.step import Moment, Who
from workshop.domain.tally import last
from workshop.domain.words import Count, Joined, Say, Words
from workshop.steps.balance import balance
from workshop.steps.voters import (
    ALONE,
    alone,
    entitled,
    group_of,
    told,
    voter,
    voter_of_group,
    which_group,
)

ONE_EACH: dict[Per, Words] = {
    "person": "",
    "organisation": Say("One ballot for each organisation: the last one sent counts."),
    "group": Say(
        "One ballot for each group: the last one sent counts. Those without a group vote for "
        "themselves."
    ),
}
LATE = Say(
    "Voting has closed, so this ballot came too late and is not counted; one that you sent before "
    "is. Tell the facilitator if you need to be counted by hand."
)


ANONYMOUS = Say(
    "Secret. You can change your ballot until voting closes; then the link to you is destroyed."
)
OURS = Say(
    "Secret. You can change your ballot until voting closes; then the link to the group is "
    "destroyed."
)


def open_round(meeting: Meeting, step: str) -> Round | None:
    """The round that takes ballots now; the meeting is at its step as long as it is open."""
    if meeting.current != step or meeting.ended:
        return None
    round_ = last(meeting, step)
    return round_ if round_ and round_.state == "open" else None


def _gathered(meeting: Meeting, item: str) -> Words:
    """What a heading gathers, each text once, and none that says what the heading says."""
    heading = meeting.cards[item].text.casefold()
    texts = {card.text.casefold(): card.words for card in meeting.beneath(item) if card.text}
    return Joined(tuple(words for text, words in texts.items() if text != heading), " · ")


def ballot_form(meeting: Meeting, round_: Round, who: Who, shuffle: bool) -> Form:
    """One whole ballot, with what was sent before."""
    box = meeting.box.get(round_.id, EMPTY)
    before = None if who.by_hand else box.get(voter(meeting, round_, who.id))
    whose = (which_group(meeting, round_),) if who.by_hand and round_.per == "group" else ()
    options = [
        Option(
            key=item,
            words=meeting.cards[item].words,
            hint=_gathered(meeting, item),
        )
        for item in round_.items
        if item in meeting.cards
    ]
    if shuffle:
        Random(f"{round_.id}{who.id}").shuffle(options)
    field = _points(round_, tuple(options))
    field = replace(field, label=_asked(round_, who), value=before.points if before else {})
    return Form(
        fields=(*whose, field),
        submit=_submit(round_, who, before is not None),
        intro="" if who.by_hand else told(meeting, round_, who.id, before is not None),
        notice=_promise(round_, who),
        stamp=round_.id,
    )


def nameless_form(meeting: Meeting, round_: Round) -> Form:
    """What a phone's ballot is read by: the same list and the same rule, without any words.

    A whole room votes within seconds, and the words would be most of the work.
    """
    return _nameless(round_, meeting.card_ids)


@lru_cache(maxsize=16)
def _nameless(round_: Round, cards: frozenset[str]) -> Form:
    options = tuple(Option(key=item, words="") for item in round_.items if item in cards)
    return Form(fields=(_points(round_, options),), stamp=round_.id)


def _points(round_: Round, options: tuple[Option, ...]) -> Points:
    return Points(
        name="ballot",
        label="",
        options=options,
        votes=round_.votes,
        stacking=round_.stacking,
        ranked=round_.ranked,
        use_all=round_.use_all,
    )


def _asked(round_: Round, who: Who) -> Words:
    """A phone is told whom it votes for already, above what is asked."""
    shared = round_.per == "group" and not who.by_hand
    return rule(replace(round_, per="person") if shared else round_)


def _promise(round_: Round, who: Who) -> Words:
    if who.by_hand:
        return ""
    return ANONYMOUS if group_of(round_, who.id) is None else OURS


def _submit(round_: Round, who: Who, sent: bool) -> Words:
    if who.by_hand:
        return Say("Save the ballot")
    if group_of(round_, who.id) is not None:
        return Say("Change our ballot") if sent else Say("Send our ballot")
    return Say("Change my ballot") if sent else Say("Send my ballot")


def rule(round_: Round) -> Words:
    """What a voter may do."""
    if round_.per != "person":
        return Joined((rule(replace(round_, per="person")), ONE_EACH[round_.per]), " ")
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


def cast(
    meeting: Meeting, round_: Round, who: Who, form: Form, answers: Answers, moment: Moment
) -> Cast:
    """One ballot into the box; one typed by hand is one of its own, or its group's."""
    filled = read(form, answers)
    points = filled.points("ballot")
    if who.id or not who.by_hand:
        key = voter(meeting, round_, who.id)
    elif round_.per == "group" and filled.pick("group") != ALONE:
        key = voter_of_group(round_, int(filled.pick("group") or 0))
    else:
        key = typed_key(meeting.box.get(round_.id, {}), points, answers, moment)
    return Cast(round=round_.id, voter=key, points=points, by_hand=who.by_hand)


def typed_key(
    box: Mapping[str, Ballot], points: Mapping[str, int], answers: Answers, moment: Moment
) -> str:
    """A ballot typed by hand goes by the id of its page, so that pressing twice makes one.

    A page that was sent before and now says something else is another ballot.
    """
    key = f"hand-{slip(answers, moment)}"
    return key if key not in box or box[key].points == points else f"hand-{moment.new_id()}"


def closed(meeting: Meeting, round_: Round) -> VoteClosed:
    """The box turned into ballots that are nobody's any more."""
    box = meeting.box.get(round_.id, EMPTY)
    kinds = {voter(meeting, round_, p.id): p.party for p in meeting.people.values()}
    return VoteClosed(
        round=round_.id,
        present=entitled(meeting, round_),
        ballots=_unlinked(one.points for one in box.values() if not one.by_hand),
        by_hand=_unlinked(one.points for one in box.values() if one.by_hand),
        balance=balance(round_, box, kinds) if round_.per != "group" else {},
        alone=alone(round_, set(box)),
    )


def _unlinked(ballots: Iterable[Mapping[str, int]]) -> tuple[dict[str, int], ...]:
    """In the order of what stands on them, and on each one too: no order of a phone or of time."""
    return tuple(dict(points) for points in sorted(sorted(one.items()) for one in ballots))
