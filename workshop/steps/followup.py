"""How we follow up in this network: form, who convenes, next date, contact point."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import JsonValue

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Patched, Put
from workshop.domain.form import Answers, DateField, Form, Line, PartyField, Text
from workshop.domain.meeting import Meeting
from workshop.domain.party import party_of
from workshop.domain.person import known, label
from workshop.domain.reading import read
from workshop.domain.retention import AGREED
from workshop.domain.sheet import Facts, Note
from workshop.domain.step import Blocks, Moment, Step
from workshop.domain.tending import TYPED
from workshop.domain.words import Day, Joined, Own, Say, Words
from workshop.steps.inputs import named_party


class Followup(Step):
    """What is agreed is one card, filled in as the room speaks."""

    kind: Literal["followup"] = "followup"

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        filled = read(_form(meeting, agreed(meeting)), answers)
        day = filled.day("date")
        values: dict[str, JsonValue] = {
            name: filled.text(name) for name in ("form", "time", "place")
        }
        values["date"] = day.isoformat() if day else ""
        events: list[Event] = []
        for name in ("convener", "contact"):
            values[name], named = named_party(name, filled, moment.new_id)
            events += named
        return [*events, self._kept(meeting, values, moment)]

    def stage(self, meeting: Meeting) -> Blocks:
        facts = agreed_facts(meeting)
        return (facts,) if facts.pairs else (Note(Say("Nothing agreed yet."), "quiet"),)

    def record(self, meeting: Meeting) -> Blocks:
        facts = agreed_facts(meeting)
        return (facts,) if facts.pairs else ()

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        form = _form(meeting, agreed(meeting))
        label = Say("Write what we agree")
        return (Action(name="agree", label=label, key="a", form=form, main=True),)

    def _kept(self, meeting: Meeting, values: dict[str, JsonValue], moment: Moment) -> Event:
        before = agreed(meeting)
        if before is not None:
            return Patched(card=before.id, values=values)
        return Put(card=moment.new_id(), deck=AGREED, step=self.id, values=values)


def agreed(meeting: Meeting) -> Card | None:
    """The card that holds what was agreed, if anything was."""
    return next(iter(meeting.deck(AGREED)), None)


def next_meeting(meeting: Meeting) -> date | None:
    """The day of the next meeting, if it was agreed."""
    card = agreed(meeting)
    return date.fromisoformat(card.value("date")) if card and card.value("date") else None


def agreed_facts(meeting: Meeting) -> Facts:
    """What was agreed, as pairs; only what was filled in."""
    card = agreed(meeting)
    if card is None:
        return Facts(())
    day = next_meeting(meeting)
    when = Joined((Day(day) if day else "", Own(card.value("time")), Own(card.value("place"))))
    pairs: tuple[tuple[Words, Words], ...] = (
        (Say("How we follow up"), Own(card.value("form"))),
        (Say("Convened by"), _party_words(card, "convener")),
        (Say("Next meeting"), when if day or card.value("time") or card.value("place") else ""),
        (Say("Contact point"), _party_words(card, "contact")),
    )
    return Facts(tuple((name, value) for name, value in pairs if value not in ("", Own(""))))


def _party_words(card: Card, name: str) -> Words:
    party = party_of(card.values.get(name))
    return party.words() if party else ""


def _form(meeting: Meeting, card: Card | None) -> Form:
    def value(name: str) -> str:
        return card.value(name) if card else ""

    def who(name: str, asked: Say) -> PartyField:
        party = party_of(card.values.get(name)) if card else None
        typed = label(meeting, party) if party else ""
        return PartyField(name=name, label=asked, hint=TYPED, value=typed, known=known(meeting))

    return Form(
        fields=(
            Text(name="form", label=Say("How do we follow up?"), value=value("form"), most=500),
            who("convener", Say("Who convenes?")),
            DateField(
                name="date",
                label=Say("Date of the next meeting"),
                value=date.fromisoformat(value("date")) if value("date") else None,
            ),
            Line(name="time", label=Say("Time"), value=value("time"), most=40),
            Line(name="place", label=Say("Place"), value=value("place"), most=100),
            who("contact", Say("Contact point")),
        ),
        submit=Say("Save"),
    )
