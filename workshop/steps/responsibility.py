"""Who is responsible for what: one responsible who says yes, others beside, a deadline."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.event import Event, Patched
from workshop.domain.form import Answers, Form
from workshop.domain.measure import to_do
from workshop.domain.meeting import Meeting
from workshop.domain.person import kind_of
from workshop.domain.reading import filled_for
from workshop.domain.sheet import Block, Note
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.words import Say, said
from workshop.steps.assigning import DETAILS, accept, assign_form, assigned, details_form, plain
from workshop.steps.inputs import Values
from workshop.steps.over_time import LATEST, OWNED, owned
from workshop.steps.ownership import ownership, table
from workshop.steps.volunteering import (
    offer_taken,
    offered,
    offers_shown,
    said_yes,
    take_offer,
    volunteer_form,
)
from workshop.steps.writing import answered


class Responsibility(Step):
    """Phones can volunteer and say yes; the facilitator writes down what the room agrees."""

    kind: Literal["responsibility"] = "responsibility"

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        if not self.is_open(meeting) or who.by_hand or not to_do(meeting):
            return None
        return volunteer_form(meeting, who)

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        return [
            *offered(self.id, meeting, who, filled, moment),
            *said_yes(meeting, who, filled),
        ]

    def stage(self, meeting: Meeting) -> Blocks:
        found = to_do(meeting)
        if not found:
            return (Note(Say("There are no measures yet."), "quiet"),)
        return (
            table(meeting, found),
            *offers_shown(meeting),
            _owners(meeting),
            *_mandates(meeting),
        )

    def record(self, meeting: Meeting) -> Blocks:
        found = to_do(meeting)
        return (table(meeting, found), _owners(meeting)) if found else ()

    def progress(self, meeting: Meeting) -> Progress | None:
        found = to_do(meeting)
        owned = sum(one.responsible is not None for one in found)
        return Progress(owned, len(found), Say("have a responsible"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        found = to_do(meeting)
        if not found:
            return ()
        waiting = [m for m in found if m.responsible and not m.accepted]
        return (
            Action(
                name="assign",
                label=Say("Who, by when"),
                key="a",
                form=assign_form(meeting, found),
                main=True,
            ),
            *take_offer(meeting),
            *((accept(waiting),) if waiting else ()),
            Action(
                name="details",
                label=Say("More about the measure"),
                key="d",
                form=details_form(found),
            ),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        filled = filled_for(action, answers)
        match action.name:
            case "assign":
                return assigned(meeting, filled, moment)
            case "details":
                values: Values = {name: plain(filled, name) for name in DETAILS}
                return [Patched(card=filled.pick("measure") or "", values=values)]
            case "accept":
                yes: Values = {"accepted": True}
                return [Patched(card=card, values=yes) for card in filled.picked("measures")]
            case _:
                return offer_taken(meeting, filled.pick("offer") or "")


def _owners(meeting: Meeting) -> Block:
    """Who owns how much; beside the meetings before, where the network has met before."""
    beside = owned(meeting, LATEST)
    return replace(beside, caption=OWNED) if beside.rows else ownership(meeting)


def _mandates(meeting: Meeting) -> tuple[Block, ...]:
    """A hint, never a block: controls are for those whose mandate it is."""
    doubtful = [
        m
        for m in to_do(meeting)
        if m.aim in ("identify", "counter")
        and m.responsible
        and kind_of(meeting, m.responsible) not in ("authority", None)
    ]
    return tuple(
        Note(said("“%(measure)s”: is this within the mandate?", measure=m.words), "warning")
        for m in doubtful
    )
