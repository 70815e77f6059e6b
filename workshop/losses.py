"""Tells what erasing something would take away and leave, before anybody says yes to it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workshop.domain.keeping import MEASURES
from workshop.domain.loss import Loss, Renewed
from workshop.domain.measure import Measure, measures
from workshop.domain.party import Party
from workshop.domain.retention import absent, raw_texts
from workshop.domain.words import Count, Day, Joined, Own, Say, Words, said
from workshop.drafts import sorted_out
from workshop.export.file import may_replace
from workshop.store.finding import Person, Written
from workshop.store.shelf import Kept
from workshop.store.store import Store


class Losses:
    """Reads only. Raises `Refused` for what is not there."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def names(self, kept: Kept) -> Loss:
        """All names of one meeting."""
        with closing(Store(self._file)) as store:
            meeting = store.load(kept.id)
            named = sum(bool(name) for name in meeting.names.values())
            return Loss(
                question=said("Erase all names of %(title)s, %(date)s?", **_which(kept)),
                goes=(
                    Count(
                        "%(n)s name: who took part, led, took notes or is responsible",
                        "%(n)s names: who took part, led, took notes or is responsible",
                        named,
                    ),
                    *_absent(len(absent(meeting))),
                ),
                stays=(
                    Say("Organisations and kinds of party, and all that is counted"),
                    Say("What was written, and the measures with the organisations that own them"),
                    Say("The names of the same people in other meetings and lists"),
                ),
                papers=_papers(store, [kept.id, kept.network_id]),
            )

    def texts(self, kept: Kept) -> Loss:
        """What people wrote at one meeting."""
        with closing(Store(self._file)) as store:
            raw = len(raw_texts(store.load(kept.id)))
            return Loss(
                question=said("Erase what people wrote at %(title)s, %(date)s?", **_which(kept)),
                goes=(
                    Count(
                        "%(n)s text: expectations, risks, questions, areas nobody chose",
                        "%(n)s texts: expectations, risks, questions, areas nobody chose",
                        raw,
                    ),
                ),
                stays=(
                    Say("Measures, plan and what was agreed"),
                    Say("Good examples, and the areas that the room chose, with their votes"),
                    Say("All that is counted"),
                ),
                papers=_papers(store, [kept.id, kept.network_id]),
            )

    def person(self, people: Sequence[Person]) -> Loss:
        """One person, everywhere."""
        with closing(Store(self._file)) as store:
            name = Own(people[0].name)
            owned = _Owned.of(store, people)
            mentioned = len(store.finding.texts(people[0].name))
            return Loss(
                question=said("Erase the name %(name)s everywhere?", name=name),
                goes=tuple(_known(store, people)),
                stays=tuple(_left(owned)),
                papers=_papers(store, store.finding.sources_of_people(people)),
                after=tuple(_mentions(mentioned, len(owned.alone))),
            )

    def text(self, text: Written) -> Loss:
        """One text, wherever it was copied."""
        with closing(Store(self._file)) as store:
            sources = store.finding.sources_of_text(text)
            return Loss(
                question=Say("Erase this text everywhere?"),
                goes=(
                    said("“%(words)s”", words=Own(text.text)),
                    *_copied(len(sources - {text.network, ""})),
                ),
                stays=_around(text),
                papers=_papers(store, sources),
            )


def _absent(lines: int) -> Iterator[Words]:
    if lines:
        yield Count("%(n)s line on who was absent", "%(n)s lines on who was absent", lines)


def _which(kept: Kept) -> dict[str, Words]:
    return {"title": kept.title, "date": Day(date.fromisoformat(kept.date[:10]))}


def _papers(store: Store, sources: Collection[str]) -> Renewed:
    """What would become of the documents if they were written anew now."""
    return sorted_out(store, sources, lambda paper: may_replace(paper.file))


def _known(store: Store, people: Sequence[Person]) -> Iterator[Words]:
    """Where the name stands."""
    name = Own(people[0].name)
    meetings = {meeting for one in people for meeting in one.meetings}
    if meetings:
        told: dict[str, Words] = {"name": name}
        yield Count(
            "The name %(name)s in %(n)s meeting",
            "The name %(name)s in %(n)s meetings",
            len(meetings),
            told,
        )
    for told_of, networks in _lists(store, people):
        yield said(told_of.text, name=name, networks=networks)


def _lists(store: Store, people: Sequence[Person]) -> Iterator[tuple[Say, Words]]:
    """The networks that have somebody in a list, with an address or without one."""
    listed = {(one.id, network) for one in people for network in one.reached}
    with_reach = {pair for pair in listed if store.networks.contacts(pair[1])[pair[0]].reach}
    for told_of, pairs in ((REACHED, with_reach), (NAMED, listed - with_reach)):
        names = sorted({store.networks.get(network).name for _, network in pairs})
        if names:
            yield told_of, Joined(tuple(map(Own, names)))


REACHED = Say("The contact person %(name)s, with address or number, of: %(networks)s")
NAMED = Say("The name %(name)s in the register of: %(networks)s")


@dataclass(frozen=True)
class _Owned:
    """The measures that name somebody: beside an organisation, or `alone`."""

    beside: tuple[Measure, ...]
    alone: tuple[Measure, ...]

    @classmethod
    def of(cls, store: Store, people: Sequence[Person]) -> "_Owned":
        ids = {one.id for one in people}
        found = {one.id: one for one in _measures(store, people)}.values()
        naming = [(one, party) for one in found for party in _parties(one) if party.person in ids]
        alone = tuple({one.id: one for one, party in naming if not party.organisation}.values())
        beside = tuple({one.id: one for one, party in naming if party.organisation}.values())
        return cls(beside, alone)


def _measures(store: Store, people: Sequence[Person]) -> Iterator[Measure]:
    for network in {network for one in people for network in one.networks if network}:
        yield from (kept.measure for kept in store.networks.register(network).measures)
    for meeting in {meeting for one in people for meeting in one.meetings}:
        yield from measures(store.load(meeting))


def _parties(one: Measure) -> Iterable[Party]:
    return (*((one.responsible,) if one.responsible else ()), *one.together, *one.informed)


def _left(owned: _Owned) -> Iterator[Words]:
    yield Say("What was written and how it was voted: no name stands at it")
    if owned.beside:
        yield Count(
            "%(n)s measure, where the organisation goes on being named",
            "%(n)s measures, where the organisation goes on being named",
            len(owned.beside),
        )
    if owned.alone:
        yield Count(
            "%(n)s measure that names nobody else",
            "%(n)s measures that name nobody else",
            len(owned.alone),
        )


def _mentions(texts: int, alone: int) -> Iterator[Words]:
    if alone:
        yield Count(
            "%(n)s measure needs a new owner",
            "%(n)s measures need a new owner",
            alone,
        )
    if texts:
        yield Count(
            "%(n)s text mentions the name, and is erased by itself",
            "%(n)s texts mention the name, and are erased one by one",
            texts,
        )


def _copied(meetings: int) -> Iterator[Words]:
    if meetings > 1:
        yield said("All copies of it in the %(n)s meetings of the network", n=meetings)


def _around(text: Written) -> tuple[Words, ...]:
    """What stays where it stood."""
    place = Say("Its place on the list and the votes it got; there it says that it was removed")
    if text.deck != MEASURES:
        return (place,)
    return (place, Say("The measure's owner, status and deadline, without its words"))
