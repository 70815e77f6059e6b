"""The rehearsed room: its phones, its leader's keys, and what everybody remembers."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from workshop.domain.action import Action
from workshop.domain.form import Pick
from workshop.domain.meeting import Meeting
from workshop.domain.words import Words
from workshop.host import Host
from workshop.rehearse.author import Author
from workshop.rehearse.memory import Memory
from workshop.rehearse.phone import Phone
from workshop.rehearse.samples import Samples
from workshop.rehearse.talk import own_words

Answers = Mapping[str, Sequence[str]]


@dataclass
class Stage:
    """`others` are people without a phone, `late` are phones that have not come yet."""

    host: Host
    phones: list[Phone]
    others: list[Author]
    late: list[Phone]
    memory: Memory
    samples: Samples
    seed: int
    tell: Callable[[Words], None]
    pace: float = 0.0

    def __post_init__(self) -> None:
        # Of the meeting too: what is typed in another one is another card.
        self.chance = Random(f"leader|{self.seed}|{self.meeting.id}")

    @property
    def meeting(self) -> Meeting:
        return self.host.room.meeting

    def day(self, days: int) -> str:
        """The ISO date so many days after the meeting."""
        return (date.fromisoformat(self.meeting.date) + timedelta(days=days)).isoformat()

    def action(self, name: str) -> Action | None:
        """The action of this name, if the facilitator can do it now."""
        return next((one for one in self.host.room.actions() if one.name == name), None)

    def can(self, name: str) -> bool:
        return self.action(name) is not None

    def pick(self, action: str, field: str) -> Pick:
        """The field to choose from in an action's form."""
        found = self.action(action)
        assert found is not None and found.form is not None, f"{action} cannot be done now"
        return next(one for one in found.form.fields if isinstance(one, Pick) and one.name == field)

    async def lead(self, name: str, answers: Answers | None = None) -> None:
        """The facilitator presses a key, and waits for it to be done."""
        await asyncio.wrap_future(self.host.lead(name, answers or {}))
        await asyncio.sleep(self.pace)

    async def fill(self, name: str, texts: Mapping[str, str]) -> None:
        """As `lead`, with one text for each input of the form."""
        await self.lead(name, {field: [text] for field, text in texts.items()})

    async def lead_if(self, name: str, answers: Answers | None = None) -> bool:
        """As `lead` where it can be done now; whether it could."""
        if not self.can(name):
            return False
        await self.lead(name, answers)
        return True

    async def type_in(
        self, lines: Mapping[str, Iterable[str]], more: Answers | None = None
    ) -> list[str]:
        """The facilitator types lines for people without a phone; the ids of the lines."""
        texts = {f"{name}.{self.new_id()}": [text] for name, some in lines.items() for text in some}
        await self.lead("type", {**texts, **(more or {})})
        for name, (text,) in texts.items():
            self.memory.line(name, text)
        return [name.rpartition(".")[2] for name in texts]

    async def correct(self, card: str) -> None:
        """The facilitator words somebody's text anew."""
        text = f"{self.memory.cards[card]}, {self.samples.said.addition}"
        await self.lead("edit", {"card": [card], "text": [text]})
        self.memory.wrote(card, text)

    async def everybody_answers(self) -> None:
        """All phones answer at the same time; then some of them change what they sent."""
        room = len(self.phones)
        await asyncio.gather(*(p.answer(own_words(p.author, room)) for p in self.phones))
        changing = [phone for phone in self.phones if phone.author.changes]
        await asyncio.gather(*(p.answer(own_words(p.author, room), True) for p in changing))
        await self.read_waiting()
        await asyncio.sleep(self.pace)

    async def read_waiting(self) -> None:
        """The facilitator reads what waits, and lets the room see it."""
        action = self.action("approve")
        if action is None or action.form is None:
            return
        for one in action.form.fields:
            if isinstance(one, Pick):
                await self.lead("approve", {one.name: [option.key for option in one.options]})

    def new_id(self) -> str:
        return f"{self.chance.getrandbits(48):012x}"

    def first_by_text(self, cards: Iterable[str]) -> str:
        """One of these cards, the same whatever order they arrived in."""
        return min(cards, key=lambda card: (self.memory.cards.get(card, ""), card))
