"""The annex on voting: the whole ranked list of every round, and how it came about."""

from workshop.domain.meeting import Meeting
from workshop.domain.round import Per, Round
from workshop.domain.sheet import Block, Facts, Heading, Note
from workshop.domain.tally import Result, chosen, family, result, standing, votings
from workshop.domain.words import Count, Joined, Say, Words
from workshop.steps.account import MANY
from workshop.steps.ballot import rule
from workshop.steps.outcome import CLOSE, settled_words, tally


def vote_steps(meeting: Meeting) -> list[str]:
    """The steps that had a vote, in the order of the agenda."""
    voted = {round_.step for round_ in votings(meeting)}
    return [point.id for point in meeting.points if point.id in voted]


def picked(meeting: Meeting) -> list[str]:
    """The areas that go on from all votes, the first vote's first."""
    found = (item for step in vote_steps(meeting) for item in chosen(meeting, step))
    return [item for item in dict.fromkeys(found) if item in meeting.cards]


def shown(meeting: Meeting, round_: Round) -> bool:
    """Whether a result may be told: the room has seen it, or the meeting is over."""
    return round_.state == "revealed" or (meeting.ended and round_.counted)


def voting(meeting: Meeting, ranking: bool = True) -> tuple[Block, ...]:
    """For each vote its rounds, oldest first; without `ranking` only the method."""
    blocks: list[Block] = []
    for step in vote_steps(meeting):
        rounds = [round_ for round_ in meeting.rounds.values() if round_.step == step]
        title = meeting.point(step).title
        blocks.append(Heading(Say("Voting: %(title)s", {"title": title})))
        for number, round_ in enumerate(rounds, start=1):
            blocks += _round(meeting, round_, number, len(rounds), ranking)
    return tuple(blocks)


def _round(
    meeting: Meeting, round_: Round, number: int, of: int, ranking: bool
) -> tuple[Block, ...]:
    heading = Heading(_name(meeting, round_, number), 3)
    if round_.state == "cancelled":
        cancelled = Say("This round was cancelled. Its ballots were destroyed and never counted.")
        return (heading, Note(cancelled))
    if not shown(meeting, round_):
        return (heading, Note(Say("The result of this round had not been shown.")))
    list_ = (tally(meeting, round_),) if ranking else ()
    return (*((heading,) if of > 1 else ()), Facts(method(meeting, round_)), *list_)


def _name(meeting: Meeting, round_: Round, number: int) -> Words:
    name: Words = Say("Round %(number)s", {"number": number})
    if round_.runoff_of:
        name = Joined((name, Say("run-off among the tied")))
    if round_.state != "cancelled" and not _in_force(meeting, round_):
        name = Joined((name, Say("replaced by a later round")))
    return name


def _in_force(meeting: Meeting, round_: Round) -> bool:
    first = standing(meeting, round_.step)
    return first is not None and round_ in family(meeting, first)


ENTITLED: dict[Per, Say] = {
    "person": Say("Present"),
    "organisation": Say("Organisations present"),
    "group": Say("Groups, and people without one"),
}


def method(meeting: Meeting, round_: Round) -> tuple[tuple[Words, Words], ...]:
    """How a round was held and counted, as pairs; some say nothing."""
    found = result(round_)
    return (
        (ENTITLED[round_.per], found.present),
        (Say("Voted"), _voted(found, round_)),
        (Say("Without a group"), _alone(round_)),
        (Say("Rule"), rule(round_)),
        (Say("List"), Count("%(n)s area", "%(n)s areas", len(round_.items))),
        (Say("Merged before"), _merged(meeting, round_)),
        (Say("Tie"), _tie(meeting, found, round_)),
        (Say("Settled"), settled_words(round_)),
        (Say("To note"), _notes(found, round_.per)),
    )


def _voted(found: Result, round_: Round) -> Words:
    """How many, and how many of them not by themselves on a phone."""
    if not found.by_hand:
        return found.voted
    typed = sum(ballot.by_hand for ballot in round_.ballots)
    hands = sum(count.people for count in round_.counts if count.way == "hands")
    paper = found.by_hand - typed - hands
    ways = (
        Say("%(n)s entered by hand", {"n": typed}) if typed else "",
        Say("%(n)s by raised hands", {"n": hands}) if hands else "",
        Say("%(n)s on paper", {"n": paper}) if paper else "",
    )
    return Say("%(voted)s, of which %(ways)s", {"voted": found.voted, "ways": Joined(ways)})


def _merged(meeting: Meeting, round_: Round) -> Words:
    """How many of the list's items gather several texts."""
    beneath = [len(meeting.beneath(item)) for item in round_.items]
    headings = sum(1 for count in beneath if count)
    if not headings:
        return ""
    return Count(
        "%(n)s area gathers %(texts)s texts that meant the same",
        "%(n)s areas gather %(texts)s texts that meant the same",
        headings,
        {"texts": sum(beneath)},
    )


def _tie(meeting: Meeting, found: Result, round_: Round) -> Words:
    if not found.tied:
        return Say("None") if not round_.runoff_of else ""
    tied = tuple(meeting.cards[item].words for item in found.tied if item in meeting.cards)
    return Count(
        "%(tied)s had equally many votes for %(n)s place",
        "%(tied)s had equally many votes for %(n)s places",
        found.free,
        {"tied": Joined(tied, "; ")},
    )


def _alone(round_: Round) -> Words:
    if not round_.alone:
        return ""
    return Count(
        "%(n)s ballot of somebody who voted for themselves",
        "%(n)s ballots of people who voted for themselves",
        round_.alone,
    )


def _notes(found: Result, per: Per) -> Words:
    noted = (*((CLOSE,) if found.close else ()), *((MANY[per],) if found.too_many else ()))
    return Joined(noted, " ") if noted else ""
