"""Counts everything again from what phones and leader remember, apart from the program's own count.

Nothing here asks how the program counts; it compares what was sent with what the meeting holds.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random

from workshop.domain.card import Card
from workshop.domain.event import Merged, Put
from workshop.domain.measure import Measure, measures
from workshop.domain.meeting import Meeting
from workshop.domain.round import Round as Held
from workshop.domain.tally import chosen, result
from workshop.domain.words import Say, said
from workshop.rehearse.check import Check, matched, same
from workshop.rehearse.memory import Memory, Round
from workshop.rehearse.recount_kept import recount_kept
from workshop.rehearse.typed import typed

# Decks that hold no lines of their own but what is recounted apart.
APART = ("absent", "followup", "offers", "particulars", "goal", "anchoring", "group-names")


def recount(memory: Memory, meeting: Meeting) -> Iterator[Check]:
    """Every check of what the meeting holds."""
    yield same(Say("People present"), memory.people, len(meeting.present()))
    yield _cards(memory, meeting)
    yield same(Say("Each text laid once"), 1, _most_often_laid(meeting))
    yield _headings(memory, meeting)
    absent = sorted(card.text for card in meeting.deck("absent"))
    yield same(Say("Absent organisations"), sorted(memory.absent), absent)
    for number, round_ in enumerate(memory.rounds.values(), 1):
        yield from _round(number, round_, meeting.rounds.get(round_.id))
    for step in dict.fromkeys(round_.step for round_ in memory.rounds.values()):
        yield _chosen(step, memory, meeting)
    yield _measures(memory, meeting)
    yield _offers(memory, meeting)
    yield _verdicts(memory, meeting)
    yield _agreed(memory, meeting)
    yield from recount_kept(memory, meeting)
    late = Say("Ballots that came too late, refused with words")
    yield same(late, memory.late, memory.turned_away)
    refused = "; ".join(dict.fromkeys(memory.refused))
    yield Check(Say("Answers refused without need"), 0, refused or 0, not refused)


def _cards(memory: Memory, meeting: Meeting) -> Check:
    found = {
        card.id: card.text
        for card in meeting.cards.values()
        if not card.heading and card.deck not in APART and _is_text(meeting, card)
    }
    # What is worded anew of an earlier meeting is counted with what the network keeps.
    own = {card: text for card, text in memory.cards.items() if card not in meeting.carried}
    return matched(Say("Texts, each exactly once"), {**own}, {**found})


def _is_text(meeting: Meeting, card: Card) -> bool:
    """Not what an earlier meeting left, nor a row that the agenda names."""
    return card.id not in meeting.carried and not card.value("row")


def _most_often_laid(meeting: Meeting) -> int:
    """In the log itself, where a card laid twice would still be one in the meeting."""
    laid = Counter(e.event.card for e in meeting.entries if isinstance(e.event, Put))
    made = Counter(e.event.heading for e in meeting.entries if isinstance(e.event, Merged))
    return max((laid + made).values(), default=1)


def _headings(memory: Memory, meeting: Meeting) -> Check:
    found = [
        (card.text, frozenset(one.id for one in meeting.cards.values() if one.under == card.id))
        for card in meeting.cards.values()
        if card.heading
    ]
    return same(Say("Headings, each with its texts"), Counter(memory.headings), Counter(found))


def _round(number: int, round_: Round, held: Held | None) -> Iterator[Check]:
    if held is None:
        yield Check(said(ROUND.text, number=number), 1, 0, False)
        return
    by_phone = [_given(ballot.points) for ballot in held.ballots if not ballot.by_hand]
    slips = [_given(ballot.points) for ballot in held.ballots if ballot.by_hand]
    sent = [_given(points) for points in round_.phones.values()]
    by_hand = [_given(points) for points in round_.typed]
    hands = {count.people: _given(count.points) for count in held.counts}
    raised = {round_.hands.people: _given(round_.hands.points)} if round_.hands else {}
    found = result(held)
    votes = {row.item: row.votes for row in found.rows}
    yield _multiset(said(BALLOTS.text, number=number), sent, by_phone)
    yield _multiset(said(TYPED.text, number=number), by_hand, slips)
    yield same(said(HANDS.text, number=number), raised, hands)
    yield same(said(VOTED.text, number=number), round_.voted(), found.voted)
    counted = said(VOTES.text, number=number)
    total, shown = sum(round_.votes().values()), sum(votes.values())
    yield Check(counted, total, shown, votes == round_.votes())
    if not round_.runoff and len(round_.items) > round_.places:
        tied = round_.standing()[1]
        yield Check(
            said(TIE.text, number=number), len(tied), len(found.tied), _tie(tied, found.tied)
        )


ROUND = Say("Round %(number)s is there")
BALLOTS = Say("Round %(number)s: ballots from phones")
TYPED = Say("Round %(number)s: ballots typed by hand")
HANDS = Say("Round %(number)s: counts of raised hands")
VOTED = Say("Round %(number)s: people who voted")
VOTES = Say("Round %(number)s: votes, item by item")
TIE = Say("Round %(number)s: tied at the cut")


def _multiset(
    name: Say, sent: list[frozenset[tuple[str, int]]], held: list[frozenset[tuple[str, int]]]
) -> Check:
    """Ballots are nobody's any more, so only the collection of them can be compared."""
    common = sum((Counter(sent) & Counter(held)).values())
    number = common if len(held) == common else f"{common} + {len(held) - common}"
    return Check(name, len(sent), number, Counter(sent) == Counter(held))


def _given(points: Mapping[str, int]) -> frozenset[tuple[str, int]]:
    return frozenset((item, number) for item, number in points.items() if number)


def _tie(remembered: set[str], found: tuple[str, ...]) -> bool:
    return len(remembered) > 1 and remembered == set(found)


def _chosen(step: str, memory: Memory, meeting: Meeting) -> Check:
    """Round after round: who is in for certain; lots are drawn again from the seed on record."""
    going_on: set[str] = set()
    for round_ in memory.rounds.values():
        if round_.step == step:
            certain, tied = round_.standing()
            going_on |= certain | _drawn(round_, tied, meeting)
    return same(Say("Areas that go on"), going_on, set(chosen(meeting, step)))


def _drawn(round_: Round, tied: set[str], meeting: Meeting) -> set[str]:
    held = meeting.rounds.get(round_.id)
    settled = held.settled if held else None
    if not tied or settled is None or settled.way != "lots":
        return set()
    return set(Random(settled.seed).sample(sorted(tied), round_.free()))


def _measures(memory: Memory, meeting: Meeting) -> Check:
    """Every measure: its area, who is responsible, with whom, whether they said yes, by when."""
    expected: dict[str, object] = {}
    for card, area in memory.areas.items():
        if card in memory.cards:
            owner = memory.owners.get(card)
            rest = (
                (owner.responsible, owner.together, owner.accepted, owner.deadline)
                if owner
                else NONE
            )
            expected[card] = (memory.cards[card], area, *rest)
    found: dict[str, object] = {
        one.id: _measure(meeting, one) for one in measures(meeting) if one.id not in meeting.carried
    }
    return matched(Say("Measures with owner and deadline"), expected, found)


NONE: tuple[object, ...] = ("", [], False, "")


def _measure(meeting: Meeting, one: Measure) -> tuple[object, ...]:
    responsible = typed(one.responsible, meeting.names)
    together = [typed(party, meeting.names) for party in one.together]
    deadline = one.deadline.isoformat() if one.deadline else ""
    return one.card.text, one.area, responsible, together, one.accepted, deadline


def _offers(memory: Memory, meeting: Meeting) -> Check:
    expected = Counter((measure, role) for (_, measure), role in memory.offers.items())
    found = Counter((c.value("measure"), c.value("role")) for c in meeting.deck("offers"))
    return same(Say("Offers to take part"), dict(expected), dict(found))


def _verdicts(memory: Memory, meeting: Meeting) -> Check:
    expected: dict[str, object] = {k: v for k, v in memory.verdicts.items() if any(v)}
    found: dict[str, object] = {
        card.id: (card.value("verdict"), card.value("comment"))
        for card in meeting.cards.values()
        if card.value("verdict") or card.value("comment")
    }
    return matched(Say("Answers to what was expected"), expected, found)


def _agreed(memory: Memory, meeting: Meeting) -> Check:
    cards = meeting.deck("followup")
    found = {name: cards[0].value(name) for name in memory.agreed} if cards else {}
    return same(Say("What was agreed about following up"), memory.agreed, found)
