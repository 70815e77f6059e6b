"""Phones volunteer for measures, and say yes to what was proposed to them."""

from pydantic import JsonValue

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Dropped, Event, Patched, Put
from workshop.domain.form import Form, Option, Pick
from workshop.domain.measure import Measure, to_do
from workshop.domain.meeting import Meeting
from workshop.domain.party import Party
from workshop.domain.person import is_meant
from workshop.domain.reading import Filled
from workshop.domain.sheet import Block, Bullet, Bullets
from workshop.domain.step import Moment, Who
from workshop.domain.words import Own, Say, Words, said
from workshop.steps.inputs import Values
from workshop.steps.ownership import owner

OFFERS = "offers"
ROLES: dict[str, Say] = {
    "responsible": Say("We can be responsible"),
    "together": Say("We take part together with others"),
}


def offers_shown(meeting: Meeting) -> tuple[Block, ...]:
    """Who would take on what, as one list."""
    offers = tuple(Bullet(offer_words(meeting, card)) for card in open_offers(meeting))
    return (Bullets(offers),) if offers else ()


def open_offers(meeting: Meeting) -> list[Card]:
    known_measures = {m.id for m in to_do(meeting)}
    return [
        card
        for card in meeting.deck(OFFERS)
        if card.value("measure") in known_measures and card.values.get("taken") is not True
    ]


def offer_words(meeting: Meeting, card: Card) -> Words:
    person = meeting.people.get(card.author)
    offer = Say("%(who)s can be responsible for “%(measure)s”")
    if card.value("role") == "together":
        offer = Say("%(who)s takes part in “%(measure)s”")
    return said(
        offer.text,
        who=Own(person.organisation if person else card.text),
        measure=meeting.cards[card.value("measure")].words,
    )


def volunteer_form(meeting: Meeting, who: Who) -> Form:
    mine = {c.value("measure"): c.value("role") for c in meeting.written_by(who.id, OFFERS)}
    roles = tuple(Option(key=key, words=words) for key, words in ROLES.items())
    offers = tuple(
        Pick(
            name=f"role-{m.id}",
            label=m.words,
            hint=owner(meeting, m),
            options=roles,
            value=(mine[m.id],) if m.id in mine else (),
            at_most=1,
        )
        for m in to_do(meeting)
    )
    mine_to_say = _asked_of(meeting, who)
    asked = tuple(Option(key=m.id, words=m.words) for m in mine_to_say)
    # What a colleague has said yes to stays in the list, ticked: a page loaded before is not wrong.
    yes = Pick(
        name="yes",
        label=Say("You have been proposed as responsible. Do you say yes?"),
        options=asked,
        value=tuple(m.id for m in mine_to_say if m.accepted),
        at_most=max(1, len(asked)),
    )
    intro = Say("Which of these do you take on?")
    return Form(fields=(*((yes,) if asked else ()), *offers), intro=intro)


def _asked_of(meeting: Meeting, who: Who) -> list[Measure]:
    """The measures proposed to this person, or to the organisation without a person named."""
    person = meeting.people.get(who.id)
    if person is None:
        return []
    same = person.organisation.casefold()
    return [
        m
        for m in to_do(meeting)
        if m.responsible
        and (
            is_meant(meeting, m.responsible, person)
            or (m.responsible.person is None and m.responsible.organisation.casefold() == same)
        )
    ]


def offered(step: str, meeting: Meeting, who: Who, filled: Filled, moment: Moment) -> list[Event]:
    mine = {card.value("measure"): card for card in meeting.written_by(who.id, OFFERS)}
    events: list[Event] = []
    for measure in to_do(meeting):
        role, before = filled.pick(f"role-{measure.id}"), mine.get(measure.id)
        if before and not role:
            events.append(Dropped(card=before.id))
        elif before and role != before.value("role"):
            events.append(Patched(card=before.id, values={"role": role, "taken": False}))
        elif role and not before:
            values: Values = {"measure": measure.id, "role": role}
            card = moment.new_id()
            events.append(Put(card=card, deck=OFFERS, step=step, values=values, author=who.id))
    return events


def said_yes(meeting: Meeting, who: Who, filled: Filled) -> list[Event]:
    asked = _asked_of(meeting, who)
    said_yes = filled.picked("yes") if asked else ()
    return [
        Patched(card=measure.id, values={"accepted": True})
        for measure in asked
        if measure.id in said_yes and not measure.accepted
    ]


def take_offer(meeting: Meeting) -> tuple[Action, ...]:
    offers = open_offers(meeting)
    if not offers:
        return ()
    choices = tuple(Option(key=c.id, words=offer_words(meeting, c)) for c in offers)
    pick = Pick(name="offer", label=Say("Which offer do we take?"), options=choices, required=True)
    form = Form(fields=(pick,), submit=Say("Take the offer"))
    return (Action(name="take_offer", label=Say("Take an offer"), key="k", form=form),)


def offer_taken(meeting: Meeting, offer: str) -> list[Event]:
    """Who offers has said yes; somebody already responsible keeps it, and the offer joins in."""
    card = meeting.cards[offer]
    person = meeting.people.get(card.author)
    party = Party(organisation=person.organisation if person else card.text)
    target = next(m for m in to_do(meeting) if m.id == card.value("measure"))
    taken = Patched(card=offer, values={"taken": True})
    if card.value("role") == "responsible" and target.responsible in (None, party):
        mine: Values = {"responsible": party.model_dump(mode="json"), "accepted": True}
        return [Patched(card=target.id, values=mine), taken]
    if party in target.together:
        return [taken]
    together: list[JsonValue] = [p.model_dump(mode="json") for p in (*target.together, party)]
    return [Patched(card=target.id, values={"together": together}), taken]
