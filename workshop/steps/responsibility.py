"""Who is responsible for what: one responsible who says yes, others beside, a deadline."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from pydantic import JsonValue

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Dropped, Event, Patched, Put
from workshop.domain.form import Answers, DateField, Form, Line, Option, PartyField, Pick, Text
from workshop.domain.measure import (
    AIM_NAMES,
    LEVEL_NAMES,
    MODE_NAMES,
    Measure,
    measures,
)
from workshop.domain.meeting import Meeting
from workshop.domain.party import KIND_NAMES, PARTY_KINDS, Party
from workshop.domain.person import in_the_room, kind_of, known, label, settled
from workshop.domain.reading import Filled, read
from workshop.domain.sheet import Block, Facts, Note, Table
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.words import Count, Joined, Own, Say, Words, said
from workshop.steps.writing import answered

OFFERS = "offers"
ROLES: dict[str, Say] = {
    "responsible": Say("We can be responsible"),
    "together": Say("We take part together with others"),
}
ELSEWHERE = Say("Not at the meeting")
NO_OWNER = Say("no owner yet")
Values = dict[str, JsonValue]


class Responsibility(Step):
    """Phones can volunteer and say yes; the facilitator writes down what the room agrees."""

    kind: Literal["responsibility"] = "responsibility"

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        if not self.is_open(meeting) or who.by_hand or not measures(meeting):
            return None
        return _volunteer_form(meeting, who)

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        return [
            *_offered(self.id, meeting, who, filled, moment),
            *_said_yes(meeting, who, filled),
        ]

    def stage(self, meeting: Meeting) -> Blocks:
        found = measures(meeting)
        if not found:
            return (Note(Say("There are no measures yet."), "quiet"),)
        return (table(meeting, found), *_offers(meeting), ownership(meeting), *_mandates(meeting))

    def record(self, meeting: Meeting) -> Blocks:
        found = measures(meeting)
        return (table(meeting, found), ownership(meeting)) if found else ()

    def progress(self, meeting: Meeting) -> Progress | None:
        found = measures(meeting)
        owned = sum(one.responsible is not None for one in found)
        return Progress(owned, len(found), Say("have a responsible"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        found = measures(meeting)
        if not found:
            return ()
        waiting = [m for m in found if m.responsible and not m.accepted]
        return (
            Action(
                name="assign",
                label=Say("Who, by when"),
                key="a",
                form=_assign_form(meeting, found),
                main=True,
            ),
            *_take_offer(meeting),
            *((_accept(waiting),) if waiting else ()),
            Action(
                name="details",
                label=Say("More about the measure"),
                key="d",
                form=_details_form(found),
            ),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        assert action.form is not None
        filled = read(action.form, answers)
        match action.name:
            case "assign":
                return _assigned(meeting, filled, moment)
            case "details":
                values: Values = {name: _plain(filled, name) for name in DETAILS}
                return [Patched(card=filled.pick("measure") or "", values=values)]
            case "accept":
                yes: Values = {"accepted": True}
                return [Patched(card=card, values=yes) for card in filled.picked("measures")]
            case _:
                return _offer_taken(meeting, filled.pick("offer") or "")


def table(meeting: Meeting, found: Sequence[Measure]) -> Table:
    """All measures with who is responsible, with whom, and by when."""
    head = (Say("Measure"), Say("Responsible"), Say("Together with"), Say("Deadline"))
    rows = tuple((m.words, owner(meeting, m), parties(m.together), m.due) for m in found)
    return Table(head, rows)


def owner(meeting: Meeting, measure: Measure) -> Words:
    """The responsible and whether they said yes; "no owner yet" where there is none."""
    if measure.responsible is None:
        return NO_OWNER
    return Joined(
        (measure.responsible.words(), said("(%(state)s)", state=state(meeting, measure))), " "
    )


def state(meeting: Meeting, measure: Measure) -> Words:
    """Accepted, proposed, or to be clarified with somebody who is not in the room."""
    if measure.accepted:
        return Say("accepted")
    here = measure.responsible is not None and in_the_room(meeting, measure.responsible)
    return Say("proposed") if here else Say("to be clarified")


def parties(found: Sequence[Party]) -> Words:
    return Joined(tuple(party.words() for party in found))


def ownership(meeting: Meeting) -> Facts:
    """How many measures each kind of party is responsible for, and how many have no owner."""
    owners = Counter(kind_of(meeting, m.responsible) for m in measures(meeting) if m.responsible)
    nobody = sum(m.responsible is None for m in measures(meeting))
    pairs: list[tuple[Words, Words]] = [
        (KIND_NAMES[kind], Count("%(n)s measure", "%(n)s measures", owners[kind]))
        for kind in PARTY_KINDS
        if owners[kind] or kind != "other"
    ]
    if owners[None]:
        pairs.append((ELSEWHERE, Count("%(n)s measure", "%(n)s measures", owners[None])))
    if nobody:
        pairs.append((Say("No owner yet"), Count("%(n)s measure", "%(n)s measures", nobody)))
    return Facts(tuple(pairs))


def _mandates(meeting: Meeting) -> tuple[Block, ...]:
    """A hint, never a block: controls are for those whose mandate it is."""
    doubtful = [
        m
        for m in measures(meeting)
        if m.aim in ("identify", "counter")
        and m.responsible
        and kind_of(meeting, m.responsible) not in ("authority", None)
    ]
    return tuple(
        Note(said("“%(measure)s”: is this within the mandate?", measure=m.words), "warning")
        for m in doubtful
    )


def _offers(meeting: Meeting) -> tuple[Block, ...]:
    return tuple(Note(_offer_words(meeting, card), "strong") for card in _open_offers(meeting))


def _open_offers(meeting: Meeting) -> list[Card]:
    known_measures = {m.id for m in measures(meeting)}
    return [
        card
        for card in meeting.deck(OFFERS)
        if card.value("measure") in known_measures and card.values.get("taken") is not True
    ]


def _offer_words(meeting: Meeting, card: Card) -> Words:
    person = meeting.people.get(card.author)
    offer = Say("%(who)s can be responsible for “%(measure)s”")
    if card.value("role") == "together":
        offer = Say("%(who)s takes part in “%(measure)s”")
    return said(
        offer.text,
        who=Own(person.organisation if person else card.text),
        measure=meeting.cards[card.value("measure")].words,
    )


def _volunteer_form(meeting: Meeting, who: Who) -> Form:
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
        for m in measures(meeting)
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
        for m in measures(meeting)
        if m.responsible
        and (
            m.responsible.person == who.id
            or (m.responsible.person is None and m.responsible.organisation.casefold() == same)
        )
    ]


def _offered(step: str, meeting: Meeting, who: Who, filled: Filled, moment: Moment) -> list[Event]:
    mine = {card.value("measure"): card for card in meeting.written_by(who.id, OFFERS)}
    events: list[Event] = []
    for measure in measures(meeting):
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


def _said_yes(meeting: Meeting, who: Who, filled: Filled) -> list[Event]:
    asked = _asked_of(meeting, who)
    said_yes = filled.picked("yes") if asked else ()
    return [
        Patched(card=measure.id, values={"accepted": True})
        for measure in asked
        if measure.id in said_yes and not measure.accepted
    ]


def _options(found: Sequence[Measure], fills: Sequence[dict[str, str]]) -> tuple[Option, ...]:
    return tuple(
        Option(key=m.id, words=m.words, fills=fill) for m, fill in zip(found, fills, strict=True)
    )


def _which(found: Sequence[Measure], fills: Sequence[dict[str, str]]) -> Pick:
    return Pick(
        name="measure", label=Say("Which measure?"), options=_options(found, fills), required=True
    )


def _assign_form(meeting: Meeting, found: Sequence[Measure]) -> Form:
    fills = [
        {
            "responsible": label(meeting, m.responsible) if m.responsible else "",
            "together": "; ".join(label(meeting, party) for party in m.together),
            "mode": m.mode,
            "deadline": m.deadline.isoformat() if m.deadline else "",
            "deadline_words": m.deadline_words,
            "next_step": m.next_step,
        }
        for m in found
    ]
    typed = Say("An organisation, or a name, a comma and the organisation.")
    modes = tuple(Option(key=key, words=words) for key, words in MODE_NAMES.items())
    return Form(
        fields=(
            _which(found, fills),
            PartyField(
                name="responsible", label=Say("Responsible"), hint=typed, known=known(meeting)
            ),
            PartyField(
                name="together",
                label=Say("Together with"),
                hint=Say("Several are written with a semicolon between them."),
                known=known(meeting),
                many=True,
                most=400,
            ),
            Pick(name="mode", label=Say("Each on our own, or together?"), options=modes),
            DateField(name="deadline", label=Say("Deadline")),
            Line(
                name="deadline_words",
                label=Say("Deadline in words"),
                hint=Say("As it was said: week 45, spring 2027, ongoing."),
                most=80,
            ),
            Text(name="next_step", label=Say("Next step"), most=500),
        ),
        submit=Say("Save"),
    )


def _assigned(meeting: Meeting, filled: Filled, moment: Moment) -> list[Event]:
    events: list[Event] = []
    together: list[JsonValue] = []
    for who in filled.parties("together"):
        party, named = settled(who, moment.new_id())
        together.append(party.model_dump(mode="json"))
        events += named
    day = filled.day("deadline")
    values: Values = {
        "together": together,
        "mode": filled.pick("mode") or "",
        "deadline": day.isoformat() if day else "",
        "deadline_words": filled.text("deadline_words"),
        "next_step": filled.text("next_step"),
    }
    card = meeting.cards[filled.pick("measure") or ""]
    return [*events, *_responsible(card, filled, values, moment)]


def _responsible(card: Card, filled: Filled, values: Values, moment: Moment) -> list[Event]:
    """A yes belongs to who said it: another responsible has to be asked anew."""
    who = filled.party("responsible")
    if who is None:
        values |= {"responsible": None, "accepted": False}
        return [Patched(card=card.id, values=values)]
    party, named = settled(who, moment.new_id())
    values["responsible"] = party.model_dump(mode="json")
    if values["responsible"] != card.values.get("responsible"):
        values["accepted"] = False
    return [*named, Patched(card=card.id, values=values)]


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


def _details_form(found: Sequence[Measure]) -> Form:
    fills = [{name: m.card.value(name) for name in DETAILS} for m in found]
    aims = tuple(Option(key=key, words=words) for key, words in AIM_NAMES.items())
    levels = tuple(Option(key=key, words=words) for key, words in LEVEL_NAMES.items())
    return Form(
        fields=(
            _which(found, fills),
            Pick(name="aim", label=Say("What kind of measure?"), options=aims),
            Pick(name="level", label=Say("At which level?"), options=levels),
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


def _plain(filled: Filled, name: str) -> str:
    return (filled.pick(name) or "") if name in ("aim", "level") else filled.text(name)


def _accept(waiting: Sequence[Measure]) -> Action:
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


def _take_offer(meeting: Meeting) -> tuple[Action, ...]:
    offers = _open_offers(meeting)
    if not offers:
        return ()
    choices = tuple(Option(key=c.id, words=_offer_words(meeting, c)) for c in offers)
    pick = Pick(name="offer", label=Say("Which offer do we take?"), options=choices, required=True)
    form = Form(fields=(pick,), submit=Say("Take the offer"))
    return (Action(name="take_offer", label=Say("Take an offer"), key="k", form=form),)


def _offer_taken(meeting: Meeting, offer: str) -> list[Event]:
    """Who offers has said yes; somebody already responsible keeps it, and the offer joins in."""
    card = meeting.cards[offer]
    person = meeting.people.get(card.author)
    party = Party(organisation=person.organisation if person else card.text)
    target = next(m for m in measures(meeting) if m.id == card.value("measure"))
    taken = Patched(card=offer, values={"taken": True})
    if card.value("role") == "responsible" and target.responsible in (None, party):
        mine: Values = {"responsible": party.model_dump(mode="json"), "accepted": True}
        return [Patched(card=target.id, values=mine), taken]
    if party in target.together:
        return [taken]
    together: list[JsonValue] = [p.model_dump(mode="json") for p in (*target.together, party)]
    return [Patched(card=target.id, values={"together": together}), taken]
