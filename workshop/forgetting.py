"""Erases what somebody asked to have erased, and writes anew the drafts that held it."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from workshop.clock import Clock
from workshop.domain.loss import Renewed
from workshop.domain.refused import Refused
from workshop.domain.words import Own, Say, said
from workshop.drafts import renewed
from workshop.losses import Losses
from workshop.store.erasing import Due
from workshop.store.finding import Person, Written
from workshop.store.shelf import Kept
from workshop.store.store import Store

TYPED = ("facilitator", "notes_by", "distribution", "mail_to")  # names given to a document only


class Forgetting:
    """Each method erases for good and tells what became of the documents.

    Raises `Refused` for what is not there, `Occupied` while a meeting that holds it is open.
    """

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def due(self) -> list[tuple[Kept, Due]]:
        """The meetings whose day has come, oldest first: erasing is only ever proposed."""
        with closing(Store(self._file)) as store:
            found = store.erasing.due(self._today)
            return [(store.meeting(one.meeting), one) for one in found]

    def held(self) -> list[tuple[Kept, Due]]:
        """All meetings that hold names or raw texts, by the day they are kept until."""
        with closing(Store(self._file)) as store:
            return [(store.meeting(one.meeting), one) for one in store.erasing.held()]

    def names(self) -> list[str]:
        """Everybody whose name is known, in alphabetical order."""
        with closing(Store(self._file)) as store:
            return store.finding.names()

    @property
    def losses(self) -> Losses:
        """What each of these would take away."""
        return Losses(self._file)

    def meeting(self, text: str) -> Kept:
        with closing(Store(self._file)) as store:
            return store.meeting(text)

    def people(self, name: str) -> list[Person]:
        """Everybody of this name; raises `Refused` when there is nobody."""
        with closing(Store(self._file)) as store:
            found = store.finding.people(name)
        if not found:
            raise Refused(said(NOBODY.text, name=Own(name)))
        return found

    def texts(self, sought: str) -> list[Written]:
        """The texts meant by an id or by words in them; none when nothing says it."""
        with closing(Store(self._file)) as store:
            return store.finding.texts(sought)

    def keep_until(self, meeting: str, day: date | None) -> None:
        with closing(Store(self._file)) as store:
            store.erasing.keep_until(meeting, day)

    def erase_names(self, meeting: Kept) -> Renewed:
        """All names of one meeting."""
        with closing(Store(self._file)) as store:
            store.erasing.names(meeting.id, self._clock())
            store.papers.unname([meeting.id], TYPED)
            return renewed(store, self._today, [meeting.id, meeting.network_id])

    def erase_texts(self, meeting: Kept) -> Renewed:
        """What people wrote at one meeting; measures, plan and agreements stay."""
        with closing(Store(self._file)) as store:
            store.erasing.texts(meeting.id, self._clock())
            return renewed(store, self._today, [meeting.id, meeting.network_id])

    def erase_person(self, people: Sequence[Person]) -> Renewed:
        """One person, in every meeting and every list of contacts."""
        with closing(Store(self._file)) as store:
            for one in people:
                store.erasing.person(one.id, self._clock())
            sources = store.finding.sources_of_people(people)
            store.papers.unname(sources, TYPED, people[0].name)
            return renewed(store, self._today, sources)

    def erase_text(self, text: Written) -> Renewed:
        """One text, wherever it was copied."""
        with closing(Store(self._file)) as store:
            store.erasing.text(text.network, text.card, self._clock(), text.meeting)
            return renewed(store, self._today, store.finding.sources_of_text(text))

    def renew(self, meeting: str) -> Renewed:
        """Writes anew the drafts that held what was removed in a meeting that runs."""
        with closing(Store(self._file)) as store:
            network = store.meeting(meeting).network_id
            others = store.finding.meetings_of(network) if network else []
            return renewed(store, self._today, {meeting, network, *others})

    @property
    def _today(self) -> date:
        return self._clock().date()


NOBODY = Say(
    "Nobody is known by the name “%(name)s”. Write it as it stands in the list of participants."
)
