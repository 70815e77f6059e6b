"""What the documents say about the meeting itself: who led it, who took notes, where, for whom."""

from pydantic import JsonValue

from workshop.domain.card import Card
from workshop.domain.event import Event, Named, Patched, Put
from workshop.domain.form import Answers, Form, Line, Text
from workshop.domain.meeting import Meeting
from workshop.domain.reading import read
from workshop.domain.words import Say

DECK = "particulars"
# Names of people are kept with the people, under these ids, and can be erased there.
FACILITATOR, NOTES_BY = "facilitator", "notes-by"
_NAMES = {"facilitator": FACILITATOR, "notes_by": NOTES_BY}
_REST = ("place", "distribution", "reference", "notice")


def particular(meeting: Meeting, name: str) -> str:
    """One of the names in `_NAMES` and `_REST`; "" if not given.

    `notice` tells those who join who keeps what, what for and how long.
    """
    if name in _NAMES:
        return meeting.names.get(_NAMES[name], "")
    card = _card(meeting)
    if card is not None and name in card.values:
        return card.value(name)
    return meeting.place if name == "place" else ""


def particulars_form(meeting: Meeting) -> Form:
    """All of them, with what is known filled in."""
    labels = {
        "facilitator": Say("Facilitator"),
        "notes_by": Say("Notes by"),
        "place": Say("Place"),
        "distribution": Say("Distribution"),
        "reference": Say("Reference"),
    }
    fields = tuple(
        Line(name=name, label=label, value=particular(meeting, name))
        for name, label in labels.items()
    )
    return Form(fields=(*fields, _notice(meeting)), submit=Say("Save"))


def _notice(meeting: Meeting) -> Text:
    return Text(
        name="notice",
        label=Say("Notice on the page where phones join"),
        hint=Say("Who is responsible, what for, what is kept, how long, and whom to ask."),
        value=particular(meeting, "notice"),
        most=1_000,
    )


def particulars(meeting: Meeting, answers: Answers, new_id: str) -> list[Event]:
    """The facts of saying them; only what changed."""
    filled = read(particulars_form(meeting), answers)
    named: list[Event] = [
        Named(person=person, name=filled.text(name))
        for name, person in _NAMES.items()
        if filled.text(name) != particular(meeting, name)
    ]
    values: dict[str, JsonValue] = {
        name: filled.text(name) for name in _REST if filled.text(name) != particular(meeting, name)
    }
    return [*named, *(_kept(meeting, values, new_id) if values else ())]


def _kept(meeting: Meeting, values: dict[str, JsonValue], new_id: str) -> tuple[Event, ...]:
    card = _card(meeting)
    if card is not None:
        return (Patched(card=card.id, values=values),)
    return (Put(card=new_id, deck=DECK, step="", values=values),)


def _card(meeting: Meeting) -> Card | None:
    return next(iter(meeting.deck(DECK)), None)
