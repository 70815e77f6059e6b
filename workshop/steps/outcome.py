"""What a closed round came to: the ranked list, the tie, and how it was settled."""

from collections.abc import Sequence

from workshop.domain.meeting import Meeting
from workshop.domain.round import Per, Round, Way
from workshop.domain.sheet import Bar, Note, Place, Tally
from workshop.domain.step import Blocks
from workshop.domain.tally import Result, Row, chosen, family, result, standing
from workshop.domain.words import Count, Joined, Say, Words, said

CLOSE = Say("One vote decided the last place.")
SHARED = Say("More ballots than there can be. Has something been counted twice?")
TOO_MANY: dict[Per, Say] = {
    "person": Say(
        "More ballots than people present. Has somebody not been ticked off, or been counted twice?"
    ),
    "organisation": SHARED,
    "group": SHARED,
}
WAYS: dict[Way, Say] = {
    "all": Say("All of them were included."),
    "runoff": Say("A new round was held between them."),
    "plenary": Say("The plenary decided: %(reason)s"),
    "postpone": Say("The choice between them was postponed."),
    "lots": Say("Lots were drawn (number %(seed)s)."),
}


def tally(meeting: Meeting, round_: Round) -> Tally:
    """The whole ranked list, zero votes included."""
    found, going_on = result(round_), chosen(meeting, round_.step)
    tied = still_tied(meeting, round_)
    bars = tuple(
        Bar(
            words=meeting.cards[row.item].words if row.item in meeting.cards else "",
            votes=row.votes,
            people=row.people,
            share=share(row.people, found.present),
            place=place(row, going_on, tied),
            rank=row.rank,
        )
        for row in found.rows
    )
    return Tally(bars, max((row.votes for row in found.rows), default=0))


def place(row: Row, going_on: Sequence[str], tied: Sequence[str]) -> Place:
    """As counted, but a tie that was settled is a tie no more."""
    if row.place != "tied":
        return row.place
    if row.item in going_on:
        return "chosen"
    return "tied" if row.item in tied else "out"


def still_tied(meeting: Meeting, round_: Round) -> tuple[str, ...]:
    """What nobody has decided between yet, after the run-offs that were shown."""
    shown = [one for one in family(meeting, round_) if one.state == "revealed"] or [round_]
    settled = shown[-1].settled
    over = settled is not None and settled.way in ("plenary", "lots")
    return () if over else result(shown[-1]).tied


def result_blocks(meeting: Meeting, round_: Round) -> Blocks:
    """The ranked list, how it was counted, and what is unsure about it."""
    found = result(round_)
    return (
        tally(meeting, round_),
        Note(counted_words(found, round_.per), "quiet"),
        *((Note(tie_words(found, round_), "strong"),) if found.tied else ()),
        *((Note(CLOSE, "quiet"),) if found.close else ()),
        *((Note(TOO_MANY[round_.per], "warning"),) if found.too_many else ()),
    )


COUNTED: dict[Per, Say] = {
    "person": Say("%(voted)s of %(of)s present voted"),
    "organisation": Say("%(voted)s of %(of)s organisations voted"),
    "group": Say("%(voted)s of %(of)s ballots came in, one from each group"),
}


def counted_words(found: Result, per: Per) -> Words:
    """ "14 of 15 voted, 2 of them by hand" in words."""
    voted = said(COUNTED[per].text, voted=found.voted, of=found.present)
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


def settled_words(round_: Round) -> Words:
    """How the leader settled the tie of this round; "" if that has not happened."""
    if round_.settled is None:
        return ""
    seed = round_.settled.seed if round_.settled.seed is not None else ""
    return said(WAYS[round_.settled.way].text, reason=round_.settled.reason, seed=seed)


def held(meeting: Meeting, step: str) -> Blocks:
    """Every revealed round in force at a step, run-offs after their first round."""
    return tuple(block for one in revealed(meeting, step) for block in result_blocks(meeting, one))


def revealed(meeting: Meeting, step: str) -> list[Round]:
    """The rounds in force at a step whose result the room has seen, run-offs last."""
    first = standing(meeting, step)
    found = family(meeting, first) if first else ()
    return [one for one in found if one.state == "revealed"]


def share(people: int | None, present: int) -> float | None:
    """How many of those present gave votes, 0 to 1; None where nobody counted people."""
    return min(1.0, people / present) if people is not None and present else None
