"""Hands each network over as a file, and counts the roll-up of all of them again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from workshop.domain.rollup import Region, RollUp
from workshop.domain.words import Say
from workshop.handing import hand_over, take_in
from workshop.rehearse.check import Check, same
from workshop.rehearse.ledger import Ledger, Promise
from workshop.rollups import roll_up

ELSEWHERE = "?"  # an organisation that nobody ever represented


def handed_over(database: Path, networks: Iterable[str], folder: Path, today: date) -> list[Path]:
    """One file for each network in a folder, without names of people."""
    folder.mkdir(parents=True, exist_ok=True)
    return [hand_over(database, name, folder, today, names=False) for name in networks]


def recount_regions(ledgers: dict[str, Ledger], folder: Path, today: date) -> Iterator[Check]:
    """The roll-up of a folder; `ledgers` are by region."""
    found = roll_up(folder, today)
    regions = {one.region: one for one in found.regions}
    yield same(Say("Regions in the roll-up"), {*ledgers}, {*regions})
    for name in ledgers.keys() & regions.keys():
        yield from _region(ledgers[name], regions[name], today.isoformat())
    yield _examples(ledgers.values(), found)
    yield _top_areas(ledgers.values(), found)
    of_areas = sum(one.states.measures for one in found.areas_of_plan)
    total = sum(len(one.promises) for one in ledgers.values())
    yield same(Say("Measures of all plan areas"), total, of_areas)


def taken_in(files: Sequence[Path], database: Path) -> Iterator[Check]:
    """Takes files in, last first, and once more: the second time nothing is new."""
    for file in reversed(files):
        take_in(database, file)
    again = [take_in(database, file) for file in files]
    nothing_new = sum(one.is_nothing for one in again)
    yield same(Say("Files that are nothing new the second time"), len(files), nothing_new)


def _region(ledger: Ledger, found: Region, today: str) -> Iterator[Check]:
    days = ledger.met
    held = (len(days), days[0], days[-1])
    yield same(Say("Meetings of a region"), held, (found.meetings, found.first, found.last))
    yield same(Say("Measures of a region"), _states(ledger.promises.values(), today), _found(found))
    owned = Counter(_kind(one, ledger) for one in ledger.promises.values())
    yield same(Say("Measures by kind of owner"), owned, Counter(found.balance.owned))
    present = Counter(found.balance.present)
    yield same(Say("People by kind of party"), ledger.present, present)
    yield same(Say("Who could vote, and who did"), ledger.votes, (found.could_vote, found.voted))
    pulse = {one.key: (one.answers, one.total) for one in found.pulse}
    yield same(Say("Anonymous answers of a region"), ledger.pulse, pulse)


def _states(promises: Iterable[Promise], today: str) -> dict[str, int]:
    known = list(promises)
    still_open = [one for one in known if one.is_open]
    return {
        **Counter(one.status for one in known),
        "overdue": sum(one.is_overdue(today) for one in known),
        "unowned": sum(not one.responsible for one in still_open),
        "accepted": sum(one.accepted for one in known),
        "measures": len(known),
    }


def _found(region: Region) -> dict[str, int]:
    counted = region.states.model_dump()
    always = ("overdue", "unowned", "accepted", "measures")
    return {name: number for name, number in counted.items() if number or name in always}


def _kind(promise: Promise, ledger: Ledger) -> str:
    """The kind of party that is responsible; "" for nobody."""
    if not promise.responsible:
        return ""
    known = (kind for name, kind in ledger.kinds.items() if promise.responsible.endswith(name))
    return next(known, ELSEWHERE)


def _examples(ledgers: Iterable[Ledger], found: RollUp) -> Check:
    """Only those that may be shared."""
    shared = {
        card
        for ledger in ledgers
        for card, own in ledger.plan.fields.items()
        if ledger.plan.decks.get(card) == "examples" and own.get("consent") in (["1"], ["yes"])
    }
    return same(Say("Good examples to share"), shared, {one.id for one in found.examples})


def _top_areas(ledgers: Iterable[Ledger], found: RollUp) -> Check:
    """Those that were chosen for certain; what lots decided is known to the meeting alone."""
    certain = {" ".join(text.casefold().split()) for one in ledgers for text in one.areas}
    told = {" ".join(one.text.casefold().split()) for one in found.top_areas}
    return same(Say("Areas that were chosen"), certain, certain & told)
