"""Cards with fields of their own: good examples, needs, staffing, risks and solutions, matters."""

from collections.abc import Mapping, Sequence
from typing import Literal, Self

from pydantic import Field, model_validator

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event
from workshop.domain.form import Answers, Form, Option
from workshop.domain.meeting import Meeting, Seating
from workshop.domain.refused import MovedOn
from workshop.domain.sheet import Block, Bullet, Bullets, Heading, Note
from workshop.domain.step import Blocks, Id, Moment, Progress, Step, Who
from workshop.domain.words import Joined, Say, Words
from workshop.steps.asking import TITLE, Ask, Asking, Choice
from workshop.steps.carding import Desk, edit_card, edited_card
from workshop.steps.marking import MARK, mark_action, marked
from workshop.steps.paging import alone, page_of, turned, turning
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
        asked, marks = self.asked(meeting), self._marks(cards)
        if not self._is_long:
            return (table(asked, cards, marks),)
        page = page_of(meeting, self.id, len(cards))
        if not page:
            return (_titles(asked, cards, marks),)
        return (*alone(asked, cards, page), *_marked(marks[cards[page - 1].id]))

    def record(self, meeting: Meeting) -> Blocks:
        cards = [card for card in self._cards(meeting) if card.step in (self.id, "")]
        if not cards:
            return ()
        asked, marks = self.asked(meeting), self._marks(cards)
        if not self._is_long:
            return (table(asked, cards, marks),)
        return tuple(
            block
            for card in cards
            for block in (Heading(card.words, 3), facts(asked, card), *_marked(marks[card.id]))
        )

    def progress(self, meeting: Meeting) -> Progress | None:
        own = [card for card in meeting.cards.values() if card.step == self.id]
        if self.per == "facilitator":
            return None
        if self.per == "group":
            groups = groups_before(meeting, self.id)
            wrote = {card.group for card in own} - {None}
            return Progress(len(wrote), len(groups), Say("groups have written"))
        here, authors = meeting.present(), {card.author for card in own}
        return Progress(sum(p.id in authors for p in here), len(here), Say("have written"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        cards = self._cards(meeting)
        pages = len(cards) if self._is_long else 0
        chosen = tuple(Option(key=card.id, words=card.words) for card in cards)
        waiting = [card for card in meeting.waiting() if card.deck == self.deck]
        return (
            *turning(meeting, self.id, pages, cards),
            *edit_card(meeting, self.asked(meeting), cards),
            *mark_action(Say("Mark"), chosen, {one.key: one.label for one in self.marks}),
            *edit_card(meeting, self.asked(meeting), waiting, private=True),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        match action.name:
            case "edit" | "edit_waiting":
                return edited_card(meeting, self.asked(meeting), action, answers, moment)
            case "mark":
                return marked(action, answers)
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
        by_groups = self.per == "group"
        seating = Seating(groups_before(meeting, self.id) if by_groups else ())
        group = seating.group_of(who.id)
        if by_groups and group is None and not who.by_hand:
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
            groups=names_before(meeting, self.id) if by_groups and who.by_hand else (),
        )

    def _cards(self, meeting: Meeting) -> list[Card]:
        """The cards of the deck; with a plan area those of that area."""
        cards = meeting.deck(self.deck)
        return [c for c in cards if c.value("plan_area") == self.plan_area or not self.plan_area]

    def _marks(self, cards: Sequence[Card]) -> dict[str, Words]:
        names: dict[str, Words] = {one.key: one.label for one in self.marks}
        return {card.id: names.get(card.value(MARK), "") for card in cards}


def _titles(asked: Sequence[Asking], cards: Sequence[Card], marks: Mapping[str, Words]) -> Bullets:
    """What each card says first, with what was answered next."""
    return Bullets(
        tuple(
            Bullet(
                card.words,
                mark=Joined((*(cell(one, card) for one in asked[1:2]), marks[card.id]), " · "),
            )
            for card in cards
        ),
        numbered=True,
    )


def _marked(mark: Words) -> tuple[Block, ...]:
    return (Note(mark, "strong"),) if mark else ()
