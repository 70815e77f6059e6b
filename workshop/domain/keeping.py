"""What a network keeps from meeting to meeting: its measures, its plan, and what it put off."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import JsonValue

from workshop.domain.event import Dropped, Event, Merged
from workshop.domain.meeting import Meeting
from workshop.domain.party import Party
from workshop.domain.refused import Refused
from workshop.domain.words import Say

MEASURES = "measures"
PARKED = "parked"
EXAMPLES = "examples"
BANK = "bank"  # examples of others, brought along for one meeting and not kept
PLAN: tuple[str, ...] = (
    *("goal", "needs", "organisation", "staffing", "invitations"),
    *("project-risks", "anchoring", "criteria"),
)
# Every deck whose cards are the network's, not only the meeting's.
KEPT: tuple[str, ...] = (MEASURES, *PLAN, EXAMPLES)
NEXT = "next"  # the outcome of a parked question that goes to the next agenda

Values = Mapping[str, JsonValue]


def is_kept(deck: str, values: Values) -> bool:
    """Whether a card is the network's: by its deck, or because it was put off to next time."""
    return deck in KEPT or values.get("outcome") == NEXT


def people_in(cards: Iterable[Values]) -> set[str]:
    """The ids of all people named on cards."""
    return {
        party.person for values in cards for party in parties_in(values) if party.person is not None
    }


def parties_in(values: Values) -> Iterator[Party]:
    """Every party that a card names, whatever it names it as."""
    for value in values.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and one.keys() == Party.model_fields.keys():
                yield Party.model_validate(one)


def keep_measures(meeting: Meeting, events: Iterable[Event]) -> None:
    """Refuses to take away or merge a measure of an earlier meeting: it has a life of its own."""
    for event in events:
        if isinstance(event, Dropped) and _is_carried(meeting, event.card):
            raise Refused(NOT_TAKEN_AWAY)
        if isinstance(event, Merged) and any(_is_carried(meeting, card) for card in event.cards):
            raise Refused(NOT_MERGED)


def _is_carried(meeting: Meeting, card: str) -> bool:
    known = meeting.cards.get(card)
    return card in meeting.carried and known is not None and known.deck == MEASURES


NOT_TAKEN_AWAY = Say(
    "This measure comes from an earlier meeting, so it cannot be taken away. Give it the status "
    "“Dropped” instead; the network then sees what became of it."
)
NOT_MERGED = Say(
    "A measure from an earlier meeting cannot be merged: it has a history of its own. Give one of "
    "them the status “Dropped” instead."
)
