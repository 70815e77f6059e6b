"""The bank of good examples: what the networks of this file agreed to share, and a search."""

from collections.abc import Sequence
from contextlib import closing

from sqlite_utils import Database

from workshop.domain.example import Example, newest_first, told_by
from workshop.domain.fold import fold
from workshop.domain.network import Network
from workshop.domain.register import register
from workshop.domain.summing import shared
from workshop.store.database import table
from workshop.store.log import read_sources
from workshop.store.records import network_of, read_network, read_records


class Examples:
    """The examples of every network here, those taken in from elsewhere too."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self, besides: str = "") -> list[Example]:
        """All that may be shared, newest first, but for those of one network."""
        by_network: dict[str, list[str]] = {}
        for meeting in self._meetings():
            by_network.setdefault(network_of(self._db, meeting), []).append(meeting)
        alone = by_network.pop("", [])
        for (network,) in self._db.execute(RECORDED).fetchall():
            by_network.setdefault(network, [])
        by_network.pop(besides, None)
        found = [one for id_, meetings in by_network.items() for one in self._of(id_, meetings)]
        found += [one for meeting in alone for one in self._alone(meeting)]
        return newest_first(found)

    def _meetings(self) -> list[str]:
        """The meetings in which an example was written; no other log is read."""
        return [str(meeting) for (meeting,) in self._db.execute(WRITTEN).fetchall()]

    def _of(self, network_id: str, meetings: Sequence[str]) -> list[Example]:
        found = register(read_sources(self._db, meetings), read_records(self._db, network_id))
        network = read_network(self._db, network_id)
        return [told_by(one, network) for one in shared(found)]

    def _alone(self, meeting: str) -> list[Example]:
        """A meeting that belongs to no network tells by itself where it was."""
        (source,) = read_sources(self._db, [meeting])
        was = fold(meeting, source.entries)
        place = Network(id=meeting, name=was.network, region=was.region)
        return [told_by(one, place) for one in shared(register([source]))]


def search(found: Sequence[Example], words: str) -> list[Example]:
    """The examples that hold every word, or a word beginning with it; the best match first.

    Without words all of them, as they are.
    """
    terms = " ".join(f'"{term}"*' for term in words.replace('"', " ").split())
    if not terms or not found:
        return list(found)
    with closing(Database(memory=True).conn) as connection:
        db = Database(connection)
        rows = (one.model_dump(include={*SEARCHED}) | {"n": n} for n, one in enumerate(found))
        table(db, "examples").insert_all(rows, pk="n", columns={"n": int})
        # Å, ä and ö are letters of their own.
        tokens = "unicode61 remove_diacritics 0"
        table(db, "examples").enable_fts(SEARCHED, tokenize=tokens)
        return [found[n] for (n,) in db.execute(RANKED, [terms]).fetchall()]


SEARCHED = ("text", "what", "lesson", "success", "place", "who", "region", "network")
# What an example is called weighs most, then what it is about.
RANKED = """
select rowid from examples_fts where examples_fts match ?
order by bm25(examples_fts, 4, 2, 2, 2, 1, 1, 1, 1), rowid
"""
WRITTEN = """
select distinct meeting from log
where event like '{"kind":"put"%' and event like '%"deck":"examples"%' order by meeting
"""
RECORDED = """
select distinct network from records
where event like '{"kind":"card_kept"%' and event like '%"deck":"examples"%' order by network
"""
