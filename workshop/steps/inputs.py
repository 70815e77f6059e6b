"""What is asked of a card as the inputs of a form, and the answers as values of the card."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import assert_never

from pydantic import JsonValue

from workshop.domain.card import Card
from workshop.domain.event import Event, Patched, Put
from workshop.domain.form import (
    Check,
    DateField,
    Line,
    Number,
    Option,
    PartyField,
    Pick,
    Question,
    Text,
)
from workshop.domain.meeting import Meeting
from workshop.domain.party import Party, party_of
from workshop.domain.person import known, label, settled
from workshop.domain.reading import Filled
from workshop.domain.step import Moment, Who
from workshop.domain.tending import TYPED
from workshop.steps.asking import TITLE, Asking

Values = dict[str, JsonValue]
Naming = Callable[[Asking], str]
LONGEST_TITLE, LONGEST_LINE, LONGEST_TEXT = 300, 200, 800


def inputs(
    asked: Sequence[Asking],
    names: Naming,
    values: Mapping[str, JsonValue],
    meeting: Meeting,
    who: Who,
) -> tuple[Question, ...]:
    """The inputs for one card, with what it holds."""
    return tuple(_input(one, names(one), values.get(one.name), meeting, who) for one in asked)


def _input(one: Asking, name: str, value: JsonValue, meeting: Meeting, who: Who) -> Question:
    label_, hint, needed = one.label, one.hint, one.required
    text = value if isinstance(value, str) else ""
    match one.ask:
        case "line":
            most = LONGEST_TITLE if one.name == TITLE else LONGEST_LINE
            return Line(name=name, label=label_, hint=hint, required=needed, value=text, most=most)
        case "text":
            return Text(
                name=name, label=label_, hint=hint, required=needed, value=text, most=LONGEST_TEXT
            )
        case "pick":
            return Pick(
                name=name,
                label=label_,
                hint=hint,
                required=needed,
                options=tuple(Option(key=key, words=words) for key, words in one.options.items()),
                value=(text,) if text in one.options else (),
            )
        case "date":
            return DateField(name=name, label=label_, hint=hint, required=needed, value=_day(text))
        case "number":
            number = value if isinstance(value, int) else None
            return Number(name=name, label=label_, hint=hint, required=needed, value=number)
        case "check":
            return Check(name=name, label=label_, hint=hint, value=value is True)
        case "party":
            return _party(one, name, party_of(value), meeting, who)
        case _:
            assert_never(one.ask)


def _party(one: Asking, name: str, party: Party | None, meeting: Meeting, who: Who) -> PartyField:
    """Who; the names of people in the room are not offered to phones."""
    offered = [(typed, p) for typed, p in known(meeting) if who.by_hand or p.person is None]
    typed = label(meeting, party) if party else ""
    there = [(typed, party)] if party and typed else []
    return PartyField(
        name=name,
        label=one.label,
        hint=one.hint or TYPED,
        required=one.required,
        value=typed,
        known=tuple(dict([*offered, *there]).items()),
    )


def raw(one: Asking, value: JsonValue, meeting: Meeting) -> str:
    """The value as an input holds it."""
    if one.ask == "party":
        party = party_of(value)
        return label(meeting, party) if party else ""
    if one.ask == "check":
        return "1" if value is True else ""
    return "" if value is None else str(value)


def answered_values(
    asked: Sequence[Asking], names: Naming, filled: Filled, new_id: Callable[[], str]
) -> tuple[Values, list[Event]]:
    """The values of one card, and who was named in it for the first time."""
    values: Values = {}
    named: list[Event] = []
    for one in asked:
        if one.ask == "party":
            values[one.name], more = named_party(names(one), filled, new_id)
            named += more
        else:
            values[one.name] = _value(one, names(one), filled)
    return values, named


def _value(one: Asking, name: str, filled: Filled) -> JsonValue:
    match one.ask:
        case "pick":
            return filled.pick(name) or ""
        case "date":
            day = filled.day(name)
            return day.isoformat() if day else ""
        case "number":
            return filled.number(name)
        case "check":
            return filled.ticked(name)
        case _:
            return filled.text(name)


def named_party(
    name: str, filled: Filled, new_id: Callable[[], str]
) -> tuple[JsonValue, list[Event]]:
    """Who was meant, as a card holds it, and whoever was named for the first time."""
    who = filled.party(name)
    if who is None:
        return None, []
    party, named = settled(who, new_id())
    return party.model_dump(mode="json"), named


def is_empty(values: Mapping[str, JsonValue]) -> bool:
    """Whether nothing was answered at all."""
    return all(value in ("", None, False) for value in values.values())


def changed(values: Mapping[str, JsonValue], before: Mapping[str, JsonValue]) -> Values:
    """The values that are not what they were; a value never given is an empty one."""
    return {
        name: value
        for name, value in values.items()
        if value != before.get(name) and not (is_empty({name: value}) and name not in before)
    }


def kept(card: Card | None, values: Values, *, deck: str, step: str, moment: Moment) -> list[Event]:
    """The facts of keeping a card by these values: a new one, or what is new of it."""
    if card is None:
        return [Put(card=moment.new_id(), deck=deck, step=step, values=values)]
    new = changed(values, card.values)
    return [Patched(card=card.id, values=new)] if new else []


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
