"""What the meeting leaves behind besides measures: parked questions, obstacles and ways past."""

from workshop.domain.card import Card
from workshop.domain.measure import measures
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Table
from workshop.domain.words import Own, Say

PARKED = "parked"  # a deck, and a mark on what was expected
# What a local project writes down beside its measures; each is a deck and a section of the plan.
PROJECT = {
    "organisation": Say("Organisation"),
    "staffing": Say("Staffing and mandate"),
    "project-risks": Say("Risks in the work and their solutions"),
    "anchoring": Say("Anchored with"),
    "invitations": Say("Others to invite"),
}


def parked(meeting: Meeting) -> tuple[Block, ...]:
    """Questions that were parked, with what became of them where somebody wrote that down."""
    cards = [card for card in meeting.cards.values() if _is_parked(card)]
    return (Bullets(tuple(_bullet(card) for card in cards)),)


def obstacles(meeting: Meeting) -> tuple[Block, ...]:
    """Obstacles of measures, and the way past each."""
    head = (Say("Measure"), Say("Obstacle"), Say("The way past it"))
    rows = tuple(
        (m.words, Own(m.obstacle, m.card.language), Own(m.way_past, m.card.language))
        for m in measures(meeting)
        if m.obstacle
    )
    return (Table(head, rows),)


def project(meeting: Meeting, deck: str) -> tuple[Block, ...]:
    return (Bullets(tuple(_bullet(card) for card in meeting.deck(deck))),)


def _is_parked(card: Card) -> bool:
    marked = card.deck == PARKED or card.values.get("mark") == PARKED
    return marked and card.under is None and not card.waiting


def _bullet(card: Card) -> Bullet:
    return Bullet(card.words, mark=Own(card.value("outcome"), card.language))
