"""Counts a network's year again: register and plan against what those remember who were there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import chain

from docx import Document

from workshop.domain.measure import STATUS_NAMES, Measure, measures
from workshop.domain.meeting import Meeting
from workshop.domain.register import Kept, Register
from workshop.domain.words import Day, Say
from workshop.export.plan import plan
from workshop.export.register import UNCLEAR
from workshop.language import Tongue, tongue
from workshop.rehearse.check import Check, matched, same
from workshop.rehearse.ledger import Ledger, Promise
from workshop.rehearse.recount_kept import recount_kept
from workshop.rehearse.typed import Names, typed


def opening(ledger: Ledger, meeting: Meeting) -> Iterator[Check]:
    """What a meeting began with: all that was still to be done, as it stood."""
    carried = (one for one in measures(meeting) if one.id in meeting.carried)
    found: dict[str, object] = {one.id: _stands(one, meeting.names) for one in carried}
    expected: dict[str, object] = {key: _promised(one) for key, one in ledger.open.items()}
    yield matched(Say("Measures that the meeting began with"), expected, found)


def recount_year(ledger: Ledger, register: Register, names: Names) -> Iterator[Check]:
    """The register of a network, and the history of every measure in it."""
    kept = {one.card.id: one for one in register.measures}
    found: dict[str, object] = {
        key: (*_stands(one.measure, names), one.measure.origin_date) for key, one in kept.items()
    }
    expected: dict[str, object] = {
        key: (*_promised(one), one.since) for key, one in ledger.promises.items()
    }
    yield matched(Say("Measures in the register"), expected, found)
    told: dict[str, object] = {
        key: (one.owners, one.deadlines, one.statuses, one.reasons)
        for key, one in ledger.promises.items()
    }
    lived: dict[str, object] = {key: _lived(one, names) for key, one in kept.items()}
    yield matched(Say("Measures with their history"), told, lived)


def recount_plan(ledger: Ledger, network: Meeting) -> Iterator[Check]:
    """What the network keeps besides its measures; `network` is all of it told as one meeting."""
    anchored = ledger.plan.anchored
    yield from recount_kept(replace(ledger.plan, anchored={}), network)
    found: dict[tuple[str, str], str] = {
        (card.text, subject): card.value(subject)
        for card in network.deck("anchoring")
        for subject in {subject for _, subject in anchored}
        if card.value(subject)
    }
    yield same(Say("What is anchored, partner by partner"), anchored, found)


def in_the_plan(expected: Iterable[Promise], meeting: Meeting) -> Check:
    """Each measure stands in the plan's table once, with owner, deadline and status."""
    say = tongue(meeting.language)
    wanted = Counter(_as_written(one, say) for one in expected)
    file = Document(BytesIO(plan(meeting, meeting.language)))
    rows = [[_plain(cell.text) for cell in row.cells] for t in file.tables for row in t.rows]
    statuses = {say(words) for words in STATUS_NAMES.values()}
    listed = [row for row in rows if len(row) == COLUMNS and row[5] in statuses]
    found = Counter((row[1], row[2].partition(" (")[0], row[4], row[5]) for row in listed)
    return same(Say("Measures in the plan, each once"), wanted, found)


COLUMNS = 6  # number, measure, responsible, together with, deadline, status


def _as_written(one: Promise, say: Tongue) -> tuple[str, str, str, str]:
    day = say(Day(date.fromisoformat(one.deadline))) if one.deadline else ""
    due = " ".join(part for part in (one.spoken, day) if part) or "–"
    who = one.responsible or say(UNCLEAR)
    return _plain(one.text), _plain(who), _plain(due), say(STATUS_NAMES[one.status])


def _plain(text: str) -> str:
    """Without the spaces that keep words together on a line."""
    return " ".join(text.split())


def _promised(one: Promise) -> tuple[object, ...]:
    return one.text, one.area, one.responsible, one.accepted, one.deadline, one.status, one.note


def _stands(one: Measure, names: Names) -> tuple[object, ...]:
    responsible = typed(one.responsible, names)
    deadline = one.deadline.isoformat() if one.deadline else ""
    area, note = one.area_text, one.note
    return one.card.text, area, responsible, one.accepted, deadline, one.status, note


def _lived(kept: Kept, names: Names) -> tuple[list[str], ...]:
    """What the history tells: owners, deadlines, statuses and reasons, one after another."""
    told = kept.history
    owners = [(c.responsible_before, c.responsible) for c in told]
    deadlines = [(c.deadline_before.day, c.deadline.day) for c in told]
    return (
        _turns((typed(a, names), typed(b, names)) for a, b in owners) or [""],
        _turns((_iso(a), _iso(b)) for a, b in deadlines) or [""],
        _turns((c.status_before, c.status) for c in told) or ["not_started"],
        [c.reason for c in told if c.reason],
    )


def _turns(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Where it began and each time it became something else."""
    found: list[str] = []
    for one in chain.from_iterable(pairs):
        if found[-1:] != [one]:
            found.append(one)
    return found


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
