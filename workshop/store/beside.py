"""What is kept beside the log: the names of people, and the ballot box of an open round."""

import json
from collections.abc import Iterable

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


def keep_beside(db: Database, meeting: str, fact: Entry | Beside) -> None:
    """A name or a ballot; an entry that ends a round empties its box."""
    match fact:
        case Named():
            name = {"meeting": meeting, "person": fact.person, "name": fact.name}
            table(db, "people").upsert(name, pk=("meeting", "person"))
        case Recognised():
            phone = {"meeting": meeting, "phone": fact.phone, "person": fact.person}
            table(db, "phones").upsert(phone, pk=("meeting", "phone"))
        case Cast():
            table(db, "ballots").upsert(_ballot(meeting, fact), pk=("meeting", "round", "voter"))
        case TakenBack():
            _empty(db, "meeting = ? and round = ? and voter = ?", meeting, fact.round, fact.voter)
        case Entry(event=VoteClosed() | VoteCancelled() as ended):
            _empty(db, "meeting = ? and round = ?", meeting, ended.round)


def _ballot(meeting: str, cast: Cast) -> dict[str, str | int]:
    return {
        "meeting": meeting,
        "round": cast.round,
        "voter": cast.voter,
        "points": json.dumps(dict(cast.points)),
        "by_hand": int(cast.by_hand),
    }


def _empty(db: Database, where: str, *values: str) -> None:
    table(db, "ballots").delete_where(where, list(values))
