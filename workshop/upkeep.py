"""Keeps networks up between their meetings: what stands, and what is recorded without a meeting.

Opens the file anew each time, so that it is never held for long.
"""

import secrets
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from workshop.clock import Clock
from workshop.domain.carrying import standing
from workshop.domain.contact import Contact
from workshop.domain.meeting import Meeting
from workshop.domain.network import Network
from workshop.domain.network import network as folded
from workshop.domain.noted import Noted
from workshop.domain.refused import Refused
from workshop.domain.register import Kept, Register, register
from workshop.domain.sift import blocked, overdue, sift, still_open, unaccepted, unowned
from workshop.domain.text import one_line
from workshop.domain.union import Side, Union
from workshop.domain.words import Own, Say, said
from workshop.steps.followup import next_meeting
from workshop.store.shelf import Kept as Shelved
from workshop.store.store import Store


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Of the measures still to be done; one measure may count in several."""

    open: int
    overdue: int
    blocked: int
    unowned: int
    unaccepted: int


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A network as it is on a day. `meetings` are its meetings, newest first.

    `next` is the day agreed for the next one, where it has not come yet.
    """

    network: Network
    register: Register
    contacts: Mapping[str, Contact]
    names: Mapping[str, str]
    meetings: tuple[Shelved, ...]
    next: date | None
    today: date

    @property
    def last(self) -> date | None:
        """The day of the latest meeting."""
        days = [date.fromisoformat(one.date[:10]) for one in self.meetings]
        return max(days, default=None)

    @cached_property
    def meeting(self) -> Meeting:
        """The network as one meeting, for forms and documents."""
        return standing(self.network, self.register, self.today, self.names)

    @cached_property
    def counts(self) -> Counts:
        found = self.register.measures
        return Counts(
            open=len(sift(found, still_open)),
            overdue=len(sift(found, overdue(self.today))),
            blocked=len(sift(found, blocked)),
            unowned=len(sift(found, unowned)),
            unaccepted=len(sift(found, unaccepted)),
        )

    def kept(self, card: str) -> Kept:
        """The measure meant by an id, or a beginning that no other has."""
        found = [one for one in self.register.measures if card and one.card.id.startswith(card)]
        if len(found) != 1:
            raise Refused(said(NO_MEASURE.text, measure=Own(card)))
        return found[0]


NO_MEASURE = Say(
    "There is no measure “%(measure)s”. `workshop measures` lists those there are, with their ids."
)
SEVERAL = Say("There are several networks. Name the one you mean: %(known)s.")
TAKEN = Say("There is a network “%(name)s” already, or the name is empty. Choose another name.")
NONE = Say("There are no networks yet. The first begins with its first meeting.")


class Upkeep:
    """All networks of a file; `clock` tells the local time with its offset."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file = file
        self.clock = clock

    @property
    def today(self) -> date:
        return self.clock().date()

    def all(self) -> list[Standing]:
        """Every network as it is now, by name."""
        with closing(Store(self._file)) as store:
            return [self._standing(store, network) for network in store.networks.all()]

    def find(self, text: str) -> Standing:
        """The network meant by a name, an id or a beginning; without any, the only one."""
        with closing(Store(self._file)) as store:
            return self._standing(store, self._found(store, text))

    def get(self, network: str) -> Standing:
        """The network of this id."""
        with closing(Store(self._file)) as store:
            return self._standing(store, store.networks.get(network))

    def begun(self, name: str) -> Network:
        """A network that is not there yet: nothing of it is kept before something is noted."""
        with closing(Store(self._file)) as store:
            if store.networks.named(name) or not one_line(name):
                raise Refused(said(TAKEN.text, name=Own(name)))
        return Network(id=self.new_id(), name=one_line(name))

    def of_measure(self, card: str) -> tuple[Standing, Kept]:
        """A measure by its id, or a beginning that no other has, and its network."""
        found = [
            (standing, kept)
            for standing in self.all()
            for kept in standing.register.measures
            if card and kept.card.id.startswith(card)
        ]
        if len(found) != 1:
            raise Refused(said(NO_MEASURE.text, measure=Own(card)))
        return found[0]

    def note(self, network: str, noted: Noted) -> None:
        """Keeps what was noted; raises `Occupied` while a meeting of the network is open."""
        if noted.events:
            with closing(Store(self._file)) as store:
                store.networks.record(network, noted.events, self.clock(), noted.contacts)

    def called(self, name: str) -> list[Standing]:
        """The networks of this name: perhaps the same one, begun on two computers."""
        with closing(Store(self._file)) as store:
            return [self._standing(store, one) for one in store.networks.called(name)]

    def union(self, one: str, other: str) -> Union:
        """What making one network of two would do; nothing is done."""
        with closing(Store(self._file)) as store:
            networks = store.networks
            sources = [*networks.sources(one), *networks.sources(other)]
            records = [*networks.records(one), *networks.records(other)]
            whole = Side(
                network=folded(min(one, other), records),
                register=register(sources, records),
                meetings=len(sources),
            )
            return Union(sides=(_side(store, one), _side(store, other)), whole=whole)

    def unite(self, one: str, other: str) -> str:
        """Makes one network of two; its id. Raises `Occupied` while a meeting is open."""
        filled = self.union(one, other).filled()
        with closing(Store(self._file)) as store:
            network = store.networks.unite(one, other)
            if filled is not None:
                store.networks.record(network, [filled], self.clock())
        return network

    def new_id(self) -> str:
        return secrets.token_hex(6)

    def _found(self, store: Store, text: str) -> Network:
        known = store.networks.all()
        if text:
            return store.networks.find(text)
        if len(known) == 1:
            return known[0]
        if not known:
            raise Refused(NONE)
        raise Refused(said(SEVERAL.text, known=", ".join(one.name for one in known)))

    def _standing(self, store: Store, network: Network) -> Standing:
        meetings = [one for one in store.meetings() if one.network_id == network.id]
        found = store.networks.register(network.id)
        return Standing(
            network=network.with_areas(kept.measure.plan_area for kept in found.measures),
            register=found,
            contacts=store.networks.contacts(network.id),
            names=store.networks.people(network.id),
            meetings=tuple(meetings),
            next=self._next(store, meetings),
            today=self.today,
        )

    def _next(self, store: Store, meetings: Sequence[Shelved]) -> date | None:
        """What the latest meeting agreed on; a day that has passed is no next one."""
        agreed = next_meeting(store.load(meetings[0].id)) if meetings else None
        return agreed if agreed and agreed >= self.today else None


def _side(store: Store, network: str) -> Side:
    known, found = store.networks.get(network), store.networks.register(network)
    return Side(network=known, register=found, meetings=len(store.networks.sources(network)))
