"""Erases what somebody asked to have erased, and writes anew the drafts that held it."""

from collections.abc import Collection, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from workshop.clock import Clock
from workshop.domain.loss import Renewed
from workshop.domain.refused import Refused
from workshop.domain.words import Own, Say, said
from workshop.export.file import write_anew
from workshop.export.folder import made
from workshop.export.options import Options
from workshop.losses import Losses, sorted_out
from workshop.store.erasing import Due
from workshop.store.finding import Person, Written
from workshop.store.papers import Paper
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
            return self._renewed(store, [meeting.id, meeting.network_id])

    def erase_texts(self, meeting: Kept) -> Renewed:
        """What people wrote at one meeting; measures, plan and agreements stay."""
        with closing(Store(self._file)) as store:
            store.erasing.texts(meeting.id, self._clock())
            return self._renewed(store, [meeting.id, meeting.network_id])

    def erase_person(self, people: Sequence[Person]) -> Renewed:
        """One person, in every meeting and every list of contacts."""
        with closing(Store(self._file)) as store:
            for one in people:
                store.erasing.person(one.id, self._clock())
            sources = store.finding.sources_of_people(people)
            store.papers.unname(sources, TYPED, people[0].name)
            return self._renewed(store, sources)

    def erase_text(self, text: Written) -> Renewed:
        """One text, wherever it was copied."""
        with closing(Store(self._file)) as store:
            store.erasing.text(text.network, text.card, self._clock(), text.meeting)
            return self._renewed(store, store.finding.sources_of_text(text))

    def renew(self, meeting: str) -> Renewed:
        """Writes anew the drafts that held what was removed in a meeting that runs."""
        with closing(Store(self._file)) as store:
            network = store.meeting(meeting).network_id
            others = store.finding.meetings_of(network) if network else []
            return self._renewed(store, {meeting, network, *others})

    @property
    def _today(self) -> date:
        return self._clock().date()

    def _renewed(self, store: Store, sources: Collection[str]) -> Renewed:
        found = sorted_out(
            store, sources, lambda paper: write_anew(paper.file, self._made(store, paper))
        )
        store.papers.leave_out(found.missing)
        return found

    def _made(self, store: Store, paper: Paper) -> bytes | None:
        known = {one.id for one in store.meetings()}
        if paper.source in known:
            meeting = store.load(paper.source)
        else:
            meeting = store.networks.standing(paper.source, self._today)
        chosen = Options.model_validate_json(paper.options)
        options = chosen.model_copy(update={"today": self._today, "final": False})
        made_now = made(meeting, paper.language, options, (paper.kind,))
        return next(iter(made_now.values()), None)


NOBODY = Say(
    "Nobody is known by the name “%(name)s”. Write it as it stands in the list of participants."
)
