"""Texts that wait to be read, and texts that are removed for good."""

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Approved, Event, Patched
from workshop.domain.form import Answers, Form, Option, Pick, Text
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.redaction import removed, texts
from workshop.domain.retelling import unread_cards
from workshop.domain.words import Own, Say, Words
from workshop.steps import step_of


def redacting(meeting: Meeting) -> list[Action]:
    """Removing a text for good; also what was taken away or undone: the log still holds it."""
    unread = unread_cards(meeting)
    options = tuple(
        Option(key=card, words=Own(text))
        for card, text in texts(meeting).items()
        if card not in unread
    )
    if not options:
        return []
    pick = Pick(name="card", label=Say("Which text?"), options=options, required=True)
    return [
        Action(
            name="redact",
            label=Say("Remove a text for good"),
            key="R",
            form=Form(fields=(pick,), submit=Say("Remove for good")),
            confirm=Say("Remove this text everywhere, for good? This cannot be undone."),
        )
    ]


def moderating(meeting: Meeting) -> list[Action]:
    """What to do with texts that wait to be read; only for the facilitator's eyes."""
    waiting = meeting.waiting()
    if not waiting:
        return []
    options = tuple(
        Option(key=card.id, words=_written(meeting, card), fills={"text": card.text})
        for card in waiting
    )
    several = Pick(
        name="cards", label=Say("Which texts?"), options=options, at_least=1, at_most=len(options)
    )
    one = Pick(name="card", label=Say("Which text?"), options=options, required=True)
    text = Text(name="text", label=Say("New text"), required=True, most=500)
    show = Form(fields=(several,), submit=Say("Show in the room"))
    change = Form(fields=(one, text), submit=Say("Correct and show"))
    remove = Form(fields=(several,), submit=Say("Remove for good"))
    return [
        Action(name="approve", label=Say("Show what waits"), key="A", form=show, private=True),
        Action(
            name="approve_corrected",
            label=Say("Correct and show"),
            key="C",
            form=change,
            private=True,
        ),
        Action(name="reject", label=Say("Remove for good"), key="X", form=remove, private=True),
    ]


def _written(meeting: Meeting, card: Card) -> Words:
    """All that stands on it, also beside its text."""
    point = next((point for point in meeting.points if point.id == card.step), None)
    return step_of(point).written(meeting, card) if point else card.written


def moderated(meeting: Meeting, action: Action, answers: Answers) -> list[Event]:
    """The facts of any of these actions."""
    filled = filled_for(action, answers)
    if action.name == "redact":
        return removed(meeting, filled.pick("card") or "")
    if action.name == "reject":
        return [event for card in filled.picked("cards") for event in removed(meeting, card)]
    if action.name == "approve":
        return [Approved(card=card) for card in filled.picked("cards")]
    card = filled.pick("card") or ""
    return [Patched(card=card, values={"text": filled.text("text")}), Approved(card=card)]
