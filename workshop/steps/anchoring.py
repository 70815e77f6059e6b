"""Where goal, activity and staffing are anchored: partner by partner, by whom, and when."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import JsonValue

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event
from workshop.domain.form import Answers, DateField, Form, Line, Option, Part, PartyField, Pick
from workshop.domain.form import Field as Input
from workshop.domain.meeting import Meeting
from workshop.domain.party import Party, party_of
from workshop.domain.person import known
from workshop.domain.reading import Filled, filled_for
from workshop.domain.sheet import Note, Table
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.tending import TYPED
from workshop.domain.words import Day, Joined, Own, Say, Words
from workshop.steps.asking import TITLE
from workshop.steps.inputs import Values, kept, named_party
from workshop.steps.writing import answered

DECK = "anchoring"
SUBJECTS: dict[str, Say] = {
    "goal": Say("Goal"),
    "activity": Say("Activity"),
    "staffing": Say("Staffing"),
}
STATES: dict[str, Say] = {
    "no": Say("not raised"),
    "raised": Say("raised"),
    "anchored": Say("anchored"),
}


class Anchoring(Step):
    """Each partner is one card; phones answer for their own organisation."""

    kind: Literal["anchoring"] = "anchoring"

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        person = meeting.people.get(who.id)
        if person is None or who.by_hand or not self.is_open(meeting):
            return None
        card = card_of(meeting, person.organisation)
        fields = [one for subject in SUBJECTS for one in _subject(subject, card)]
        heading = Part(
            name="partner",
            label=Own(person.organisation),
            hint=Say("What has been raised or anchored at home, with those who decide?"),
        )
        return Form(fields=(heading, *fields), intro=self.lead or "")

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        organisation = meeting.people[who.id].organisation
        by: JsonValue = Party(organisation=organisation).model_dump(mode="json")
        card = card_of(meeting, organisation)
        values: Values = {}
        for subject in SUBJECTS:
            if state := filled.pick(subject):
                before = card.values.get(f"{subject}_by") if card else None
                day = filled.day(f"{subject}_on")
                values[subject] = state
                values[f"{subject}_by"] = (before or by) if state != "no" else None
                values[f"{subject}_on"] = day.isoformat() if day and state != "no" else ""
        if not values:
            return []
        return self._kept(card, organisation, values, moment)

    def stage(self, meeting: Meeting) -> Blocks:
        partners = partners_of(meeting)
        if not partners:
            return (Note(Say("Nobody has joined yet, and no parties are listed."), "quiet"),)
        return (table(meeting, partners),)

    def record(self, meeting: Meeting) -> Blocks:
        return self.stage(meeting) if meeting.deck(DECK) else ()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def progress(self, meeting: Meeting) -> Progress | None:
        partners = partners_of(meeting)
        done = sum(card_of(meeting, partner) is not None for partner in partners)
        return Progress(done, len(partners), Say("have answered"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        partners = partners_of(meeting)
        field = Line(name="partner", label=Say("Which organisation?"), required=True)
        add = Action(
            name="add",
            label=Say("Another partner"),
            key="k",
            form=Form(fields=(field,), submit=Say("Save")),
        )
        if not partners:
            return (add,)
        form = _form(meeting, partners)
        return (
            Action(name="anchor", label=Say("Write for a partner"), key="a", form=form, main=True),
            add,
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        filled = filled_for(action, answers)
        partners = partners_of(meeting)
        if action.name == "add":
            partner = filled.text("partner")
            there = partner.casefold() in {one.casefold() for one in partners}
            return [] if there else self._kept(None, partner, {}, moment)
        key = filled.pick("partner") or ""
        partner = next(one for one in partners if one.casefold() == key)
        values, named = _typed(filled, moment)
        return [*named, *self._kept(card_of(meeting, partner), partner, values, moment)]

    def _kept(self, card: Card | None, partner: str, values: Values, moment: Moment) -> list[Event]:
        named = values if card else {TITLE: partner, **values}
        return kept(card, named, deck=DECK, step=self.id, moment=moment)


def card_of(meeting: Meeting, partner: str) -> Card | None:
    """What is known of a partner, also from earlier meetings."""
    same = partner.casefold()
    return next((c for c in meeting.deck(DECK) if c.text.casefold() == same), None)


def partners_of(meeting: Meeting) -> list[str]:
    """The organisations of the network, those that are here, and those written down; by name."""
    found = (
        *(card.text for card in meeting.deck(DECK) if card.text),
        *(party.organisation for party in meeting.parties),
        *(person.organisation for person in meeting.people.values()),
    )
    by_name = {name.casefold(): name for name in reversed(found) if name}
    return [by_name[name] for name in sorted(by_name)]


def table(meeting: Meeting, partners: Sequence[str]) -> Table:
    """A row for each partner; what nobody has said anything about was not raised."""
    rows = tuple(
        (Own(partner), *(_cell(card_of(meeting, partner), subject) for subject in SUBJECTS))
        for partner in partners
    )
    return Table((Say("Partner"), *SUBJECTS.values()), rows)


def _cell(card: Card | None, subject: str) -> Words:
    state = card.value(subject) if card else ""
    if card is None or state not in ("raised", "anchored"):
        return STATES["no"]
    by, on = party_of(card.values.get(f"{subject}_by")), card.value(f"{subject}_on")
    own = by is None or (by.person is None and by.organisation.casefold() == card.text.casefold())
    day: Words = Day(date.fromisoformat(on)) if on else ""
    return Joined((STATES[state], "" if own or by is None else by.words(), day))


def _subject(subject: str, card: Card | None) -> tuple[Input, ...]:
    state, on = (card.value(subject), card.value(f"{subject}_on")) if card else ("", "")
    return (
        Part(
            name=f"part-{subject}",
            label=SUBJECTS[subject],
            hint=_cell(card, subject) if state in STATES else "",
        ),
        Pick(
            name=subject,
            label=Say("How far?"),
            options=_states(),
            value=(state,) if state in STATES else (),
        ),
        DateField(
            name=f"{subject}_on",
            label=Say("When?"),
            value=date.fromisoformat(on) if on else None,
        ),
    )


def _states() -> tuple[Option, ...]:
    return tuple(Option(key=key, words=words) for key, words in STATES.items())


def _form(meeting: Meeting, partners: Sequence[str]) -> Form:
    """One partner at a time; the first that nothing is known of is chosen already."""
    silent = [one.casefold() for one in partners if card_of(meeting, one) is None]
    subjects = tuple(Option(key=key, words=words) for key, words in SUBJECTS.items())
    return Form(
        fields=(
            Pick(
                name="partner",
                label=Say("Which organisation?"),
                options=tuple(Option(key=one.casefold(), words=Own(one)) for one in partners),
                value=tuple(silent[:1]),
                required=True,
            ),
            Pick(
                name="subjects",
                label=Say("What?"),
                options=subjects,
                at_least=1,
                at_most=len(subjects),
            ),
            Pick(name="state", label=Say("How far?"), options=_states(), required=True),
            PartyField(name="by", label=Say("By whom?"), hint=TYPED, known=known(meeting)),
            DateField(name="on", label=Say("When?")),
        ),
        submit=Say("Save"),
    )


def _typed(filled: Filled, moment: Moment) -> tuple[Values, list[Event]]:
    party, named = named_party("by", filled, moment.new_id)
    day = filled.day("on")
    values: Values = {}
    for subject in filled.picked("subjects"):
        values[subject] = filled.pick("state") or ""
        values[f"{subject}_by"] = party
        values[f"{subject}_on"] = day.isoformat() if day else ""
    return values, named
