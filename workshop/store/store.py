"""Keeps meetings: the log for ever, people erasable, the ballot box until a round closes."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import SameFileError

from workshop.clock import local_now, stamp
from workshop.domain.event import (
    Ended,
    Entry,
    Named,
    Redacted,
    Started,
    Undone,
    VoteCancelled,
    VoteClosed,
)
from workshop.domain.fold import beside, fold
from workshop.domain.meeting import Meeting
from workshop.domain.record import NetworkDescribed, Record
from workshop.domain.refused import Refused
from workshop.domain.words import Say, said
from workshop.store.beside import Beside, keep_beside, read_beside
from workshop.store.database import (
    CLEANING,
    DAMAGED,
    leave_out_ballots,
    open_database,
    saving,
    scrub,
    table,
)
from workshop.store.erasing import Erasing, erase_person, redact_from
from workshop.store.examples import Examples
from workshop.store.finding import Finding
from workshop.store.handover import Handover
from workshop.store.log import append, read_log
from workshop.store.meetings import add_meeting
from workshop.store.networks import Networks
from workshop.store.papers import Papers
from workshop.store.records import add_records
from workshop.store.shelf import Kept, kept

UNKNOWN = Say(
    "There is no meeting “%(meeting)s” in this file. `workshop meetings` lists those there are."
)


@dataclass(frozen=True)
class Batch:
    """What one transaction writes, in order, and whether the meeting is over after it."""

    facts: tuple[Entry | Beside, ...]
    ended: bool = False

    def has(self, *kinds: type) -> bool:
        return any(isinstance(f, Entry) and isinstance(f.event, kinds) for f in self.facts)

    @property
    def erases(self) -> bool:
        """Whether something has to be gone from the disk after it: ballots, a text, a name."""
        names = any(isinstance(fact, Named) and not fact.name for fact in self.facts)
        return names or self.has(VoteClosed, VoteCancelled, Redacted)


class Store:
    """One database file. Raises `NotSaved` when the disk refuses; then nothing was taken in."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._db = open_database(file)
        self._unclean = False
        self.networks = Networks(self._db, file)
        self.erasing = Erasing(self._db, file)
        self.handover = Handover(self._db, file)
        self.examples = Examples(self._db)
        self.papers = Papers(self._db)
        self.finding = Finding(self._db)

    def create(self, meeting: Kept, first: Sequence[Entry | Beside]) -> None:
        """A new meeting with its first entries and the names in them, and a network new to us."""
        entries = [fact for fact in first if isinstance(fact, Entry)]
        started = entries[0].event
        assert isinstance(started, Started), "the first entry of a log is Started"
        with saving(), self._db.atomic():
            add_meeting(self._db, meeting)
            self._know(meeting, started, entries[0].at)
            append(self._db, meeting.id, entries)
            keep_beside(self._db, meeting.id, first)

    def load(self, meeting: str) -> Meeting:
        """The meeting as it was when the program ended, an open round of voting included."""
        with self._reading():
            entries = read_log(self._db, meeting)
            if not entries:
                raise Refused(said(UNKNOWN.text, meeting=meeting))
            folded = fold(meeting, entries)
            for fact in read_beside(self._db, meeting):
                folded = beside(folded, fact)
            return folded

    def keep(self, meeting: str, batch: Batch) -> None:
        """Writes a batch in one transaction; durable when this returns."""
        with saving(), self._db.atomic():
            append(self._db, meeting, [f for f in batch.facts if isinstance(f, Entry)])
            keep_beside(self._db, meeting, batch.facts)
            self._erase(meeting, batch)
            if batch.has(Ended, Undone):
                ended = {"ended": int(batch.ended)}
                table(self._db, "meetings").update(meeting, ended)
        self._clean_up(batch)

    def meetings(self) -> list[Kept]:
        """All meetings, newest first."""
        return list(kept(self._db.conn))

    def meeting(self, meeting: str) -> Kept:
        """One meeting of the list, by its id or a beginning of it that no other has."""
        found = [one for one in self.meetings() if meeting and one.id.startswith(meeting)]
        if len(found) != 1:
            raise Refused(said(UNKNOWN.text, meeting=meeting))
        return found[0]

    def move(self, meeting: str, port: int) -> None:
        """Remembers that a meeting is now served at another port."""
        with saving():
            table(self._db, "meetings").update(meeting, {"port": port})

    def backup(self, target: Path) -> None:
        """Copies the whole file, but no ballots of open rounds; right also while a meeting runs."""
        with saving():
            if target.exists() and target.samefile(self.file):
                raise SameFileError(f"{target} = {self.file}")
            with closing(sqlite3.connect(target)) as copy:
                self._db.conn.backup(copy)
                leave_out_ballots(copy)

    def close(self) -> None:
        scrub(self._db, wait=CLEANING if self._unclean else 0)
        self._db.close()

    def _erase(self, meeting: str, batch: Batch) -> None:
        """What is removed in one meeting is removed wherever its network keeps it."""
        if not batch.erases:
            return
        now = stamp(local_now())
        entries = [fact for fact in batch.facts if isinstance(fact, Entry)]
        cards = {e.event.card for e in entries if isinstance(e.event, Redacted)}
        if cards:
            redact_from(self._db, meeting, now, cards)
        names = {fact.person: fact.name for fact in batch.facts if isinstance(fact, Named)}
        for person in [person for person, name in names.items() if not name]:
            erase_person(self._db, person, now)

    def _clean_up(self, batch: Batch) -> None:
        """Takes what is gone out of the journal too; tried again later when it cannot be now."""
        if batch.erases:
            self._unclean = not scrub(self._db)
        elif self._unclean:
            self._unclean = not scrub(self._db, wait=0)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turns entries that cannot be read into words."""
        try:
            yield
        except (sqlite3.DatabaseError, ValueError, AssertionError) as problem:
            raise Refused(said(DAMAGED.text, file=str(self.file))) from problem

    def _know(self, meeting: Kept, started: Started, at: str) -> None:
        """A network that is new to this file."""
        if not meeting.network_id or table(self._db, "networks").count_where(
            "id = ?", [meeting.network_id]
        ):
            return
        described = NetworkDescribed(
            name=started.network, region=started.region, language=started.language
        )
        record = Record(id=f"{meeting.network_id}-{meeting.id}", at=at, event=described)
        add_records(self._db, meeting.network_id, [record])
