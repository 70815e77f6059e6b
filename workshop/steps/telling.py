"""What stands on cards, in words: as a row of a table, as pairs, as one line to read."""

from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import JsonValue

from workshop.domain.card import HELD, Card
from workshop.domain.party import party_of
from workshop.domain.sheet import Facts, Table
from workshop.domain.words import Day, Joined, Language, Own, Say, Words
from workshop.steps.asking import TITLE, Asking

NOTHING = "–"
Pairs = tuple[tuple[Words, Words], ...]


def told(one: Asking, value: JsonValue, language: Language | None = None) -> Words:
    """One value as it is read; "" where nothing was answered."""
    if isinstance(value, dict):
        party = party_of(value)
        return party.words() if party else ""
    match one.ask:
        case "pick":
            return one.options.get(str(value), "")
        case "check":
            return Say("Yes") if value is True else ""
        case "date":
            return Day(date.fromisoformat(value)) if isinstance(value, str) and value else ""
        case "number":
            return value if isinstance(value, int) else ""
        case _:
            return Own(value, language) if isinstance(value, str) and value else ""


def cell(one: Asking, card: Card) -> Words:
    """A value of a card the room may see."""
    if one.name == TITLE or card.redacted or card.waiting:
        return card.words if one.name == TITLE else ""
    return told(one, card.values.get(one.name), card.language)


def cells(asked: Sequence[Asking], card: Card | None) -> tuple[Words, ...]:
    """What a card holds as cells of a table; a dash where there is nothing, or no card."""
    return tuple((cell(one, card) if card else "") or NOTHING for one in asked)


def pairs(asked: Sequence[Asking], card: Card) -> Pairs:
    """What a card holds beside its title; only what was answered."""
    found = ((one.label, cell(one, card)) for one in asked if one.name != TITLE)
    return tuple((name, words) for name, words in found if words != "")


def facts(asked: Sequence[Asking], card: Card) -> Facts:
    return Facts(pairs(asked, card))


def table(asked: Sequence[Asking], cards: Sequence[Card], more: Mapping[str, Words]) -> Table:
    """A row for each card; `more` are marks by card, in a last column where there are any."""
    marked = any(more.values())
    head = tuple(one.label for one in asked)
    rows = tuple(
        (
            *cells(asked, card),
            *((more.get(card.id) or NOTHING,) if marked else ()),
        )
        for card in cards
    )
    return Table((*head, *((Say("Mark"),) if marked else ())), rows)


def whole(asked: Sequence[Asking], card: Card) -> Words:
    """Everything that was written on it, for whoever reads it before the room does."""
    found = (told(one, card.values.get(one.name), card.language) for one in asked)
    return Joined(tuple(words for words in found if words != ""), " · ") if asked else HELD


def texts(values: Mapping[str, JsonValue]) -> str:
    """All that was written, to look through for what should be read first."""
    return "\n".join(value for value in values.values() if isinstance(value, str))
