"""How long it takes to roll up a folder of handed-over files, one meeting in each.

The files are made first and not measured: whole meetings with people, votes, measures and good
examples, of thirty regions. Each size is measured in a process of its own.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from multiprocessing import Pool
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from pydantic import JsonValue

from bench_minutes import memory
from figures import shown_by_size
from workshop import rollups
from workshop.domain import event as ev
from workshop.domain.parcel import Log, Parcel
from workshop.domain.party import ListedParty
from workshop.domain.plan_area import PLAN_AREAS
from workshop.domain.record import NetworkDescribed, PartyListed, Record
from workshop.domain.words import Texts
from workshop.steps.combine import combine
from workshop.store.agendas import find, read_agenda
from workshop.store.portable import ENDING, write_file

SIZES = (500, 1_000, 5_000)
REGIONS = 30
PEOPLE = 15
KINDS = ("authority", "employer", "union", "municipality")
STATUSES = ("not_started", "under_way", "done", "blocked", "dropped")
POINTS = combine([read_agenda(find("theme-1"))], {"region": "", "sector": ""})
FIRST = datetime(2024, 1, 15, 9, tzinfo=timezone(timedelta(hours=1)))
TODAY = date(2027, 6, 1)
WHAT = (
    "Svart arbete",
    "Osund konkurrens",
    "Falska egenföretagare",
    "Långa underentreprenörskedjor",
)
WHERE = ("i byggbranschen", "i transport", "vid små upphandlingar", "på privatmarknaden")
HOW = ("Gemensamma besök", "En kontaktpunkt", "Krav i upphandling", "Utbildning för beställare")


def folder_of(meetings: int, folder: Path) -> None:
    """That many files, each with one meeting."""
    with Pool() as pool:
        pool.starmap(_file, ((number, folder) for number in range(meetings)), chunksize=20)


def _file(number: int, folder: Path) -> None:
    chance = Random(number)
    network = f"{number % REGIONS:012x}"
    log = Log(meeting=f"{number:010x}", network=network, entries=tuple(_entries(network, number)))
    parcel = Parcel(logs=(log,), records={network: _records(number % REGIONS)})
    write_file(parcel, folder / f"{chance.getrandbits(40):010x}{ENDING}")


def _records(region: int) -> tuple[Record, ...]:
    described = NetworkDescribed(name=f"Network {region}", region=f"Region {region}", language="sv")
    listed = [
        PartyListed(party=ListedParty(organisation=f"Organisation {n}", kind=KINDS[n % 4]))
        for n in range(20)
    ]
    events: tuple[NetworkDescribed | PartyListed, ...] = (described, *listed)
    at = FIRST.isoformat()
    return tuple(
        Record(id=f"{region}-{number}", at=at, event=event) for number, event in enumerate(events)
    )


def _entries(network: str, number: int) -> Iterator[ev.Entry]:
    begun = FIRST + timedelta(days=number % 1_200)
    for n, event in enumerate(_events(network, number, begun), start=1):
        at = (begun + timedelta(seconds=20 * n)).isoformat()
        yield ev.Entry(number=n, at=at, by="", first=n, event=event)


def _events(network: str, number: int, begun: datetime) -> Iterator[ev.Event]:
    chance = Random(number)
    yield _started(network, begun)
    for person in range(PEOPLE):
        organisation, kind = f"Organisation {chance.randrange(20)}", KINDS[person % 4]
        yield ev.Joined(person=f"{number:x}-{person}", party=kind, organisation=organisation)
    areas = [f"a{number:07x}{n:04x}" for n in range(10)]
    for card in areas:
        text = f"{chance.choice(WHAT)} {chance.choice(WHERE)}"
        author = f"{number:x}-{chance.randrange(PEOPLE)}"
        values = {"text": text}
        yield ev.Put(card=card, deck="areas", step="areas", values=values, author=author)
    yield from _voting(number, areas, chance)
    for n in range(8):
        yield from _measure(f"b{number:07x}{n:04x}", areas[n % 3], begun.date(), chance)
    values = {
        "text": f"{chance.choice(HOW)} {number}",
        "consent": "yes",
        "lesson": "Ja.",
    }
    yield ev.Put(card=f"c{number:011x}", deck="examples", step="examples", values=values)
    yield ev.Ended()


def _started(network: str, begun: datetime) -> ev.Started:
    title = Texts(sv="Tema 1", nb="Tema 1", nn="Tema 1", en="Theme 1")
    parties = tuple(
        ListedParty(organisation=f"Organisation {n}", kind=KINDS[n % 4]) for n in range(20)
    )
    return ev.Started(
        title=title,
        points=POINTS,
        network="Network",
        network_id=network,
        language="sv",
        date=begun.date().isoformat(),
        starts=540,
        parties=parties,
    )


def _voting(number: int, areas: list[str], chance: Random) -> Iterator[ev.Event]:
    round_ = f"r{number}"
    yield ev.VoteOpened(step="vote", round=round_, items=tuple(areas), votes=3, fills=3)
    ballots = tuple(dict.fromkeys(chance.sample(areas, 3), 1) for _ in range(PEOPLE))
    yield ev.VoteClosed(round=round_, present=PEOPLE, ballots=ballots)
    yield ev.Revealed(round=round_)


def _measure(card: str, area: str, day: date, chance: Random) -> Iterator[ev.Event]:
    values = {"text": f"{chance.choice(HOW)} {chance.randrange(99)}", "area": area}
    yield ev.Put(card=card, deck="measures", step="measures", values=values)
    owner: dict[str, JsonValue] = {
        "organisation": f"Organisation {chance.randrange(20)}",
        "person": None,
    }
    yield ev.Patched(
        card=card,
        values={
            "responsible": owner,
            "accepted": chance.random() < 0.7,
            "deadline": (day + timedelta(days=chance.randrange(400))).isoformat(),
            "plan_area": chance.choice(PLAN_AREAS).key,
            "status": chance.choice(STATUSES),
        },
    )


def measured(folder: Path, meetings: int) -> dict[str, float]:
    """Seconds and memory of one roll-up."""
    begun = perf_counter()
    found = rollups.roll_up(folder, TODAY)
    seconds = perf_counter() - begun
    assert found.meetings == meetings, "every meeting is counted once"
    return {"meetings": meetings, "seconds": round(seconds, 3), "rss_mb": round(memory(), 1)}


def apart(files: list[Path]) -> dict[str, float]:
    """The roll-up of a folder with these files, in a process of its own."""
    with TemporaryDirectory(dir=files[0].parent.parent) as folder:
        for file in files:
            os.link(file, Path(folder) / file.name)
        command = [sys.executable, sys.argv[0], "rollup", "--folder", folder, "--size"]
        command.append(str(len(files)))
        told = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(told.stdout)
    return found


def all_sizes() -> list[dict[str, float]]:
    """Every size, on the same files."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "all"
        made.mkdir()
        folder_of(max(SIZES), made)
        files = sorted(made.iterdir())
        return [apart(files[:meetings]) for meetings in SIZES]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure how long a roll-up takes.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--folder", type=Path, help="measure only this folder, in this process")
    parser.add_argument("--size", type=int, help="how many meetings lie in it")
    options = parser.parse_args(arguments)
    if options.folder:
        print(json.dumps(measured(options.folder, options.size)))
        return 0
    print(shown_by_size(all_sizes(), options.json))
    return 0
