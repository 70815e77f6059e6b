"""Cards with fields of their own: good examples, needs, staffing, risks and solutions, matters."""

from collections.abc import Sequence
from typing import Literal, Self

from pydantic import Field, model_validator

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Patched
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.meeting import Meeting, Seating
from workshop.domain.reading import read
from workshop.domain.refused import MovedOn
from workshop.domain.sheet import Block, Bullet, Bullets, Heading, Note
from workshop.domain.step import Blocks, Id, Moment, Progress, Step, Who
from workshop.domain.words import Joined, Say, Words, said
from workshop.steps.asking import TITLE, Ask, Asking, Choice
from workshop.steps.carding import Desk, edit_card, edited_card
from workshop.steps.paging import page_of, turned, turning
from workshop.steps.telling import cell, facts, table, whole
from workshop.steps.voters import groups_before, names_before
from workshop.steps.writing import CLOSED

MOST_COLUMNS = 5
SHOWN = Say("What you write is shown in the room without a name.")
CONSENT = Asking(
    name="consent",
    label=Say("May it be shared with other regions?"),
    ask="pick",
    options={
        "yes": Say("Yes, those concerned agree"),
        "ask": Say("Ask those concerned first"),
        "no": Say("No, only in this network"),
    },
)


class Cards(Step):
    """One form a card. With `share` it is asked whether other regions may see it.

    `per` group takes the groups that were mixed, or chosen, last before this step.
    """

    kind: Literal["cards"] = "cards"
    deck: Id
    fields: tuple[Ask, ...]
    per: Literal["person", "group", "facilitator"] = "person"
    at_most: int = Field(default=5, ge=1, le=40)
    marks: tuple[Choice, ...] = ()
    share: bool = False
    plan_area: str = ""

    @model_validator(mode="after")
    def _has_title(self) -> Self:
        names = [one.name for one in self.fields]
        if names[:1] != [TITLE] or self.fields[0].ask not in ("line", "text"):
            raise ValueError("the first field is called “text”: what the card says first")
        if len(set(names)) < len(names):
            raise ValueError("two fields have the same name")
        return self

    def asked(self, meeting: Meeting) -> tuple[Asking, ...]:
        return (*(one.asking(meeting) for one in self.fields), *((CONSENT,) if self.share else ()))

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        desk = self._desk(meeting, who)
        return desk.form(self.lead or "", SHOWN) if desk else None

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        desk = self._desk(meeting, who)
        if desk is None:
            raise MovedOn(CLOSED)
        return desk.written(answers, moment, lambda text: self.must_wait(who, text))

    def stage(self, meeting: Meeting) -> Blocks:
        cards = self._cards(meeting)
        if not cards:
            return (Note(Say("Nothing yet"), "quiet"),)
        if not self._is_long:
            return (table(self.asked(meeting), cards, self._marks(cards)),)
        page = page_of(meeting, self.id, len(cards))
        return (self._list(meeting, cards),) if not page else self._one(meeting, cards, page)

    def record(self, meeting: Meeting) -> Blocks:
        cards = [card for card in self._cards(meeting) if card.step in (self.id, "")]
        if not cards:
            return ()
        if not self._is_long:
            return (table(self.asked(meeting), cards, self._marks(cards)),)
        return tuple(
            block
            for card in cards
            for block in (
                Heading(card.words, 3),
                facts(self.asked(meeting), card),
                *_mark(self, card),
            )
        )

    def progress(self, meeting: Meeting) -> Progress | None:
        own = [card for card in meeting.cards.values() if card.step == self.id]
        if self.per == "facilitator":
            return None
        if self.per == "group":
            seats = self._seating(meeting)
            wrote = {card.group for card in own} - {None}
            return Progress(len(wrote), len(seats.groups), Say("groups have written"))
        here, authors = meeting.present(), {card.author for card in own}
        return Progress(sum(p.id in authors for p in here), len(here), Say("have written"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        cards = self._cards(meeting)
        pages = len(cards) if self._is_long else 0
        return (
            *turning(meeting, self.id, pages, cards),
            *edit_card(meeting, self.asked(meeting), cards),
            *self._mark_action(cards),
            *edit_card(meeting, self.asked(meeting), self._waiting(meeting), private=True),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        match action.name:
            case "edit" | "edit_waiting":
                return edited_card(meeting, self.asked(meeting), action, answers, moment)
            case "mark":
                assert action.form is not None
                filled = read(action.form, answers)
                mark = filled.pick("mark") or ""
                return [
                    Patched(card=card, values={"mark": mark}) for card in filled.picked("cards")
                ]
            case _:
                return turned(meeting, self.id, action, answers, self._cards(meeting))

    def written(self, meeting: Meeting, card: Card) -> Words:
        """Everything that stands on it, before the room sees it."""
        return whole(self.asked(meeting), card)

    @property
    def _is_long(self) -> bool:
        count = len(self.fields) + self.share
        return count > MOST_COLUMNS or any(one.ask == "text" for one in self.fields[1:])

    def _desk(self, meeting: Meeting, who: Who) -> Desk | None:
        """Where somebody writes; nothing when it is not theirs to write, or not now."""
        if not self.is_open(meeting) or (self.per == "facilitator" and not who.by_hand):
            return None
        group = self._seating(meeting).group_of(who.id) if self.per == "group" else None
        if self.per == "group" and group is None and not who.by_hand:
            return None
        return Desk(
            meeting=meeting,
            step=self.id,
            deck=self.deck,
            asked=self.asked(meeting),
            who=who,
            group=group,
            at_most=400 if who.by_hand else self.at_most,
            given={"plan_area": self.plan_area} if self.plan_area else {},
            groups=self._names(meeting) if who.by_hand else (),
        )

    def _seating(self, meeting: Meeting) -> Seating:
        return Seating(groups_before(meeting, self.id) if self.per == "group" else ())

    def _names(self, meeting: Meeting) -> tuple[Words, ...]:
        return names_before(meeting, self.id) if self.per == "group" else ()

    def _cards(self, meeting: Meeting) -> list[Card]:
        """The cards of the deck; with a plan area those of that area."""
        cards = meeting.deck(self.deck)
        return [c for c in cards if c.value("plan_area") == self.plan_area or not self.plan_area]

    def _waiting(self, meeting: Meeting) -> list[Card]:
        return [card for card in meeting.waiting() if card.deck == self.deck]

    def _marks(self, cards: Sequence[Card]) -> dict[str, Words]:
        names: dict[str, Words] = {one.key: one.label for one in self.marks}
        return {card.id: names.get(card.value("mark"), "") for card in cards}

    def _list(self, meeting: Meeting, cards: Sequence[Card]) -> Bullets:
        """The titles, each with what was answered next."""
        second = self.asked(meeting)[1:2]
        marks = self._marks(cards)
        return Bullets(
            tuple(
                Bullet(
                    card.words,
                    mark=Joined((*(cell(one, card) for one in second), marks[card.id]), " · "),
                )
                for card in cards
            ),
            numbered=True,
        )

    def _one(self, meeting: Meeting, cards: Sequence[Card], page: int) -> Blocks:
        card = cards[page - 1]
        where = said("%(number)s of %(of)s", number=page, of=len(cards))
        return (
            Note(where, "quiet"),
            Heading(card.words),
            facts(self.asked(meeting), card),
            *_mark(self, card),
        )

    def _mark_action(self, cards: Sequence[Card]) -> tuple[Action, ...]:
        if not self.marks or not cards:
            return ()
        options = tuple(Option(key=card.id, words=card.words) for card in cards)
        marks = tuple(Option(key=one.key, words=one.label) for one in self.marks)
        form = Form(
            fields=(
                Pick(
                    name="cards",
                    label=Say("Which ones?"),
                    options=options,
                    at_least=1,
                    at_most=len(options),
                ),
                Pick(name="mark", label=Say("Mark as"), options=marks, required=True),
            ),
            submit=Say("Save"),
        )
        return (Action(name="mark", label=Say("Mark"), key="m", form=form),)


def _mark(step: Cards, card: Card) -> tuple[Block, ...]:
    words = next((one.label for one in step.marks if one.key == card.value("mark")), None)
    return (Note(words, "strong"),) if words else ()
