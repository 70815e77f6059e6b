"""Clean the list: near-duplicates under one heading, headings named, originals kept beneath."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Merged, Patched, Unmerged
from workshop.domain.form import Answers, Form, Line, Option, Pick
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.refused import Refused
from workshop.domain.sheet import Block, Board, Bullet, Bullets, Column, Note
from workshop.domain.step import Blocks, Id, Moment, Step, Who
from workshop.domain.words import Count, Own, Say, Texts, Words, said
from workshop.steps.similar import pairs
from workshop.steps.writing import (
    Prompt,
    answered,
    bullet,
    edit_action,
    edited,
    guard_rounds,
    lines_field,
    options,
    put,
    written,
)

MANY, TOO_MANY = 12, 20
SHOWN_PAIRS = 4  # as many as there are number keys that mean nothing else
QUICK, APART = "merge_pair_", "apart"


class Clean(Step):
    """Merging is refused once votes exist; undo and unmerge restore exactly what was there."""

    kind: Literal["clean"] = "clean"
    deck: Id
    label: Texts | None = None

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        if not self.is_open(meeting) or not who.by_hand:
            return None
        prompt = Prompt(deck=self.deck, label=self.label or self.title)
        return Form(fields=(lines_field(prompt, (), 200, 2),))

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        lines = answered(self, meeting, who, answers).lines(self.deck)
        new = partial(put, deck=self.deck, step=self.id, who=who)
        return written(meeting, lines, new, lambda card: True)

    def stage(self, meeting: Meeting) -> Blocks:
        cards = meeting.deck(self.deck)
        if not cards:
            return (Note(Say("The list is empty. Type in what the room says."), "quiet"),)
        return (*self._listed(meeting, cards), *_crowded(len(cards)))

    def record(self, meeting: Meeting) -> Blocks:
        cards = meeting.deck(self.deck)
        merged = [card for card in cards if card.heading]
        if not merged:
            return ()
        # The list itself, with the originals beneath, stands where it was shared with the room.
        words = Count(
            "Texts that mean the same were gathered under %(n)s heading.",
            "Texts that mean the same were gathered under %(n)s headings.",
            len(merged),
        )
        return (Note(words),)

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        cards = meeting.deck(self.deck)
        headings = [card for card in cards if card.heading]
        alike = _suggestions(cards)
        return (
            *((_suggested(*alike[0]), _apart()) if alike else ()),
            *(_quick(number, pair) for number, pair in enumerate(alike, 1)),
            *((_merge(meeting, cards),) if len(cards) > 1 else ()),
            *((_unmerge(meeting, headings),) if headings else ()),
            *edit_action(meeting, cards),
        )

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name == "apart":
            return _parted(*_suggestions(meeting.deck(self.deck))[0])
        if action.name.startswith(QUICK):
            pair = _suggestions(meeting.deck(self.deck))[int(action.key) - 1]
            return self._merged(meeting, (pair[0].id, pair[1].id), "", moment)
        if action.name == "edit":
            return edited(meeting, action, answers)
        filled = filled_for(action, answers)
        if action.name == "unmerge":
            heading = filled.pick("card") or ""
            guard_rounds(meeting, (heading,))
            return [Unmerged(heading=heading)]
        return self._merged(meeting, filled.picked("cards"), filled.text("text"), moment)

    def _merged(
        self, meeting: Meeting, cards: tuple[str, ...], text: str, moment: Moment
    ) -> list[Event]:
        guard_rounds(meeting, cards)
        heading = text or meeting.cards[cards[0]].text
        if not heading:
            raise Refused(Say("Write a heading for what you merge."))
        return [
            Merged(
                heading=moment.new_id(),
                text=heading,
                cards=cards,
                step=self.id,
                language=meeting.cards[cards[0]].language,
            )
        ]

    def _listed(self, meeting: Meeting, cards: Sequence[Card]) -> tuple[Block, ...]:
        """The list, and beside it what looks the same: the key that merges it stands before it."""
        alike = _suggestions(cards)
        listed = tuple(bullet(meeting, card) for card in cards)
        if not alike:
            return (Bullets(listed, numbered=True),)
        same = tuple(Bullet(_both(pair)) for pair in alike)
        columns = (
            Column(self.label or Say("The list"), listed, numbered=True),
            Column(Say("The same? The number merges them"), same, numbered=True),
        )
        return (Board(columns),)


Pair = tuple[Card, Card]


def _suggestions(cards: Sequence[Card]) -> list[Pair]:
    """The likeliest pairs, each card in one of them; without those told apart by somebody."""
    found: list[Pair] = []
    taken: set[str] = set()
    for one, two, _ in pairs(cards):
        if not taken & {one.id, two.id} and not _told_apart(one, two):
            found.append((one, two))
            taken |= {one.id, two.id}
    return found[:SHOWN_PAIRS]


def _told_apart(one: Card, two: Card) -> bool:
    return any(
        isinstance(apart := card.values.get(APART), list) and other.id in apart
        for card, other in ((one, two), (two, one))
    )


def _both(pair: Pair) -> Words:
    one, two = pair
    return said("“%(one)s” and “%(two)s”", one=one.words, two=two.words)


def _crowded(count: int) -> tuple[Block, ...]:
    if count <= MANY:
        return ()
    words: Words = said(
        "%(count)s areas are many to vote on; votes spread thin. Are some of them the same?",
        count=count,
    )
    if count > TOO_MANY:
        words = said(
            "%(count)s areas are too many for a fair vote. Merge those that mean the same first.",
            count=count,
        )
    return (Note(words, "warning"),)


def _merge_form(choices: tuple[Option, ...], value: tuple[str, ...] = (), text: str = "") -> Form:
    return Form(
        fields=(
            Pick(
                name="cards",
                label=Say("Which texts mean the same?"),
                options=choices,
                value=value,
                at_least=2,
                at_most=max(2, len(choices)),
            ),
            Line(
                name="text",
                label=Say("Heading"),
                hint=Say("Empty: the first text becomes the heading. The originals stay beneath."),
                value=text,
            ),
        ),
        submit=Say("Merge"),
    )


def _merge(meeting: Meeting, cards: list[Card]) -> Action:
    form = _merge_form(options(meeting, cards))
    return Action(name="merge", label=Say("Merge"), key="m", form=form, main=True)


def _suggested(one: Card, two: Card) -> Action:
    choices = tuple(Option(key=card.id, words=Own(card.text)) for card in (one, two))
    form = _merge_form(choices, (one.id, two.id), one.text)
    return Action(name="merge_alike", label=Say("Merge these two"), key="s", form=form)


def _quick(number: int, pair: Pair) -> Action:
    label = said("Merge pair %(number)s", number=number)
    return Action(name=f"{QUICK}{number}", label=label, key=str(number), hint=_both(pair))


def _apart() -> Action:
    label = Say("Pair 1 is not the same")
    hint = Say("It is not suggested again.")
    return Action(name="apart", label=label, key="z", hint=hint)


def _parted(one: Card, two: Card) -> list[Event]:
    before = one.values.get(APART)
    apart = [*(before if isinstance(before, list) else []), two.id]
    return [Patched(card=one.id, values={APART: apart})]


def _unmerge(meeting: Meeting, headings: list[Card]) -> Action:
    pick = Pick(
        name="card",
        label=Say("Which heading is to be split again?"),
        options=options(meeting, headings),
        required=True,
    )
    form = Form(fields=(pick,), submit=Say("Split again"))
    return Action(name="unmerge", label=Say("Split again"), key="d", form=form)
