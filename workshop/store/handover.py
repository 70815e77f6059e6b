"""Hands meetings over to another computer, and takes in what was handed over there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from workshop.domain.parcel import Log, Parcel, nameless
from workshop.domain.refused import Occupied, Refused
from workshop.domain.uniting import edges, moved, standing_for
from workshop.domain.words import Say
from workshop.store.database import saving, scrub, table
from workshop.store.lock import none_open
from workshop.store.log import read_log
from workshop.store.meetings import meeting_row
from workshop.store.portable import FAULTS
from workshop.store.records import (
    meetings_of,
    read_contacts,
    read_network,
    read_records,
)
from workshop.store.taking import Taken, Taking
from workshop.store.uniting import read_edges, unite


class Handover:
    """Raises `Refused` for what cannot be taken in; then the file is as it was."""

    def __init__(self, db: Database, file: Path) -> None:
        self._db = db
        self._file = file

    def network(self, network_id: str, names: bool = True) -> Parcel:
        """A network whole: its meetings, records and, if wished, the names of people."""
        return self._parcel(network_id, meetings_of(self._db, network_id), names)

    def meeting(self, meeting: str, names: bool = True) -> Parcel:
        """One meeting, with what its network recorded."""
        return self._parcel(meeting_row(self._db, meeting)["network_id"], [meeting], names)

    def take_in(self, parcel: Parcel) -> Taken:
        """Adds what is new, in one step; what is here already stays as it is.

        Networks that are one, here or there, come under the id that stands for them.
        """
        stands = standing_for(read_edges(self._db) | edges(parcel.records))
        try:
            with self._alone(parcel, stands):
                before = unite(self._db, stands)
                taken = Taking(self._db, before).take(moved(parcel, stands))
                return replace(taken, united=self._names(before))
        except FAULTS as problem:
            raise Refused(UNSOUND) from problem

    def _parcel(self, network_id: str, meetings: Sequence[str], names: bool) -> Parcel:
        logs = tuple(_log(self._db, meeting) for meeting in meetings)
        records = {network_id: tuple(read_records(self._db, network_id))} if network_id else {}
        contacts = {one: tuple(read_contacts(self._db, one).values()) for one in records}
        parcel = Parcel(logs=logs, records=records, contacts=contacts)
        return parcel if names else nameless(parcel)

    def _names(self, networks: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(read_network(self._db, one).name for one in networks))

    @contextmanager
    def _alone(self, parcel: Parcel, stands: Mapping[str, str]) -> Iterator[None]:
        """While no meeting is open that may have to be written in."""
        networks = {*parcel.records, *(log.network for log in parcel.logs), *stands}
        there = {one for network in networks for one in meetings_of(self._db, network)}
        try:
            with none_open(self._file, sorted(there | {log.meeting for log in parcel.logs})):
                with saving(), self._db.atomic():
                    yield
                scrub(self._db)
        except Occupied:
            raise Occupied(RUNNING) from None


def _log(db: Database, meeting: str) -> Log:
    row = meeting_row(db, meeting)
    people = table(db, "people").rows_where("meeting = ? and name != ''", [meeting])
    return Log(
        meeting=meeting,
        network=row["network_id"],
        entries=tuple(read_log(db, meeting)),
        keep_until=row["keep_until"],
        texts_erased=row["texts_erased"],
        names_erased=row["names_erased"],
        names={str(one["person"]): str(one["name"]) for one in people},
    )


UNSOUND = Say(
    "The file holds something that workshop does not write. Nothing was changed here. Ask for the "
    "file once more."
)
RUNNING = Say(
    "A meeting of this network is open in another window. Nothing was taken in. End or close the "
    "meeting, then do it again."
)
