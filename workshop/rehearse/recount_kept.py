"""Counts again what stands on cards with fields, in rows, and what was answered anonymously."""

from collections import Counter
from collections.abc import Iterator, Mapping

from pydantic import JsonValue

from workshop.domain.meeting import Meeting
from workshop.domain.party import party_of
from workshop.domain.words import Say
from workshop.rehearse.check import Check, matched, same
from workshop.rehearse.memory import Memory
from workshop.rehearse.pen import Filled
from workshop.rehearse.typed import typed

FEWEST = 5
# Of what is sent about a measure: the rest is told only where it is new.
OF_MEASURES = ("status", "note", "deadline")


def recount_kept(memory: Memory, meeting: Meeting) -> Iterator[Check]:
    """Every check of what a network keeps; none for what was not on the agenda."""
    if memory.fields:
        yield _fields(memory, meeting)
    if memory.rows:
        yield _rows(memory, meeting)
    if memory.goal:
        cards = meeting.deck("goal")
        found = _told(meeting, cards[-1].values, memory.goal) if cards else {}
        yield same(Say("The agreed goal"), _sent(memory.goal), found)
    if memory.anchored:
        yield _anchored(memory, meeting)
    if memory.outcomes:
        held = {card: meeting.cards[card].value("outcome") for card in memory.outcomes}
        yield same(Say("What became of parked questions"), memory.outcomes, held)
    for stamp in memory.pulses:
        yield _pulse(stamp, memory, meeting)


def _fields(memory: Memory, meeting: Meeting) -> Check:
    expected: dict[str, object] = {}
    found: dict[str, object] = {}
    for card, own in memory.fields.items():
        there = meeting.cards.get(card)
        of_measure = there is not None and there.deck == "measures"
        asked = {n: v for n, v in own.items() if n in OF_MEASURES or not of_measure}
        expected[card] = _sent(asked)
        if there is not None:
            found[card] = _told(meeting, there.values, asked)
    return matched(Say("Cards with all that stands on them"), expected, found)


def _rows(memory: Memory, meeting: Meeting) -> Check:
    expected: dict[str, object] = {row: _sent(own) for row, own in memory.rows.items()}
    found: dict[str, object] = {}
    for card in meeting.cards.values():
        row = f"{card.deck} {card.value('row')}"
        if row in memory.rows:
            found[row] = _told(meeting, card.values, memory.rows[row])
    return matched(Say("Rows that were filled in"), expected, found)


def _anchored(memory: Memory, meeting: Meeting) -> Check:
    subjects = {subject for _, subject in memory.anchored}
    asked = {partner for partner, _ in memory.anchored}
    found: dict[tuple[str, str], str] = {
        (card.text, subject): card.value(subject)
        for card in meeting.deck("anchoring")
        for subject in subjects
        if card.value(subject) and (card.text in asked or card.id not in meeting.carried)
    }
    return same(Say("What is anchored, partner by partner"), memory.anchored, found)


def _pulse(stamp: str, memory: Memory, meeting: Meeting) -> Check:
    """Question by question, for the answers are nobody's; few answers leave no trace."""
    expected: dict[str, Counter[int]] = {}
    for levels in memory.pulses[stamp].values():
        for question, level in levels.items():
            expected.setdefault(question.removeprefix("pulse-"), Counter())[level] += 1
    kept = {q: counts for q, counts in expected.items() if counts.total() >= FEWEST}
    found: dict[str, Counter[int]] = {}
    round_ = meeting.rounds.get(stamp)
    for ballot in round_.ballots if round_ else ():
        for question, level in ballot.points.items():
            found.setdefault(question, Counter())[level] += 1
    return same(Say("Anonymous answers, question by question"), kept, found)


def _sent(own: Filled) -> dict[str, list[str]]:
    return {name: [value for value in values if value] for name, values in own.items()}


def _told(meeting: Meeting, values: Mapping[str, JsonValue], asked: Filled) -> dict[str, list[str]]:
    """The values as somebody would have typed them."""
    return {name: _as_typed(meeting, values.get(name)) for name in asked}


def _as_typed(meeting: Meeting, value: JsonValue) -> list[str]:
    party = party_of(value)
    if party is not None:
        return [typed(party, meeting.names)]
    if isinstance(value, list):
        return [str(one) for one in value]
    if isinstance(value, bool):
        return ["1"] if value else []
    return [str(value)] if value not in (None, "") else []
