"""What is kept beside the log: the names of people, and the ballot box of an open round."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

from sqlite_utils import Database

from workshop.domain.event import (
    Cast,
    Entry,
    Named,
    Recognised,
    TakenBack,
    VoteCancelled,
    VoteClosed,
)
from workshop.store.database import table

Beside = Named | Recognised | Cast | TakenBack


def read_beside(db: Database, meeting: str) -> Iterable[Beside]:
    """The names, the further phones and the ballots of a meeting."""
    for row in _rows(db, "phones", meeting):
        yield Recognised(phone=str(row["phone"]), person=str(row["person"]))
    for row in _rows(db, "people", meeting):
        yield Named(person=str(row["person"]), name=str(row["name"]))
    for row in _rows(db, "ballots", meeting):
        yield Cast(
            round=str(row["round"]),
            voter=str(row["voter"]),
            points=json.loads(str(row["points"])),
            by_hand=bool(row["by_hand"]),
        )


def _rows(db: Database, name: str, meeting: str) -> Iterable[dict[str, object]]:
    """The rows of a meeting in the order they came, as the running program knows them."""
    return table(db, name).rows_where("meeting = ?", [meeting], order_by="rowid")


# A whole room votes within seconds, so all ballots of a group are one statement: after each one
# the thread that writes has to wait until the room's own thread lets it go on.
PUT = """
insert into ballots (meeting, round, voter, points, by_hand)
select ?, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
    json_extract(value, '$[3]')
from json_each(?) where true
on conflict (meeting, round, voter)
do update set points = excluded.points, by_hand = excluded.by_hand
"""


def keep_beside(db: Database, meeting: str, facts: Sequence[Entry | Beside]) -> None:
    """Names and ballots, in order; an entry that ends a round empties its box."""
    for are_ballots, run in groupby(facts, lambda fact: isinstance(fact, Cast)):
        if are_ballots:
            ballots = [_ballot(fact) for fact in run if isinstance(fact, Cast)]
            db.execute(PUT, [meeting, json.dumps(ballots)])
        else:
            for fact in run:
                _keep(db, meeting, fact)


def _keep(db: Database, meeting: str, fact: Entry | Beside) -> None:
    match fact:
        case Named():
            name = {"meeting": meeting, "person": fact.person, "name": fact.name}
            table(db, "people").upsert(name, pk=("meeting", "person"))
        case Recognised():
            phone = {"meeting": meeting, "phone": fact.phone, "person": fact.person}
            table(db, "phones").upsert(phone, pk=("meeting", "phone"))
        case TakenBack():
            _empty(db, "meeting = ? and round = ? and voter = ?", meeting, fact.round, fact.voter)
        case Entry(event=VoteClosed() | VoteCancelled() as ended):
            _empty(db, "meeting = ? and round = ?", meeting, ended.round)


def _ballot(cast: Cast) -> tuple[str, str, dict[str, int], int]:
    return cast.round, cast.voter, dict(cast.points), int(cast.by_hand)


def _empty(db: Database, where: str, *values: str) -> None:
    table(db, "ballots").delete_where(where, list(values))
