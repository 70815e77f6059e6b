"""A vote told afterwards, in the past tense, to those who were not there."""

from workshop.domain.meeting import Meeting
from workshop.domain.round import Per, Round
from workshop.domain.sheet import Note
from workshop.domain.step import Blocks
from workshop.domain.tally import Result, result
from workshop.domain.words import Count, Joined, Say, Words
from workshop.steps.outcome import CLOSE, counted_words, revealed, settled_words, tally

_SHARED = Say("More ballots were counted than there could be: something was counted twice.")
MANY: dict[Per, Say] = {
    "person": Say(
        "More ballots were counted than there were people present: somebody had not been ticked "
        "off, or was counted twice."
    ),
    "organisation": _SHARED,
    "group": _SHARED,
}


def account(meeting: Meeting, step: str) -> Blocks:
    """Every revealed round in force at a step, run-offs after their first round."""
    return tuple(block for one in revealed(meeting, step) for block in _round(meeting, one))


def _round(meeting: Meeting, round_: Round) -> Blocks:
    found = result(round_)
    return (
        tally(meeting, round_),
        Note(counted_words(found, round_.per), "quiet"),
        *((Note(_tie(found, round_), "strong"),) if found.tied else ()),
        *((Note(CLOSE, "quiet"),) if found.close else ()),
        *((Note(MANY[round_.per], "quiet"),) if found.too_many else ()),
    )


def _tie(found: Result, round_: Round) -> Words:
    tied = Count(
        "%(tied)s had equally many votes for %(n)s place.",
        "%(tied)s had equally many votes for %(n)s places.",
        found.free,
        {"tied": len(found.tied)},
    )
    return Joined((tied, settled_words(round_) or Say("The tie was not settled.")), " ")
