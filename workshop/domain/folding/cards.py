"""What is written: cards, headings over them, and what waits or is gone."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from workshop.domain import event as ev
from workshop.domain.card import Card
from workshop.domain.folding.changes import Changes, having, lacking
from workshop.domain.meeting import Meeting
from workshop.domain.redaction import WRITTEN_IN, blank, is_blank, unwritten
from workshop.domain.words import language_of


def carried(start: ev.Started | ev.Brought) -> dict[str, Card]:
    """The cards that a meeting opens with, or that are brought along later."""
    cards = [
        Card(
            id=str(one["id"]),
            deck=str(one["deck"]),
            step="",
            values=dict(one),
            language=language_of(one.get(WRITTEN_IN)),
            redacted=is_blank(one),
        )
        for one in start.carried
    ]
    return {card.id: card for card in cards}


def _brought(meeting: Meeting, event: ev.Brought, entry: ev.Entry) -> Meeting:
    new = {id_: card for id_, card in carried(event).items() if id_ not in meeting.cards}
    return replace(meeting, cards={**meeting.cards, **new}, carried=meeting.carried | new.keys())


def _put(meeting: Meeting, event: ev.Put, entry: ev.Entry) -> Meeting:
    card = Card(
        id=event.card,
        deck=event.deck,
        step=event.step,
        values=event.values,
        author=event.author,
        group=event.group,
        language=event.language,
        redacted=is_blank(event.values),
    )
    return replace(meeting, cards=having(meeting.cards, card.id, card))


def _patched(meeting: Meeting, event: ev.Patched, entry: ev.Entry) -> Meeting:
    return _card(
        meeting, event.card, lambda card: replace(card, values={**card.values, **event.values})
    )


def _dropped(meeting: Meeting, event: ev.Dropped, entry: ev.Entry) -> Meeting:
    freed = _free(meeting, event.card)
    return replace(freed, cards=lacking(freed.cards, event.card))


def _redacted(meeting: Meeting, event: ev.Redacted, entry: ev.Entry) -> Meeting:
    cards = {id_: _unwritten(card, event.card) for id_, card in meeting.cards.items()}
    return replace(meeting, cards=cards)


def _held(meeting: Meeting, event: ev.Held, entry: ev.Entry) -> Meeting:
    return _card(meeting, event.card, lambda card: replace(card, waiting=True))


def _approved(meeting: Meeting, event: ev.Approved, entry: ev.Entry) -> Meeting:
    return _card(meeting, event.card, lambda card: replace(card, waiting=False))


def _merged(meeting: Meeting, event: ev.Merged, entry: ev.Entry) -> Meeting:
    inside = [meeting.cards[card] for card in event.cards if card in meeting.cards]
    if not inside or event.heading in meeting.cards:
        return meeting
    heading = Card(
        id=event.heading,
        deck=inside[0].deck,
        step=event.step,
        values={"text": event.text},
        heading=True,
        language=event.language,
        redacted=not event.text,
    )
    return replace(meeting, cards=_gathered(meeting.cards, heading, {c.id for c in inside}))


def _unmerged(meeting: Meeting, event: ev.Unmerged, entry: ev.Entry) -> Meeting:
    heading = meeting.cards.get(event.heading)
    if heading is None or not heading.heading:
        return meeting
    freed = _free(meeting, event.heading)
    return replace(freed, cards=lacking(freed.cards, event.heading))


def _card(meeting: Meeting, card: str, change: Callable[[Card], Card]) -> Meeting:
    if card not in meeting.cards:
        return meeting
    return replace(meeting, cards=having(meeting.cards, card, change(meeting.cards[card])))


def _unwritten(card: Card, gone: str) -> Card:
    if card.id == gone:
        return replace(card, redacted=True, values=blank(card.values))
    values = unwritten(card.values, card.id, gone)
    return card if values is card.values else replace(card, values=values)


def _gathered(cards: Mapping[str, Card], heading: Card, inside: set[str]) -> dict[str, Card]:
    """The heading takes the place of the first card it gathers, so that a list does not jump."""
    gathered: dict[str, Card] = {}
    for id_, card in cards.items():
        if id_ in inside:
            gathered.setdefault(heading.id, heading)
        gathered[id_] = replace(card, under=heading.id) if id_ in inside else card
    return gathered


def _free(meeting: Meeting, heading: str) -> Meeting:
    """What lay under a heading goes one level up: to the heading's own heading, if it had one."""
    above = meeting.cards[heading].under if heading in meeting.cards else None
    cards = {
        id_: replace(card, under=above) if card.under == heading else card
        for id_, card in meeting.cards.items()
    }
    return replace(meeting, cards=cards)


CHANGES: Changes = {
    ev.Brought: _brought,
    ev.Put: _put,
    ev.Patched: _patched,
    ev.Dropped: _dropped,
    ev.Redacted: _redacted,
    ev.Held: _held,
    ev.Approved: _approved,
    ev.Merged: _merged,
    ev.Unmerged: _unmerged,
}
