"""Marks that the facilitator sets on cards, such as "today" or "parked"."""

from collections.abc import Mapping

from workshop.domain.action import Action
from workshop.domain.event import Event, Patched
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.reading import filled_for
from workshop.domain.words import Say, Words

MARK = "mark"


def mark_action(
    label: Words, cards: tuple[Option, ...], marks: Mapping[str, Words]
) -> tuple[Action, ...]:
    """Mark some of these cards; none where there are no marks, or no cards."""
    if not marks or not cards:
        return ()
    kinds = tuple(Option(key=key, words=words) for key, words in marks.items())
    which = Pick(
        name="cards", label=Say("Which ones?"), options=cards, at_least=1, at_most=len(cards)
    )
    mark = Pick(name=MARK, label=Say("Mark as"), options=kinds, required=True)
    form = Form(fields=(which, mark), submit=Say("Save"))
    return (Action(name=MARK, label=label, key="m", form=form),)


def marked(action: Action, answers: Answers) -> list[Event]:
    """The facts of marking cards."""
    filled = filled_for(action, answers)
    mark = filled.pick(MARK) or ""
    return [Patched(card=card, values={MARK: mark}) for card in filled.picked("cards")]
