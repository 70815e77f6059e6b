"""What the meeting leaves behind besides measures: parked questions, obstacles and ways past."""

from collections.abc import Iterable

from workshop.domain.measure import Measure, is_open
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Table
from workshop.domain.words import Own, Say
from workshop.steps import parking

OBSTACLES = "obstacles"  # the deck of obstacles that a room speaks of by themselves


def parked(meeting: Meeting) -> tuple[Block, ...]:
    """Questions that were parked, with what became of them where that was settled."""
    found = parking.parked(meeting)
    left = Say("left open")
    return (Bullets(tuple(Bullet(c.words, mark=parking.outcome(c) or left) for c in found)),)


def obstacles(found: Iterable[Measure]) -> tuple[Block, ...]:
    """Obstacles of measures that are still to be done, and the way past each."""
    head = (Say("Measure"), Say("Obstacle"), Say("The way past it"))
    rows = tuple(
        (m.words, Own(m.obstacle, m.card.language), Own(m.way_past, m.card.language))
        for m in found
        if m.obstacle and is_open(m)
    )
    return (Table(head, rows),)
