"""Kills the server in the middle of a vote again and again: is every acknowledged ballot there?

python scripts/crash.py --kills 20 [--phones 20] [--json]

Bounded, on this computer only, in a folder of its own that is removed; ends only the servers it
started. Exit status 1 when a ballot is lost or counted twice, or a meeting does not open again.
"""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

import inside  # noqa: F401
from figures import shown
from guest import RECEIVED, Phone, hidden, keys
from ledger import Ledger
from load import hang_up, prepare, some_at_once
from served import Child, in_thread, new_meeting
from wire import Line, allow

MOST_KILLS, MOST_PHONES = 200, 500
SHORTEST, LONGEST = 0.05, 0.6  # seconds of voting before the power goes


@dataclass
class Figures:
    """The names are those of the JSON line; `reopened_ok` counts the kills that were got over."""

    kills: int
    acknowledged: int = 0
    lost: int = 0
    double: int = 0
    reopened_ok: int = 0

    @property
    def good(self) -> bool:
        return not (self.lost or self.double) and self.reopened_ok == self.kills


@dataclass
class Voter:
    """A phone that changes its mind all the time; `trying` was sent and not yet acknowledged."""

    phone: Phone
    values: dict[str, list[str]] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)
    trying: frozenset[str] = frozenset()
    acknowledged: int = 0

    async def read(self) -> frozenset[str]:
        """Loads the page; what it says this phone has voted for."""
        sheet = await self.phone.sheet()
        self.values, self.listed = hidden(sheet), keys(sheet)
        return frozenset(choice.key for choice in sheet.asked[0].choices if choice.picked)

    async def go_on(self, chance: Random) -> None:
        """Votes until the line breaks for good."""
        while True:
            chosen = chance.sample(self.listed, 3)
            self.trying = frozenset(chosen)
            answer = await self.phone.line.post("/answer", {**self.values, "ballot": chosen})
            assert answer.status == RECEIVED, "an open round takes every ballot"
            self.phone.sent = self.trying
            self.acknowledged += 1


async def vote_until_killed(child: Child, voters: list[Voter], chance: Random) -> None:
    voting = [asyncio.create_task(voter.go_on(Random(chance.random()))) for voter in voters]
    await asyncio.sleep(chance.uniform(SHORTEST, LONGEST))
    child.kill()
    results = await asyncio.gather(*voting, return_exceptions=True)
    for result in results:
        if not isinstance(result, OSError | EOFError):
            raise AssertionError(f"a voter ended otherwise than by a broken line: {result!r}")
    await hang_up([voter.phone for voter in voters])


async def check(figures: Figures, ledger: Ledger, voters: list[Voter]) -> None:
    """Each phone finds its ballot: the acknowledged one, or the one on its way when it broke."""
    for voter in voters:
        shown = await voter.read()
        figures.lost += bool(voter.phone.sent) and shown not in (voter.phone.sent, voter.trying)
        voter.phone.sent = shown
    cast = sum(bool(voter.phone.sent) for voter in voters)
    figures.double += max(0, len(ledger.box()) - cast)
    figures.lost += max(0, cast - len(ledger.box()))


async def play(file: Path, figures: Figures, phones: int) -> None:
    meeting, chance = new_meeting(file), Random(figures.kills)
    child, ledger = await asyncio.to_thread(Child, file, meeting), Ledger(file)
    try:
        voters = [Voter(Phone(number, Line(child.port))) for number in range(phones)]
        await prepare(child, [voter.phone for voter in voters])
        await in_thread(child, "next")
        await in_thread(child, "open")
        await some_at_once(_ready(voter) for voter in voters)
        for _ in range(figures.kills):
            port = child.port
            await vote_until_killed(child, voters, chance)
            child = await asyncio.to_thread(Child, file, meeting)
            figures.reopened_ok += child.port == port
            for voter in voters:
                voter.phone.line.port = child.port
            await check(figures, ledger, voters)
        await in_thread(child, "close")
        await hang_up([voter.phone for voter in voters])
        _close(figures, ledger, voters)
    finally:
        child.stop()
        figures.acknowledged = sum(voter.acknowledged for voter in voters)


async def _ready(voter: Voter) -> None:
    await voter.read()


def _close(figures: Figures, ledger: Ledger, voters: list[Voter]) -> None:
    sent = sum(bool(voter.phone.sent) for voter in voters)
    held = ledger.closed().total()
    figures.lost += max(0, sent - held)
    figures.double += max(0, held - sent)


def measure(kills: int, phones: int) -> Figures:
    allow(3 * phones + 200)
    figures = Figures(kills)
    with tempfile.TemporaryDirectory(prefix="workshop-crash-") as folder:
        asyncio.run(play(Path(folder) / "crash.db", figures, phones))
    return figures


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--phones", type=int, default=20)
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    wanted = parser.parse_args(arguments)
    kills = min(max(1, wanted.kills), MOST_KILLS)
    figures = measure(kills, min(max(2, wanted.phones), MOST_PHONES))
    print(shown(asdict(figures), wanted.json))
    return 0 if figures.good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
