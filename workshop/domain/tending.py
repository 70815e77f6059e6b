"""A network's measures between its meetings: what is asked about one, and what is recorded."""

from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from workshop.domain.contact import Contact
from workshop.domain.due import due_fields
from workshop.domain.form import (
    Answers,
    Check,
    Field,
    Form,
    Line,
    Option,
    PartyField,
    Pick,
    Text,
)
from workshop.domain.keeping import MEASURES
from workshop.domain.measure import AIM_NAMES, LEVEL_NAMES, MODE_NAMES, Measure
from workshop.domain.meeting import Meeting
from workshop.domain.noted import NewId, Noted
from workshop.domain.party import Party
from workshop.domain.person import known, label
from workshop.domain.reading import Filled, Who, read
from workshop.domain.record import CardKept
from workshop.domain.status import Patch, status_form, status_patch
from workshop.domain.words import Say

TYPED = Say("An organisation, or a name, a comma and the organisation.")
LONGER = ("text", "next_step", "resources")
WRITTEN = ("text", "area_text", "next_step", "indicator", "resources", "mandate", "contact")
CHOSEN: Mapping[str, Mapping[str, Say]] = {
    "mode": MODE_NAMES,
    "aim": AIM_NAMES,
    "level": LEVEL_NAMES,
}
LABELS: Mapping[str, Say] = {
    "text": Say("Measure"),
    "area_text": Say("Improvement area"),
    "next_step": Say("Next step"),
    "indicator": Say("How we measure"),
    "resources": Say("Resources"),
    "mandate": Say("Mandate"),
    "contact": Say("Contact point"),
    "elsewhere": Say("Handled elsewhere"),
    "mode": Say("Each on our own, or together?"),
    "aim": Say("What kind of measure?"),
    "level": Say("At which level?"),
}


def status_noted(measure: Measure, answers: Answers) -> Noted:
    """How it goes; raises `Unreadable`, also where a reason is missing."""
    return kept(measure.id, status_patch(measure, read(status_form(measure), answers)))


def kept(card: str, values: Patch, contacts: Sequence[Contact] = ()) -> Noted:
    """These values as a record; nothing where none is new."""
    event = CardKept(card=card, deck=MEASURES, values=values)
    return Noted((event,), tuple(contacts)) if values else Noted()


def adding_form(network: Meeting) -> Form:
    """A measure that comes up between meetings."""
    return Form(
        fields=(
            *_worded(network, None, ("text", "area_text")),
            _plan_area(network, ""),
            *_owners(network, None),
            *due_fields(),
            *_worded(network, None, ("next_step",)),
        ),
        submit=Say("Save"),
    )


def added(network: Meeting, answers: Answers, new_id: NewId) -> Noted:
    """A new measure of the network."""
    filled = read(adding_form(network), answers)
    day = filled.day("deadline")
    values, contacts = _owned(filled, new_id)
    values |= {name: filled.text(name) for name in ("text", "area_text", "next_step")}
    values |= {"plan_area": filled.pick("plan_area") or ""}
    values |= {"deadline": day.isoformat() if day else ""}
    values |= {"deadline_words": filled.text("deadline_words")}
    new = CardKept(card=new_id(), deck=MEASURES, values=values, new=True)
    return Noted((new,), tuple(contacts))


def owning_form(network: Meeting, measure: Measure) -> Form:
    """Who is responsible, with whom, and whether they said yes."""
    return Form(fields=_owners(network, measure), submit=Say("Save"))


def owned(network: Meeting, measure: Measure, answers: Answers, new_id: NewId) -> Noted:
    """Who is responsible; a yes belongs to who said it, so another one has to say it anew."""
    filled = read(owning_form(network, measure), answers)
    values, contacts = _owned(filled, new_id)
    before = measure.responsible.model_dump(mode="json") if measure.responsible else None
    if values["responsible"] != before and measure.accepted:
        values["accepted"] = False
    return kept(measure.id, _news(measure, values), contacts)


def correcting_form(network: Meeting, measure: Measure) -> Form:
    """Everything about a measure that has neither a history nor a reason to give."""
    return Form(
        fields=(
            *_worded(network, measure, ("text", "area_text")),
            _plan_area(network, measure.plan_area),
            *_worded(network, measure, ("next_step",)),
            *(chosen_field(name, measure.card.value(name)) for name in CHOSEN),
            *_worded(network, measure, ("indicator", "resources", "mandate", "contact")),
            Line(
                name="elsewhere",
                label=LABELS["elsewhere"],
                hint=Say("Where, or a link."),
                value=measure.elsewhere,
            ),
        ),
        submit=Say("Save"),
    )


def corrected(network: Meeting, measure: Measure, answers: Answers) -> Noted:
    """What is put right in the texts of a measure."""
    filled = read(correcting_form(network, measure), answers)
    values: Patch = {name: filled.text(name) for name in (*WRITTEN, "elsewhere")}
    values |= {name: filled.pick(name) or "" for name in (*CHOSEN, "plan_area")}
    news = _news(measure, values)
    if "area_text" in news:
        news["area"] = ""  # it no longer stands under the heading of that meeting
    return kept(measure.id, news)


def _news(measure: Measure, values: Patch) -> Patch:
    before = measure.card.values
    return {
        name: value
        for name, value in values.items()
        if (before.get(name) or None) != (value or None)
    }


def _worded(network: Meeting, measure: Measure | None, names: Sequence[str]) -> tuple[Field, ...]:
    areas = dict.fromkeys(card.value("area_text") for card in network.deck(MEASURES))
    return tuple(_written(name, measure, tuple(filter(None, areas))) for name in names)


def _written(name: str, measure: Measure | None, areas: tuple[str, ...]) -> Field:
    value = measure.card.value(name) if measure else ""
    if name in LONGER:
        required = name == "text"
        return Text(name=name, label=LABELS[name], value=value, most=500, required=required)
    known_areas = areas if name == "area_text" else ()
    return Line(name=name, label=LABELS[name], value=value, known=known_areas)


def chosen_field(name: str, value: str = "") -> Pick:
    """Kind, level or way of working of a measure, to choose from."""
    options = tuple(Option(key=key, words=words) for key, words in CHOSEN[name].items())
    return Pick(name=name, label=LABELS[name], options=options, value=(value,) if value else ())


def _plan_area(network: Meeting, value: str) -> Pick:
    options = tuple(Option(key=area.key, words=area.name) for area in network.plan_areas)
    known_keys = {option.key for option in options}
    return Pick(
        name="plan_area",
        label=Say("Area of the plan"),
        options=options,
        value=(value,) if value in known_keys else (),
    )


def _owners(network: Meeting, measure: Measure | None) -> tuple[Field, ...]:
    responsible = measure.responsible if measure else None
    together = measure.together if measure else ()
    # Who stands there now is meant by what stands there now, also where a name was erased.
    named = [party for party in (responsible, *together) if party]
    names = (*known(network), *((label(network, party), party) for party in named))
    return (
        *party_fields(
            names,
            label(network, responsible) if responsible else "",
            "; ".join(label(network, party) for party in together),
        ),
        Check(
            name="accepted",
            label=Say("Has the responsible said yes?"),
            value=measure.accepted if measure else False,
        ),
    )


def party_fields(
    names: tuple[tuple[str, Party], ...], responsible: str = "", together: str = ""
) -> tuple[PartyField, PartyField]:
    """Who does it and with whom, as typed; `names` are what can be typed, and who that is."""
    return (
        PartyField(
            name="responsible",
            label=Say("Responsible"),
            hint=TYPED,
            value=responsible,
            known=names,
        ),
        PartyField(
            name="together",
            label=Say("Together with"),
            hint=Say("Several are written with a semicolon between them."),
            value=together,
            known=names,
            many=True,
            most=400,
        ),
    )


def _owned(filled: Filled, new_id: NewId) -> tuple[Patch, list[Contact]]:
    contacts: list[Contact] = []
    who = filled.party("responsible")
    together: list[JsonValue] = [
        met(one, new_id, contacts).model_dump(mode="json") for one in filled.parties("together")
    ]
    responsible = met(who, new_id, contacts).model_dump(mode="json") if who else None
    yes = filled.ticked("accepted") and who is not None
    return {"responsible": responsible, "together": together, "accepted": yes}, contacts


def met(who: Who, new_id: NewId, contacts: list[Contact]) -> Party:
    """The party meant; somebody new by name is added to the people the network knows."""
    if isinstance(who, Party):
        return who
    contacts.append(Contact(new_id(), who.name))
    return Party(organisation=who.organisation, person=contacts[-1].person)
