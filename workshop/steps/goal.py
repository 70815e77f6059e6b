"""One agreed goal, tied to plan, mandate and expectations, with the S.M.A.R.T. check."""

from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import JsonValue

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.meeting import Meeting
from workshop.domain.reading import read
from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Heading, Note
from workshop.domain.step import Blocks, Moment, Step, Who
from workshop.domain.words import Say, Words
from workshop.steps.asking import TITLE, Asking
from workshop.steps.inputs import answered_values, inputs, kept
from workshop.steps.telling import facts

DECK = "goal"
ASKED: tuple[Asking, ...] = (
    Asking(name=TITLE, label=Say("What do we want to have reached?"), ask="text", required=True),
    Asking(name="indicator", label=Say("How we measure")),
    Asking(name="plan", label=Say("How it fits the government's plan")),
    Asking(name="mandate", label=Say("How it fits our mandate")),
    Asking(name="expectations", label=Say("Which expectations it answers")),
    Asking(name="deadline", label=Say("When it is reached"), ask="date"),
    Asking(name="deadline_words", label=Say("When, in words"), hint=Say("As it was said.")),
)
LETTERS: dict[str, Say] = {
    "specific": Say("Specific"),
    "measurable": Say("Measurable"),
    "adequate": Say("Adequate"),
    "realistic": Say("Realistic"),
    "timed": Say("Time-bound"),
}
# What half-ticks a letter when it is filled in; whether it is realistic only the group can say.
SHOWN_BY: dict[str, tuple[str, ...]] = {
    "specific": (TITLE,),
    "measurable": ("indicator",),
    "adequate": ("plan", "mandate", "expectations"),
    "realistic": (),
    "timed": ("deadline", "deadline_words"),
}
YES = Say("the group agrees")
HALF = Say("written, not yet agreed")
MISSING = Say("missing")
SMART = "smart"


class Goal(Step):
    """The goal is one card that the network keeps; the facilitator words it as the room speaks."""

    kind: Literal["goal"] = "goal"

    def stage(self, meeting: Meeting) -> Blocks:
        card = goal_of(meeting)
        if card is None:
            return (Note(Say("No goal has been agreed yet."), "quiet"),)
        return (Heading(card.words), *told(card))

    def record(self, meeting: Meeting) -> Blocks:
        card = goal_of(meeting)
        return (Note(card.words, "strong"), *told(card)) if card else ()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        label = Say("Write what we agree")
        form = _form(meeting, goal_of(meeting))
        return (Action(name="agree", label=label, key="a", form=form, main=True),)

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        card = goal_of(meeting)
        filled = read(_form(meeting, card), answers)
        values, named = answered_values(ASKED, _name, filled, moment.new_id)
        agreed: list[JsonValue] = [*filled.picked(SMART)]
        values[SMART] = agreed
        return [*named, *kept(card, values, deck=DECK, step=self.id, moment=moment)]


def goal_of(meeting: Meeting) -> Card | None:
    """The goal that stands: the latest that was written, in this meeting or kept from before."""
    return next((c for c in reversed(meeting.deck(DECK)) if not c.redacted), None)


def smart(values: Mapping[str, JsonValue]) -> dict[str, Words]:
    """For each letter whether the group agrees, something is written, or it is missing."""
    agreed = values.get(SMART)
    ticked = agreed if isinstance(agreed, list) else []
    return {
        key: YES if key in ticked else HALF if any(values.get(n) for n in names) else MISSING
        for key, names in SHOWN_BY.items()
    }


def told(card: Card) -> tuple[Block, ...]:
    """What it rests on, and the letters: a checklist, not a judge."""
    marks = smart(card.values)
    letters = tuple(Bullet(words, mark=marks[key]) for key, words in LETTERS.items())
    found: Facts = facts(ASKED, card)
    return (*((found,) if found.pairs else ()), Bullets(letters))


def _form(meeting: Meeting, card: Card | None) -> Form:
    values = card.values if card else {}
    agreed = values.get(SMART)
    chosen = tuple(str(one) for one in agreed) if isinstance(agreed, list) else ()
    options = tuple(Option(key=key, words=words) for key, words in LETTERS.items())
    letters = Pick(
        name=SMART,
        label=Say("The group agrees that the goal is"),
        hint=Say("A checklist, not a judge: what is left open is told in the plan."),
        options=options,
        value=tuple(key for key in chosen if key in LETTERS),
        at_most=len(options),
    )
    fields = inputs(ASKED, _name, values, meeting, Who("", by_hand=True))
    return Form(fields=(*fields, letters), submit=Say("Save"))


def _name(one: Asking) -> str:
    return one.name
