"""How do we prevent this from now on? Measures, each under its improvement area."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event
from workshop.domain.form import Answers, Form, Lines
from workshop.domain.measure import DECK
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Board, Column, Note
from workshop.domain.step import Blocks, Id, Moment, Progress, Step, Who
from workshop.domain.tally import chosen
from workshop.domain.words import Count, Say, Words, said
from workshop.steps.paging import page_of, stepped, stepping
from workshop.steps.writing import answered, bullet, edit_action, edited, put, written


class Measures(Step):
    """One page an area, `minutes_each` long, then all of them beside one another.

    Without a `vote` every card of the deck is an area.
    """

    kind: Literal["measures"] = "measures"
    vote: str = ""
    deck: Id = "areas"
    minutes_each: int = 12

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        areas = self.areas(meeting)
        if not self.is_open(meeting) or not areas:
            return None
        mine = [] if who.by_hand else meeting.written_by(who.id, DECK)
        fields = tuple(
            Lines(
                name=area.id,
                label=area.words,
                value=tuple((c.id, c.text) for c in mine if c.value("area") == area.id),
                most=300,
                at_most=200 if who.by_hand else 5,
            )
            for area in self._turned(meeting, areas, who)
        )
        return Form(fields=fields, intro=self.lead or "")

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        return [
            event
            for area in self.areas(meeting)
            for event in written(
                meeting,
                filled.lines(area.id),
                partial(put, deck=DECK, step=self.id, who=who, values={"area": area.id}),
                lambda card: who.by_hand or card.author == who.id,
                partial(self.must_wait, who),
            )
        ]

    def stage(self, meeting: Meeting) -> Blocks:
        areas = self.areas(meeting)
        if not areas:
            return (Note(Say("No areas have been chosen yet."), "quiet"),)
        page = page_of(meeting, self.id, len(areas))
        if page == len(areas):
            return (*self._unsure(meeting), self._board(meeting, areas))
        return (*self._unsure(meeting), *self._page(meeting, areas, page))

    def record(self, meeting: Meeting) -> Blocks:
        areas = [area for area in self.areas(meeting) if _under(meeting, area)]
        return (self._board(meeting, areas),) if areas else ()

    def progress(self, meeting: Meeting) -> Progress | None:
        here = meeting.present()
        authors = {card.author for card in meeting.cards.values() if card.deck == DECK}
        return Progress(sum(p.id in authors for p in here), len(here), Say("have written"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        areas = self.areas(meeting)
        page = page_of(meeting, self.id, len(areas))
        forward = Say("Next area") if page < len(areas) - 1 else Say("All areas")
        return (
            *stepping(page, len(areas), forward, Say("Area before")),
            *edit_action(meeting, meeting.deck(DECK)),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name == "edit":
            return edited(meeting, action, answers)
        return stepped(meeting, self.id, action, len(self.areas(meeting)))

    def areas(self, meeting: Meeting) -> list[Card]:
        """The areas the room chose; before a result, every area, so that nobody has to wait."""
        picked = [meeting.cards[a] for a in chosen(meeting, self.vote) if a in meeting.cards]
        return picked or meeting.deck(self.deck)

    def _turned(self, meeting: Meeting, areas: list[Card], who: Who) -> list[Card]:
        """What the facilitator types is most often about the area on the stage: it comes first."""
        page = page_of(meeting, self.id, len(areas)) if who.by_hand else 0
        return [*areas[page:], *areas[:page]]

    def _unsure(self, meeting: Meeting) -> tuple[Block, ...]:
        if not self.vote or chosen(meeting, self.vote):
            return ()
        return (Note(Say("Nothing has been chosen by vote, so all areas are here."), "warning"),)

    def _page(self, meeting: Meeting, areas: list[Card], page: int) -> tuple[Block, ...]:
        area = areas[page]
        where: Words = said("Area %(number)s of %(of)s", number=page + 1, of=len(areas))
        minutes = Count("%(n)s min", "%(n)s min", self.minutes_each)
        heading = said("%(where)s · %(minutes)s", where=where, minutes=minutes)
        return (Note(heading, "quiet"), Board((_column(meeting, area),)))

    def _board(self, meeting: Meeting, areas: Sequence[Card]) -> Board:
        return Board(tuple(_column(meeting, area) for area in areas))


def _under(meeting: Meeting, area: Card) -> list[Card]:
    return [card for card in meeting.deck(DECK) if card.value("area") == area.id]


def _column(meeting: Meeting, area: Card) -> Column:
    cards = tuple(bullet(meeting, card) for card in _under(meeting, area))
    return Column(area.words, cards, Say("No measure yet"))
