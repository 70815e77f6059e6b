"""Cards with fields being written: new ones, corrected ones, and those taken back."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from pydantic import JsonValue

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Dropped, Event, Held, Patched, Put
from workshop.domain.form import Answers, Form, Option, Part, Pick
from workshop.domain.form import Field as Input
from workshop.domain.meeting import Meeting
from workshop.domain.reading import UNFIT, Filled, filled_for, read
from workshop.domain.refused import Refused, Unreadable
from workshop.domain.step import Moment, Who
from workshop.domain.words import Count, Say, Words
from workshop.steps.asking import TITLE, Asking
from workshop.steps.inputs import Naming, Values, answered_values, changed, inputs, is_empty, raw
from workshop.steps.telling import texts
from workshop.steps.writing import guard_rounds

NEW = "new-"
SLOT = re.compile(rf"{TITLE}-(?:{NEW})?([0-9a-f]{{8,32}})")
EMPTY = Say("Leave the first line empty to take it away.")
NEEDED = Say("Please fill this in.")
NOT_YOURS = Say("This text was written by somebody else and was left as it is.")


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where one person, or one group, writes cards of a deck.

    The inputs of a card are named by its id. A new card has an id that the page knows before it is
    sent, so that sending the page twice makes one card.
    """

    meeting: Meeting
    step: str
    deck: str
    asked: Sequence[Asking]
    who: Who
    group: int | None = None
    at_most: int = 5
    given: Mapping[str, JsonValue] = field(default_factory=dict)
    groups: Sequence[Words] = ()

    def form(self, intro: Words, notice: Words) -> Form:
        """An empty card, then those that are there already, to be corrected."""
        own = self._own()
        fields: list[Input] = [*self._for_which()]
        if len(own) < self.at_most:
            fields += self._new(self._fresh(), needed=not own)
        for card in own:
            part = f"part-{card.id}"
            heading = Part(name=part, label=card.written, hint=EMPTY, folded=True)
            fields += [heading, *self._there(card)]
        return Form(fields=tuple(fields), intro=intro, notice=notice)

    def written(
        self, answers: Answers, moment: Moment, must_wait: Callable[[str], bool]
    ) -> list[Event]:
        """The facts of a page of cards; what does not fit is refused before anything is taken."""
        slots = [m[1] for name in answers if (m := SLOT.fullmatch(name))]
        if not slots:
            read(self.form("", ""), answers)
            return []
        group = self._group(answers)
        room = self.at_most - len(self._own())
        events: list[Event] = []
        for slot in dict.fromkeys(slots):
            found = self._slot(slot, answers, group, moment)
            room -= sum(isinstance(one, Put) for one in found)
            events += [*found, *_held(found, must_wait)]
        if room < 0:
            most = self.at_most
            raise Refused(
                Count("At most %(n)s answer fits here.", "At most %(n)s answers fit here.", most)
            )
        return events

    def _slot(self, slot: str, answers: Answers, group: int | None, moment: Moment) -> list[Event]:
        before = self.meeting.cards.get(slot)
        is_new = f"{TITLE}-{NEW}{slot}" in answers
        if before is not None and before.redacted:
            return []
        if before is not None and not self._is_mine(before):
            raise Refused(NOT_YOURS)
        names = _names(NEW + slot if is_new else slot)
        fields = inputs(self.asked, names, before.values if before else {}, self.meeting, self.who)
        filled = read(Form(fields=tuple(_freely(fields))), answers)
        values, named = answered_values(self.asked, names, filled, moment.new_id)
        if is_new and is_empty(values) and self._own():
            return []
        if is_new and before is not None and values[TITLE] != before.text:
            # Written on another copy of the same page: a card of its own, however often it is sent.
            slot = _hashed(f"{slot}|{values[TITLE]}")
            before = self.meeting.cards.get(slot)
        if before is not None:
            return [*named, *_corrected(self.meeting, before, values)]
        self._complete(values, names)
        return [*named, self._put(slot, values, group)]

    def _put(self, card: str, values: Values, group: int | None) -> Put:
        return Put(
            card=card,
            deck=self.deck,
            step=self.step,
            values={**values, **self.given},
            author=self.who.id,
            group=group,
            language=self.who.language,
        )

    def _complete(self, values: Values, names: Naming) -> None:
        """A new card says at least what it must."""
        wrong: dict[str, Words] = {
            names(one): NEEDED
            for one in self.asked
            if (one.required or one.name == TITLE) and is_empty({one.name: values[one.name]})
        }
        if wrong:
            raise Unreadable(UNFIT, wrong)

    def _own(self) -> list[Card]:
        """The cards that can be corrected here; typed ones are corrected by a key of their own."""
        if self.who.by_hand:
            return []
        return [card for card in self.meeting.cards.values() if self._is_mine(card)]

    def _is_mine(self, card: Card) -> bool:
        if card.deck != self.deck or card.step != self.step or card.redacted or card.under:
            return False
        if self.group is not None:
            return card.group == self.group
        return card.author == self.who.id

    def _fresh(self) -> str:
        """An id for the next card: another one each time somebody has written one."""
        about = f"{self.meeting.id}|{self.step}|{self.group}|{self.who.id}"
        number = sum(card.step == self.step for card in self.meeting.cards.values())
        number = 0 if not self.who.by_hand else number
        while True:
            slot = _hashed(f"{about}|{number}")
            if slot not in self.meeting.cards:
                return slot
            number += 1

    def _new(self, slot: str, needed: bool) -> list[Input]:
        fields = inputs(self.asked, _names(NEW + slot), {}, self.meeting, self.who)
        shown = fields if needed else _freely(fields)
        if needed or self.who.by_hand:
            return [*shown]
        return [Part(name="part-new", label=Say("One more")), *shown]

    def _there(self, card: Card) -> Sequence[Input]:
        fields = inputs(self.asked, _names(card.id), card.values, self.meeting, self.who)
        return _freely(fields)

    def _for_which(self) -> tuple[Pick, ...]:
        if not self.groups:
            return ()
        options = tuple(Option(key=str(n), words=name) for n, name in enumerate(self.groups))
        return (Pick(name="group", label=Say("For which group?"), options=options),)

    def _group(self, answers: Answers) -> int | None:
        picks = self._for_which()
        if not picks:
            return self.group
        picked = read(Form(fields=picks), answers).pick("group")
        return int(picked) if picked else None


def _hashed(about: str) -> str:
    return blake2b(about.encode(), digest_size=6).hexdigest()


def _names(slot: str) -> Naming:
    return lambda one: f"{one.name}-{slot}"


def _freely(fields: Sequence[Input]) -> Sequence[Input]:
    """Without what is needed: an empty card is no card, and an emptied one is taken away."""
    return [replace(one, required=False) for one in fields]


def _corrected(meeting: Meeting, card: Card, values: Values) -> list[Event]:
    if not values[TITLE]:
        guard_rounds(meeting, (card.id,))
        return [Dropped(card=card.id)]
    after = changed(values, card.values)
    return [Patched(card=card.id, values=after)] if after else []


def _held(found: Sequence[Event], must_wait: Callable[[str], bool]) -> list[Event]:
    written = [one for one in found if isinstance(one, Put | Patched)]
    return [Held(card=one.card) for one in written if must_wait(texts(one.values))]


def edit_card(
    meeting: Meeting, asked: Sequence[Asking], cards: Sequence[Card], private: bool = False
) -> tuple[Action, ...]:
    """Correct any of these cards, or take one away; `private` for those that wait to be read."""
    kept = [card for card in cards if not card.redacted]
    if not kept:
        return ()
    options = tuple(
        Option(
            key=card.id,
            words=card.written,
            fills={one.name: raw(one, card.values.get(one.name), meeting) for one in asked},
        )
        for card in kept
    )
    pick = Pick(name="card", label=Say("Which one?"), options=options, required=True)
    fields = _freely(inputs(asked, _plain, {}, meeting, Who("", by_hand=True)))
    form = Form(
        fields=(pick, *fields),
        intro=Say("Leave the first line empty to take it away. Undo brings it back."),
        submit=Say("Save"),
    )
    if private:
        label = Say("Correct what waits")
        return (Action(name="edit_waiting", label=label, key="v", form=form, private=True),)
    return (Action(name="edit", label=Say("Correct one"), key="e", form=form),)


def edited_card(
    meeting: Meeting, asked: Sequence[Asking], action: Action, answers: Answers, moment: Moment
) -> list[Event]:
    """The facts of correcting one card."""
    filled: Filled = filled_for(action, answers)
    values, named = answered_values(asked, _plain, filled, moment.new_id)
    return [*named, *_corrected(meeting, meeting.cards[filled.pick("card") or ""], values)]


def _plain(one: Asking) -> str:
    return one.name
