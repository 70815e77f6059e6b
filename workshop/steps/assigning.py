"""The facilitator writes down who is responsible, with whom, by when, and more about a measure."""

from collections.abc import Sequence

from pydantic import JsonValue

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.due import due_fields, reason_field
from workshop.domain.event import Event, Patched
from workshop.domain.form import Form, Line, Option, Pick, Text
from workshop.domain.measure import Measure, of
from workshop.domain.meeting import Meeting
from workshop.domain.person import known, label, settled
from workshop.domain.reading import Filled
from workshop.domain.status import checked
from workshop.domain.step import Moment
from workshop.domain.tending import chosen_field, party_fields
from workshop.domain.words import Say
from workshop.steps.inputs import Values, named_party

DETAILS = (
    "aim",
    "level",
    "indicator",
    "resources",
    "obstacle",
    "way_past",
    "mandate",
    "contact",
    "elsewhere",
)


def _options(found: Sequence[Measure], fills: Sequence[dict[str, str]]) -> tuple[Option, ...]:
    return tuple(
        Option(key=m.id, words=m.words, fills=fill) for m, fill in zip(found, fills, strict=True)
    )


def _which(found: Sequence[Measure], fills: Sequence[dict[str, str]]) -> Pick:
    return Pick(
        name="measure", label=Say("Which measure?"), options=_options(found, fills), required=True
    )


def assign_form(meeting: Meeting, found: Sequence[Measure]) -> Form:
    """Who, with whom and by when, of a measure that is chosen first."""
    return Form(
        fields=(
            _which(found, [_there(meeting, one) for one in found]),
            *party_fields(known(meeting)),
            chosen_field("mode"),
            *due_fields(),
            *_reason(meeting, found),
            Text(name="next_step", label=Say("Next step"), most=500),
        ),
        submit=Say("Save"),
    )


def _there(meeting: Meeting, measure: Measure) -> dict[str, str]:
    """What a measure holds already, as the inputs hold it."""
    owner, due = measure.responsible, measure.deadline
    return {
        "responsible": label(meeting, owner) if owner else "",
        "together": "; ".join(label(meeting, party) for party in measure.together),
        "mode": measure.mode,
        "deadline": due.isoformat() if due else "",
        "deadline_words": measure.deadline_words,
        "next_step": measure.next_step,
    }


def _reason(meeting: Meeting, found: Sequence[Measure]) -> tuple[Line, ...]:
    """Asked for where a deadline was promised at an earlier meeting."""
    if not any(one.id in meeting.carried and one.has_deadline for one in found):
        return ()
    return (reason_field(),)


def _due(meeting: Meeting, card: Card, filled: Filled) -> Values:
    """By when; raises `Unreadable` where an earlier meeting's deadline is changed without why."""
    day = filled.day("deadline")
    said: Values = {
        "deadline": day.isoformat() if day else "",
        "deadline_words": filled.text("deadline_words"),
    }
    if card.id not in meeting.carried:
        return said
    reason = filled.text("deadline_reason") if "deadline_reason" in filled.values else ""
    return said | checked(of(card), {**said, "deadline_reason": reason})


def assigned(meeting: Meeting, filled: Filled, moment: Moment) -> list[Event]:
    """The facts of what was written down, with whoever was named for the first time."""
    events: list[Event] = []
    together: list[JsonValue] = []
    for who in filled.parties("together"):
        party, named = settled(who, moment.new_id())
        together.append(party.model_dump(mode="json"))
        events += named
    card = meeting.cards[filled.pick("measure") or ""]
    values: Values = {
        "together": together,
        "mode": filled.pick("mode") or "",
        "next_step": filled.text("next_step"),
        **_due(meeting, card, filled),
    }
    return [*events, *_responsible(card, filled, values, moment)]


def _responsible(card: Card, filled: Filled, values: Values, moment: Moment) -> list[Event]:
    """A yes belongs to who said it: another responsible has to be asked anew."""
    values["responsible"], named = named_party("responsible", filled, moment.new_id)
    if not values["responsible"] or values["responsible"] != card.values.get("responsible"):
        values["accepted"] = False
    return [*named, Patched(card=card.id, values=values)]


def details_form(found: Sequence[Measure]) -> Form:
    """The rest of what can be told of a measure."""
    fills = [{name: m.card.value(name) for name in DETAILS} for m in found]
    return Form(
        fields=(
            _which(found, fills),
            chosen_field("aim"),
            chosen_field("level"),
            Line(name="indicator", label=Say("How we measure")),
            Line(name="resources", label=Say("Resources")),
            Line(name="obstacle", label=Say("Obstacle")),
            Line(name="way_past", label=Say("The way past it")),
            Line(name="mandate", label=Say("Mandate")),
            Line(name="contact", label=Say("Contact point")),
            Line(name="elsewhere", label=Say("Handled elsewhere"), hint=Say("Where, or a link.")),
        ),
        submit=Say("Save"),
    )


def plain(filled: Filled, name: str) -> str:
    """One of these particulars, chosen or written."""
    return (filled.pick(name) or "") if name in ("aim", "level") else filled.text(name)


def accept(waiting: Sequence[Measure]) -> Action:
    """Note which of those who were proposed have said yes."""
    choices = tuple(
        Option(key=m.id, words=m.words, hint=m.responsible.words() if m.responsible else "")
        for m in waiting
    )
    pick = Pick(
        name="measures",
        label=Say("Which responsible has said yes?"),
        options=choices,
        at_least=1,
        at_most=len(choices),
    )
    form = Form(fields=(pick,), submit=Say("Save"))
    return Action(name="accept", label=Say("Note a yes"), key="y", form=form)
