"""A register's measures as rows of a table, printed one by one, and as plain data for scripts."""

from collections.abc import Sequence
from datetime import date

from pydantic import JsonValue

from workshop.commands.parameters import printer
from workshop.domain.change import Change, Deadline
from workshop.domain.measure import is_overdue
from workshop.domain.party import Party
from workshop.domain.register import Kept
from workshop.domain.signs import changes, origin, place, signs, state
from workshop.domain.words import Day, Joined, Own, Say, Words, said
from workshop.upkeep import Standing

Data = dict[str, JsonValue]
Rows = tuple[Sequence[Words], list[Sequence[Words]]]


def counted(standing: Standing) -> tuple[Words, ...]:
    """How the network's register stands, in a few figures."""
    counts = standing.counts
    return (
        said("%(n)s to be done", n=counts.open),
        said("%(n)s overdue", n=counts.overdue),
        said("%(n)s blocked", n=counts.blocked),
        said("%(n)s without an owner", n=counts.unowned),
        said("%(n)s not yet accepted", n=counts.unaccepted),
    )


def listed(standing: Standing, found: Sequence[Kept]) -> Rows:
    """One measure a row, with what somebody should see to in words."""
    head = (Say("Id"), Say("Measure"), Say("Responsible"), Say("Deadline"), Say("Status"))
    letters = _telling([kept.card.id for kept in standing.register.measures])
    return head, [_row(one, letters, standing.today) for one in found]


def _telling(ids: Sequence[str]) -> int:
    """How many letters of an id are enough to tell all of them apart."""
    return next(n for n in range(SHORT, 100) if len({one[:n] for one in ids}) == len(set(ids)))


SHORT = 5


def _row(kept: Kept, letters: int, today: date) -> Sequence[Words]:
    one = kept.measure
    owner = one.responsible.words() if one.responsible else ""
    told = Joined((Joined(signs(one, today)), state(one)), "\n")
    return (kept.card.id[:letters], one.words, owner, one.due, told)


def particulars(kept: Kept, today: date) -> list[tuple[Words, Words]]:
    """One measure as it is now."""
    one = kept.measure
    together = Joined(tuple(party.words() for party in one.together), "; ")
    return [
        (Say("Id"), kept.card.id),
        (Say("Measure"), one.words),
        (Say("Improvement area"), Own(one.area_text)),
        (Say("Responsible"), one.responsible.words() if one.responsible else ""),
        (Say("Together with"), together),
        (Say("Deadline"), one.due),
        (Say("Status"), state(one)),
        (Say("To see to"), Joined(signs(one, today))),
        (Say("Obstacle"), Own(one.obstacle)),
        (Say("The way past it"), Own(one.way_past)),
        (Say("Next step"), Own(one.next_step)),
        (Say("From"), origin(kept)),
    ]


def chronicle(kept: Kept) -> Rows:
    """The history of a measure, oldest first."""
    head = (Say("When"), Say("Where"), Say("What"))
    rows = [(Day(c.day), place(c), Joined(changes(c), "\n")) for c in kept.history]
    return head, list(rows)


def measure_data(standing: Standing, kept: Kept) -> Data:
    """A measure as plain data; names of people stand where they are known."""
    one = kept.measure
    return {
        "id": kept.card.id,
        "network": standing.network.name,
        "text": one.card.text,
        "area": one.area_text,
        "plan_area": one.plan_area,
        "responsible": _party(standing, one.responsible),
        "together": [_party(standing, party) for party in one.together],
        "accepted": one.accepted,
        "deadline": one.deadline.isoformat() if one.deadline else None,
        "deadline_words": one.deadline_words,
        "status": one.status,
        "note": one.note,
        "overdue": is_overdue(one, standing.today),
        "obstacle": one.obstacle,
        "way_past": one.way_past,
        "next_step": one.next_step,
        "origin_date": one.origin_date,
        "origin_meeting": one.origin_meeting,
        "changed_at": kept.at,
    }


def history_data(standing: Standing, kept: Kept) -> list[JsonValue]:
    """What changed when, oldest first; `meeting` is "" between meetings."""
    return [_changed(standing, one) for one in kept.history]


def _changed(standing: Standing, one: Change) -> JsonValue:
    return {
        "at": one.at,
        "meeting": one.meeting,
        "note": one.note,
        "reason": one.reason,
        "status": [one.status_before, one.status],
        "deadline": [_due(one.deadline_before), _due(one.deadline)],
        "responsible": [
            _party(standing, one.responsible_before),
            _party(standing, one.responsible),
        ],
        "accepted": [one.accepted_before, one.accepted],
    }


def _due(deadline: Deadline) -> JsonValue:
    day = deadline.day.isoformat() if deadline.day else None
    return {"day": day, "words": deadline.said}


def _party(standing: Standing, party: Party | None) -> JsonValue:
    if party is None:
        return None
    name = standing.names.get(party.person, "") if party.person else ""
    return {"organisation": party.organisation, "name": name}


def tell(standing: Standing, card: str) -> None:
    """Prints one measure as it is now."""
    one = standing.kept(card)
    printer.knowing(standing.names).facts(particulars(one, standing.today))
