"""Finds a person or a text wherever it is kept, for somebody who wants it erased."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from workshop.domain.card import Card
from workshop.domain.fold import fold
from workshop.domain.register import register
from workshop.store.database import table
from workshop.store.log import read_log
from workshop.store.records import meetings_of, read_records


@dataclass(frozen=True)
class Person:
    """One person as a meeting or a network knows them; all but the name are ids.

    `reached` are the networks that list this person as a contact.
    """

    id: str
    name: str
    meetings: frozenset[str]
    networks: frozenset[str]
    reached: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Written:
    """One card somebody wrote. `meeting` is "" where it was written between meetings."""

    card: str
    text: str
    meeting: str
    network: str
    deck: str = ""


class Finding:
    """Reads only; what is looked for is typed by whoever may see all of it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def people(self, name: str) -> list[Person]:
        """Everybody of this name, upper and lower case alike."""
        same = name.casefold()
        rows = [row for row in self._db.query(PEOPLE) if str(row["name"]).casefold() == same]
        ids = dict.fromkeys(str(row["person"]) for row in rows)
        return [self._person(one, [r for r in rows if r["person"] == one]) for one in ids]

    def _person(self, person: str, rows: list[dict[str, object]]) -> Person:
        return Person(
            id=person,
            name=str(rows[0]["name"]),
            meetings=frozenset(str(row["meeting"]) for row in rows) - {""},
            networks=frozenset(str(row["network"]) for row in rows) - {""},
            reached=frozenset(str(row["network"]) for row in rows if not row["meeting"]),
        )

    def texts(self, sought: str) -> list[Written]:
        """The cards whose id begins so, or that say this somewhere; each once."""
        found = [one for one in self._all() if one.card.startswith(sought)] if sought else []
        if found:
            return found
        same = sought.casefold()
        return [one for one in self._all() if same and same in one.text.casefold()]

    def _all(self) -> Iterator[Written]:
        seen = set[str]()
        for row in list(table(self._db, "meetings").rows):
            meeting, network = str(row["id"]), str(row["network_id"])
            for card in fold(meeting, read_log(self._db, meeting)).cards.values():
                if card.id not in seen and not card.redacted:
                    seen.add(card.id)
                    yield Written(card.id, _said(card), meeting, network, card.deck)
        for row in list(table(self._db, "networks").rows):
            yield from self._between(str(row["id"]), seen)

    def _between(self, network: str, seen: set[str]) -> Iterator[Written]:
        """What was written without a meeting, and is not in any meeting yet."""
        for kept in register((), read_records(self._db, network)).kept.values():
            if kept.card.id not in seen and not kept.card.redacted:
                seen.add(kept.card.id)
                yield Written(kept.card.id, _said(kept.card), "", network, kept.card.deck)

    def names(self) -> list[str]:
        """The names of everybody known in any meeting or list, in alphabetical order."""
        names = {str(row["name"]) for row in self._db.query(PEOPLE)}
        return sorted(names, key=str.casefold)

    def sources_of_people(self, people: Sequence[Person]) -> set[str]:
        """The meetings and networks whose documents may name them, by id."""
        networks = {network for one in people for network in one.networks}
        meetings = {meeting for one in people for meeting in one.meetings}
        # A measure of one meeting is carried to all that follow, with who owns it.
        carried = {meeting for network in networks for meeting in self.meetings_of(network)}
        return networks | meetings | carried

    def sources_of_text(self, text: Written) -> set[str]:
        """The meetings and the network whose documents may hold a text, by id."""
        meetings = self.meetings_of(text.network) if text.network else [text.meeting]
        return {*meetings, text.network}

    def meetings_of(self, network: str) -> list[str]:
        """The ids of a network's meetings."""
        return meetings_of(self._db, network)


def _said(card: Card) -> str:
    """Everything that was written on a card; what it is called first."""
    others = (v for n, v in card.values.items() if n != "text" and isinstance(v, str) and " " in v)
    return " · ".join(filter(None, (card.text, *others)))


PEOPLE = """
select person, name, meeting, network_id as network
from people join meetings on meetings.id = people.meeting where name != ''
union select person, name, '' as meeting, network from contacts where name != ''
"""
