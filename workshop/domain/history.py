"""The history of a meeting, and what of it may be undone."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from workshop.domain import event as ev
from workshop.domain.fold import NEVER_UNDONE, fold
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused
from workshop.domain.retelling import retold, unread_cards
from workshop.domain.round import Round
from workshop.domain.undone import cancelled
from workshop.domain.words import Say, Words


@dataclass(frozen=True)
class Past:
    """One command of the past: its entries, whether they still count, and what they did."""

    first: int
    entries: tuple[ev.Entry, ...]
    counts: bool
    words: Words

    @property
    def at(self) -> str:
        return self.entries[0].at


def history(meeting: Meeting, most: int = 80) -> list[Past]:
    """The latest commands, newest first; undoing itself is not listed."""
    unread = unread_cards(meeting)
    return [_told(meeting, command, unread) for command in islice(_back(meeting), most)]


def latest(meeting: Meeting) -> Past | None:
    """What `undo` takes back: the facilitator's latest command that counts."""
    kept = (c for c in _back(meeting) if not isinstance(c.entries[0].event, ev.Finalised))
    found = next((c for c in kept if not c.entries[0].by and c.counts), None)
    return _told(meeting, found, unread_cards(meeting)) if found else None


@dataclass(frozen=True)
class _Command:
    """The entries of one command and whether they count; not yet said in words."""

    entries: tuple[ev.Entry, ...]
    counts: bool


def _told(meeting: Meeting, command: _Command, unread: Collection[str]) -> Past:
    words = retold(meeting, command.entries[-1].event, unread)
    return Past(command.entries[0].first, command.entries, command.counts, words)


def _back(meeting: Meeting) -> Iterator[_Command]:
    """Every command but the one that began, newest first. Entries of one stand side by side."""
    gone = cancelled(meeting.entries)
    later = (entry for entry in reversed(meeting.entries) if entry.first > 1)
    done = (entry for entry in later if not isinstance(entry.event, ev.Undone))
    for _, group in groupby(done, key=lambda entry: entry.first):
        own = tuple(group)[::-1]
        yield _Command(own, own[0].number not in gone)


def undo(meeting: Meeting, past: Past) -> list[ev.Event]:
    """The facts of taking a command back; raises `Refused` when that cannot be."""
    for entry in past.entries:
        _may_go(entry.event)
    _last_plan(meeting, past)
    events: list[ev.Event] = [ev.Undone(number=e.number) for e in reversed(past.entries)]
    _keeps_votes(meeting, events)
    return events


def redo(meeting: Meeting, past: Past) -> list[ev.Event]:
    """The facts of making an undone command count again; raises `Refused` when that cannot be."""
    _last_plan(meeting, past)
    numbers = {entry.number for entry in past.entries}
    gone = cancelled(meeting.entries)
    events: list[ev.Event] = [
        ev.Undone(number=entry.number)
        for entry in reversed(meeting.entries)
        if isinstance(entry.event, ev.Undone)
        and entry.event.number in numbers
        and entry.number not in gone
    ]
    _keeps_votes(meeting, events)
    return events


def last_undone(meeting: Meeting) -> Past | None:
    """The command whose undoing is the latest that still counts."""
    gone = cancelled(meeting.entries)
    undoings = [
        entry.event.number
        for entry in meeting.entries
        if isinstance(entry.event, ev.Undone) and entry.number not in gone
    ]
    if not undoings:
        return None
    back = _back(meeting)
    found = next((c for c in back if undoings[-1] in {e.number for e in c.entries}), None)
    return _told(meeting, found, unread_cards(meeting)) if found else None


def _may_go(event: ev.Event) -> None:
    if event.kind not in NEVER_UNDONE:
        return
    match event:
        case ev.VoteOpened():
            raise Refused(Say("An open round is not undone but cancelled. Its key is shown below."))
        case ev.VoteClosed() | ev.VoteCancelled():
            raise Refused(COUNTED)
        case _:
            raise Refused(Say("This cannot be undone."))


def _last_plan(meeting: Meeting, past: Past) -> None:
    """Every change of the agenda builds on the one before, so they come and go from the end."""
    gone = cancelled(meeting.entries)
    plans = [e.number for e in meeting.entries if isinstance(e.event, ev.Replanned)]
    own = [entry.number for entry in past.entries if entry.number in plans]
    if own and any(number > own[-1] and number not in gone for number in plans):
        raise Refused(REPLANNED)


REPLANNED = Say("The agenda has been changed again since. Take back the later changes first.")
COUNTED = Say("This cannot be undone: the ballots are nobody's any more. Open a new round.")
STILL_OPEN = Say("Voting is still open. Close it or cancel the round first.")
VOTED_ON = Say(
    "This cannot be undone while there are votes on it. Cancel the round first, or correct the "
    "text instead."
)


def _keeps_votes(meeting: Meeting, events: Sequence[ev.Event]) -> None:
    """Neither undoing nor redoing may change what people vote on, or what was counted."""
    after = _after(meeting, events)
    for round_ in meeting.rounds.values():
        if round_.state != "cancelled":
            _keeps_round(meeting, after, round_)


def _keeps_round(meeting: Meeting, after: Meeting, round_: Round) -> None:
    now = after.rounds[round_.id]
    if all(point.id != round_.step for point in after.points):
        raise Refused(VOTED_ON)
    if any(_stands(meeting, item) and not _stands(after, item) for item in round_.items):
        raise Refused(VOTED_ON)
    if round_.state == "open" and (after.ended or after.current != meeting.current):
        raise Refused(STILL_OPEN)
    if round_.counted and now.counts != round_.counts:
        raise Refused(COUNTED)
    if _decided_again(meeting, round_) and now != round_:
        raise Refused(COUNTED)


def _decided_again(meeting: Meeting, round_: Round) -> bool:
    """Whether a run-off hangs on this round."""
    return any(r.runoff_of == round_.id and r.state != "cancelled" for r in meeting.rounds.values())


def _after(meeting: Meeting, events: Sequence[ev.Event]) -> Meeting:
    number = len(meeting.entries)
    more = [
        ev.Entry(number=number + n, at="", by="", first=number + 1, event=event)
        for n, event in enumerate(events, 1)
    ]
    return fold(meeting.id, (*meeting.entries, *more))


def _stands(meeting: Meeting, item: str) -> bool:
    card = meeting.cards.get(item)
    return card is not None and card.under is None and not card.waiting
