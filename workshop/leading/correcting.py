"""Any text of the meeting put right from any point, also long after its own point was left."""

from collections.abc import Iterator

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Patched
from workshop.domain.form import Answers, Option
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.words import Own, Say, Words, said
from workshop.steps.writing import corrected, correction

COMMENT = ".comment"


def correcting(meeting: Meeting, key: str) -> list[Action]:
    """One action for all texts that the room may see; none when there are none."""
    choices = tuple(_choices(meeting))
    if not choices:
        return []
    form = correction(choices)
    label = Say("Correct any text of the meeting")
    return [Action(name="edit_any", label=label, key=key, form=form)]


def correct(meeting: Meeting, action: Action, answers: Answers) -> list[Event]:
    """The facts of putting one text right."""
    filled = filled_for(action, answers)
    chosen, text = filled.pick("card") or "", filled.text("text")
    card, comment = chosen.removesuffix(COMMENT), chosen.endswith(COMMENT)
    if comment:
        same = text == meeting.cards[card].value("comment")
        return [] if same else [Patched(card=card, values={"comment": text})]
    return corrected(meeting, card, text)


def _choices(meeting: Meeting) -> Iterator[Option]:
    """Those of the current point first, then the newest: what was just said is put right most."""
    shown = [card for card in meeting.cards.values() if not (card.redacted or card.waiting)]
    here = [card for card in shown if card.step == meeting.current]
    others = [card for card in reversed(shown) if card.step != meeting.current]
    titles: dict[str, Words] = {point.id: point.title for point in meeting.points}
    for card in (*here, *others):
        yield from _texts(card, titles.get(card.step, ""))


def _texts(card: Card, where: Words) -> Iterator[Option]:
    if card.text:
        yield Option(key=card.id, words=card.words, hint=where, fills={"text": card.text})
    comment = card.value("comment")
    if comment:
        about = said("comment on “%(what)s”", what=card.words)
        words = Own(comment, card.language)
        yield Option(key=card.id + COMMENT, words=words, hint=about, fills={"text": comment})
