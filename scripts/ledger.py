"""What a database of workshop holds, read past the program, for scripts that count again."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Ballots = Counter[frozenset[str]]


@dataclass(frozen=True)
class Ledger:
    """One database file with one meeting in it."""

    file: Path

    def texts(self, deck: str) -> Counter[str]:
        """How often each text was laid in a deck."""
        puts = [event for event in self._events("put") if event["deck"] == deck]
        return Counter(str(event["values"]["text"]) for event in puts)

    def box(self) -> dict[str, frozenset[str]]:
        """The open round's ballots: what each pseudonym chose."""
        rows = self._rows("select voter, points from ballots")
        return {str(voter): frozenset(json.loads(points)) for voter, points in rows}

    def closed(self) -> Ballots:
        """The ballots that the last round closed with."""
        return Counter(frozenset(ballot) for ballot in self._events("vote_closed")[-1]["ballots"])

    def _events(self, kind: str) -> list[dict[str, Any]]:
        rows = self._rows("select event from log order by number")
        events = [json.loads(event) for (event,) in rows]
        return [event for event in events if event["kind"] == kind]

    def _rows(self, query: str) -> list[Any]:
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.execute(query).fetchall()


def apart(sent: Counter[Any], held: Counter[Any]) -> tuple[int, int]:
    """How many that were acknowledged are not there, and how many are there too often."""
    return sum((sent - held).values()), sum((held - sent).values())
