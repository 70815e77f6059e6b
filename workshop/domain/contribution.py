"""What people wrote in a meeting, and on whose behalf: counted, never told by name."""

from collections.abc import Iterable, Iterator

from workshop.domain.card import Card
from workshop.domain.keeping import MEASURES
from workshop.domain.meeting import Meeting
from workshop.domain.retention import ABSENT, AGREED

GROUPS, FACILITATOR = "groups", "facilitator"
_ELSEWHERE = (MEASURES, ABSENT, AGREED)


def written(meeting: Meeting) -> list[Card]:
    """What people wrote; headings are not counted, and what has a section of its own neither."""
    return list(among(meeting, meeting.cards.values()))


def among(meeting: Meeting, cards: Iterable[Card]) -> Iterator[Card]:
    """Those of the cards that are contributions of this meeting, and not still to be read."""
    carried = meeting.carried
    return (
        card
        for card in cards
        if (card.text or card.redacted)
        and not (card.heading or card.waiting)
        and card.deck not in _ELSEWHERE
        and card.id not in carried
    )


def source(meeting: Meeting, card: Card) -> str:
    """A kind of party, `GROUPS` or `FACILITATOR`: a group speaks as a group, whoever wrote."""
    if card.group is not None:
        return GROUPS
    person = meeting.people.get(card.author)
    return person.party if person else FACILITATOR
