"""A year of three networks: meeting after meeting with phones, and what is told in between."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from workshop.clock import Clock
from workshop.domain.keeping import MEASURES
from workshop.domain.record import CardKept
from workshop.domain.status import checked
from workshop.domain.words import Day, Language, Say, Words, said
from workshop.rehearse.check import Check, Report, same
from workshop.rehearse.ledger import Ledger
from workshop.rehearse.play import FILE, concluded, opened, perform, reported
from workshop.rehearse.recount_regions import handed_over, recount_regions, taken_in
from workshop.rehearse.recount_year import in_the_plan, opening, recount_plan, recount_year
from workshop.rehearse.samples import samples
from workshop.store.agendas import find, read_agenda
from workshop.store.networks import Networks
from workshop.store.store import Store

Tell = Callable[[Words], None]
Agendas = tuple[str, ...]

# What each network does in its year, with the agendas that come with the program.
NETWORKS: Mapping[Language, tuple[Agendas, ...]] = {
    "sv": (
        ("start-workshop",),
        ("short-follow-up", "theme-2"),
        ("theme-3",),
        ("follow-up", "start-workshop"),
    ),
    "nb": (
        ("introduction", "theme-1"),
        ("follow-up",),
        ("short-follow-up", "start-workshop"),
        ("follow-up", "theme-3"),
    ),
    "nn": (
        ("county-meeting",),
        ("introduction", "theme-1"),
        ("follow-up",),
        ("short-follow-up", "procurement"),
    ),
}
DAYS = (date(2026, 2, 10), date(2026, 5, 12), date(2026, 9, 15), date(2026, 12, 8))
LAST = date(2027, 2, 1)
FOLDER = "handed-over"
BETWEEN = 40  # days after a meeting somebody tells how it goes


@dataclass
class Year:
    """One network, its file and folder, and what its people remember."""

    language: Language
    phones: int
    seed: int
    out: Path
    tell: Tell
    ledger: Ledger = field(default_factory=Ledger)

    @property
    def file(self) -> Path:
        return self.out / FILE

    @property
    def network(self) -> str:
        return samples(self.language).network


def years(*, phones: int, seed: int, out: Path, tell: Tell) -> list[Year]:
    """The year of each network, not begun yet; all of them in one file in `out`."""
    return [Year(language, phones, seed, out, tell) for language in NETWORKS]


async def rehearse_years(years: Sequence[Year], tell: Tell) -> Report:
    """Four meetings of each network over real HTTP, and a recount of all of it."""
    checks: list[Check] = []
    documents: list[Path] = []
    # The networks meet in the same weeks, so their facts lie between one another in the file.
    for number, day in enumerate(DAYS):
        for year in years:
            report = await _meet(year, day, NETWORKS[year.language][number])
            checks += report.checks
            documents += report.documents
            checks += await asyncio.to_thread(_between, year, day + timedelta(days=BETWEEN))
    checks += await asyncio.to_thread(_together, years)
    concluded(checks, tell)
    return Report(tuple(checks), documents)


async def _meet(year: Year, day: date, names: Agendas) -> Report:
    """One meeting, played and counted again, with what it took over from those before."""
    agendas = [read_agenda(find(name)) for name in names]
    year.tell(said(MEETING.text, network=year.network, day=Day(day)))
    host = await asyncio.to_thread(opened, year.file, agendas, year.language, clock(day))
    try:
        began = [*opening(year.ledger, host.room.meeting)]
        stage = await perform(host, year.phones, year.language, year.seed, lambda words: None)
        known = year.ledger.open
        people = [*(phone.author for phone in stage.phones), *stage.others]
        year.ledger.take(stage.memory, day.isoformat(), people)
        now = {**known, **year.ledger.open, **year.ledger.made(day.isoformat())}
        folder = year.out / f"{day.isoformat()}-{year.language}"
        report = await reported(stage, folder)
        planned = await asyncio.to_thread(in_the_plan, now.values(), stage.meeting)
    finally:
        await asyncio.to_thread(host.close)
    return Report((*began, *report.checks, planned), report.documents)


MEETING = Say("%(network)s, %(day)s")


def _together(years: Sequence[Year]) -> list[Check]:
    """All networks as files in one folder: rolled up, and taken in on another computer."""
    out = years[0].out
    ledgers = {samples(year.language).region: year.ledger for year in years}
    files = handed_over(years[0].file, [year.network for year in years], out / FOLDER, LAST)
    checks = [*recount_regions(ledgers, out / FOLDER, LAST)]
    other = out / "another" / FILE
    other.parent.mkdir()
    checks += taken_in(files, other)
    with closing(Store(years[0].file)) as here, closing(Store(other)) as there:
        for year in years:
            network = here.networks.find(year.network).id
            equal = (one.networks.register(network) for one in (here, there))
            checks.append(same(Say("Taken in elsewhere, the register is the same"), *equal))
    return checks


def clock(day: date) -> Clock:
    """The time as if this day had begun at nine when the clock was made."""
    began, start = datetime.now(), datetime(day.year, day.month, day.day, 9)

    def now() -> datetime:
        return (start + (datetime.now() - began)).astimezone()

    return now


def _between(year: Year, day: date) -> list[Check]:
    """Some tell how it goes without a meeting; then register and plan are counted again."""
    with closing(Store(year.file)) as store:
        networks = store.networks
        network = networks.named(year.network)
        assert network is not None, "the network has met"
        _report(year, networks, network.id, day)
        register, names = networks.register(network.id), networks.people(network.id)
        whole = networks.standing(network.id, day)
    checks = [*recount_year(year.ledger, register, names), *recount_plan(year.ledger, whole)]
    return [*checks, in_the_plan(year.ledger.promises.values(), whole)]


def _report(year: Year, networks: Networks, network: str, day: date) -> None:
    """Of every other measure: one slips, the next is done, the next is blocked, and so on."""
    said, later = samples(year.language).said, day + timedelta(days=60)
    kept = networks.register(network).kept
    open_ones = sorted(year.ledger.open.items(), key=lambda pair: (pair[1].text, pair[0]))
    for number, (card, _) in enumerate(open_ones[::2]):
        note = said.comments[number % len(said.comments)]
        slips = {"deadline": later.isoformat(), "deadline_reason": note}
        told = {"status": ("under_way", "done", "blocked")[number % 3], "note": note}
        told |= slips if number % 3 == 0 else {}
        patch = checked(kept[card].measure, told)
        event = CardKept(card=card, deck=MEASURES, values=patch)
        at = datetime(day.year, day.month, day.day, 10, number % 60).astimezone()
        networks.record(network, [event], at)
        year.ledger.tell(card, **told)
