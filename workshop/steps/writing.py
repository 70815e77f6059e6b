"""Cards written through a form: what several step kinds share."""

from collections.abc import Callable, Iterable, Mapping

from pydantic import JsonValue

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Dropped, Event, Held, Patched, Put
from workshop.domain.form import Answers, Form, Lines, Option, Pick, Text
from workshop.domain.meeting import Meeting
from workshop.domain.reading import Filled, filled_for, read
from workshop.domain.refused import MovedOn, Refused
from workshop.domain.sheet import Bullet, Column
from workshop.domain.step import Id, Step, Who
from workshop.domain.value import Value
from workshop.domain.words import Joined, Say, Texts, Words

CLOSED = Say("This point is closed, so this was not received. What you wrote is still here below.")
PATTERNS = Say("Write about patterns, not about named companies or people.")


class Prompt(Value):
    """One question and the deck its answers go to."""

    deck: Id
    label: Texts
    hint: Texts | None = None


def lines_field(prompt: Prompt, cards: Iterable[Card], at_most: int = 30, spare: int = 1) -> Lines:
    """The field for one prompt, with the cards that can be changed in it."""
    return Lines(
        name=prompt.deck,
        label=prompt.label,
        hint=prompt.hint or "",
        value=tuple((card.id, card.text) for card in cards if not card.redacted),
        at_most=at_most,
        spare=spare,
    )


def written(
    meeting: Meeting,
    lines: Mapping[str, str],
    new: Callable[[str, str], Put],
    may_change: Callable[[Card], bool],
    must_wait: Callable[[str], bool] = lambda text: False,
) -> list[Event]:
    """The facts of a page of lines: new cards, corrected ones, and those taken back.

    A card that was gathered under a heading or removed by the leader stays as it is.
    """
    events: list[Event] = []
    for card, text in lines.items():
        before = meeting.cards.get(card)
        if before is not None and not may_change(before):
            raise Refused(Say("This text was written by somebody else and was left as it is."))
        found = _line(meeting, card, text, new)
        held = [Held(card=card)] if found and text and must_wait(text) else []
        events += [*found, *held]
    return events


def _line(meeting: Meeting, card: str, text: str, new: Callable[[str, str], Put]) -> list[Event]:
    before = meeting.cards.get(card)
    if before is None:
        return [new(card, text)] if text else []
    if text == before.text or before.under is not None or before.redacted:
        return []
    return [_changed(meeting, card, text)]


def _changed(meeting: Meeting, card: str, text: str) -> Event:
    if text:
        return Patched(card=card, values={"text": text})
    guard_rounds(meeting, (card,))
    return Dropped(card=card)


def put(
    card: str,
    text: str,
    *,
    deck: str,
    step: str,
    who: Who,
    group: int | None = None,
    values: Mapping[str, JsonValue] | None = None,
) -> Put:
    """A new card by `who`."""
    return Put(
        card=card,
        deck=deck,
        step=step,
        values={"text": text, **(values or {})},
        author=who.id,
        group=group,
        language=who.language,
    )


def answered(step: Step, meeting: Meeting, who: Who, answers: Answers) -> Filled:
    """The typed answers to what the step asks; raises `MovedOn` when it no longer asks."""
    form = step.form(meeting, who)
    if form is None:
        raise MovedOn(CLOSED)
    return read(form, answers)


def bullet(meeting: Meeting, card: Card, mark: Words = "") -> Bullet:
    """A card, and beneath a heading the texts it gathers."""
    if not card.heading:
        return Bullet(card.words, (), mark)
    return Bullet(card.words, tuple([one.words for one in meeting.beneath(card.id)]), mark)


def column(meeting: Meeting, deck: str, label: Words) -> Column:
    """A deck as one column of a board."""
    cards = tuple(bullet(meeting, card) for card in meeting.deck(deck))
    return Column(label, cards, Say("Nothing yet"))


def options(meeting: Meeting, cards: Iterable[Card]) -> tuple[Option, ...]:
    """Cards to choose from; choosing one puts its text where the new text is written."""
    return tuple(
        Option(
            key=card.id,
            words=card.words,
            hint=Joined(tuple(one.words for one in meeting.beneath(card.id)), " · "),
            fills={"text": card.text},
        )
        for card in cards
    )


def edit_action(meeting: Meeting, cards: Iterable[Card]) -> tuple[Action, ...]:
    """Correct or take away any of these texts; none when there are no texts."""
    choices = options(meeting, (card for card in cards if not card.redacted))
    if not choices:
        return ()
    form = correction(choices)
    return (Action(name="edit", label=Say("Correct a text"), key="e", form=form),)


def correction(choices: tuple[Option, ...]) -> Form:
    """One of these texts, and what it is to say instead."""
    return Form(
        fields=(
            Pick(name="card", label=Say("Which text?"), options=choices, required=True),
            Text(
                name="text",
                label=Say("New text"),
                hint=Say("Leave it empty to take the text away. Undo brings it back."),
                most=500,
            ),
        ),
        submit=Say("Save"),
    )


def edited(meeting: Meeting, action: Action, answers: Answers) -> list[Event]:
    """The facts of correcting one text."""
    filled = filled_for(action, answers)
    return corrected(meeting, filled.pick("card") or "", filled.text("text"))


def corrected(meeting: Meeting, card: str, text: str) -> list[Event]:
    """The facts of giving a card another text; an empty one takes it away."""
    return [] if text == meeting.cards[card].text else [_changed(meeting, card, text)]


def guard_rounds(meeting: Meeting, cards: Iterable[str]) -> None:
    """Refuses to touch cards that people have voted on: votes hang on them."""
    frozen = {
        item
        for round_ in meeting.rounds.values()
        if round_.state != "cancelled"
        for item in round_.items
    }
    if frozen & set(cards):
        raise Refused(
            Say(
                "There are votes on this. It can be corrected, but not merged, split or taken "
                "away. Cancel the round, or open a new one, to change the list."
            )
        )
