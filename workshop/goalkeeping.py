"""The network's goal between meetings: the same form and the same rules as in a meeting."""

from collections.abc import Iterable
from datetime import datetime
from random import SystemRandom

from workshop.domain.action import Action
from workshop.domain.contact import Contact
from workshop.domain.event import Event, Named, Patched, Put
from workshop.domain.form import Answers, Form
from workshop.domain.meeting import Meeting
from workshop.domain.noted import Noted
from workshop.domain.record import CardKept
from workshop.domain.step import Moment
from workshop.domain.words import Texts
from workshop.steps.goal import DECK, Goal

_STEP = Goal(id="goal", title=Texts(sv="", nb="", nn="", en=""), minutes=0)


def goal_form(network: Meeting) -> Form:
    """The goal as it stands, to be worded anew."""
    form = _agree(network).form
    assert form is not None, "a goal is written in a form"
    return form


def goal_noted(network: Meeting, answers: Answers, now: datetime) -> Noted:
    """The goal as it is worded now; raises `Unreadable`."""
    moment = Moment(now, SystemRandom())
    return _noted(_STEP.act(network, _agree(network), answers, moment))


def _agree(network: Meeting) -> Action:
    return _STEP.actions(network)[0]


def _noted(events: Iterable[Event]) -> Noted:
    """What a step decided in a meeting, as records of the network."""
    records: list[CardKept] = []
    contacts: list[Contact] = []
    for event in events:
        match event:
            case Put():
                values = event.values
                records.append(CardKept(card=event.card, deck=DECK, values=values, new=True))
            case Patched():
                records.append(CardKept(card=event.card, deck=DECK, values=event.values))
            case Named():
                contacts.append(Contact(event.person, event.name))
            case _:
                pass
    return Noted(tuple(records), tuple(contacts))
