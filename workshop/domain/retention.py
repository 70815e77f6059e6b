"""How long a meeting's names and raw texts are kept, and which texts are raw.

Erasing is proposed after a day that can be chosen, and never done by itself: what a public body
keeps may be a record that it has to keep.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from workshop.domain.event import Event, Redacted
from workshop.domain.keeping import KEPT
from workshop.domain.measure import measures
from workshop.domain.meeting import Meeting
from workshop.domain.tally import result

MONTHS = 24
AGREED = "followup"
ABSENT = "absent"


def proposed(day: date) -> date:
    """The day until which a meeting of this day is kept, where nobody chose another."""
    years, month = divmod(day.month - 1 + MONTHS, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def raw_texts(meeting: Meeting) -> list[str]:
    """The cards that only show what was said: not measures, plan, agreements, chosen headings."""
    chosen = _chosen(meeting)
    return [
        card.id
        for card in meeting.cards.values()
        if card.deck not in (*KEPT, AGREED)
        and card.id not in chosen
        and card.id not in meeting.carried
        and not card.redacted
    ]


def absent(meeting: Meeting) -> list[str]:
    """The cards that tell who was absent: they hold names."""
    return [card.id for card in meeting.cards.values() if card.deck == ABSENT and not card.redacted]


def removing(cards: Iterable[str]) -> list[Event]:
    """The facts of removing these texts for good."""
    return [Redacted(card=card) for card in cards]


def _chosen(meeting: Meeting) -> set[str]:
    """What the room decided on: the result of each vote, and whatever got a measure."""
    chosen = {measure.area for measure in measures(meeting)}
    for round_ in meeting.rounds.values():
        if round_.state == "revealed" or (meeting.ended and round_.counted):
            chosen |= {*result(round_).certain}
            chosen |= {*round_.settled.items} if round_.settled else set()
    return chosen
