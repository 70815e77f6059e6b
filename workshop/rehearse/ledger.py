"""What a network promised itself over a year, as those remember it who were there.

Told only from what phones and leader sent, never from what the program made of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workshop.rehearse.author import Author
from workshop.rehearse.memory import Memory

CLOSED = ("done", "dropped")
FEWEST = 5  # answers, below which a question tells nothing
PLAN = (
    *("needs", "organisation", "staffing", "invitations"),
    *("project-risks", "criteria", "examples"),
)


@dataclass
class Promise:
    """One measure: how it stands, and everything it was on the way, oldest first.

    `since` is the ISO date of the meeting it comes from; `responsible` is as it would be typed,
    `spoken` the deadline in words.
    """

    text: str
    since: str
    area: str = ""
    responsible: str = ""
    accepted: bool = False
    deadline: str = ""
    spoken: str = ""
    status: str = "not_started"
    note: str = ""
    owners: list[str] = field(default_factory=lambda: [""])
    deadlines: list[str] = field(default_factory=lambda: [""])
    statuses: list[str] = field(default_factory=lambda: ["not_started"])
    reasons: list[str] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        return self.status not in CLOSED

    def is_overdue(self, day: str) -> bool:
        """Whether it should have been done before this ISO date."""
        return self.is_open and bool(self.deadline) and self.deadline < day

    def take(self, said: Mapping[str, str]) -> None:
        """One thing that was said about it."""
        self._who(said)
        if said.get("status"):
            self._how(said)
        if said.get("deadline") or said.get("deadline_words"):
            self._when(said)

    def _who(self, said: Mapping[str, str]) -> None:
        responsible = said.get("responsible", self.responsible)
        if responsible != self.responsible:
            self.responsible, self.accepted = responsible, False
            self.owners.append(responsible)
        self.accepted = self.accepted or bool(said.get("accepted"))

    def _when(self, said: Mapping[str, str]) -> None:
        """A deadline in both its forms; a form that is left out stays as it was."""
        self.spoken = said.get("deadline_words", self.spoken)
        deadline = said.get("deadline", self.deadline)
        if deadline != self.deadline:
            self.deadline = deadline
            self.deadlines.append(deadline)
            self.reasons += [one for one in (said.get("deadline_reason"),) if one]

    def _how(self, said: Mapping[str, str]) -> None:
        if said["status"] != self.status:
            self.status = said["status"]
            self.statuses.append(self.status)
            self.note = ""
        self.note = said.get("note") or self.note


@dataclass
class Ledger:
    """All promises of one network by the id that pages gave them, and when it met.

    `plan` holds what was said about the rest of the plan, at whichever meeting. `present` counts
    people by kind of party, `kinds` tells an organisation's kind, `votes` who could vote and did,
    `pulse` how many answered each question with what in all, `areas` what was chosen for certain.
    """

    promises: dict[str, Promise] = field(default_factory=dict)
    plan: Memory = field(default_factory=Memory)
    met: list[str] = field(default_factory=list)
    present: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, str] = field(default_factory=dict)
    votes: tuple[int, int] = (0, 0)
    pulse: dict[str, tuple[int, int]] = field(default_factory=dict)
    areas: set[str] = field(default_factory=set)

    @property
    def open(self) -> dict[str, Promise]:
        return {key: one for key, one in self.promises.items() if one.is_open}

    def made(self, day: str) -> dict[str, Promise]:
        """What was promised at the meeting of an ISO date."""
        return {key: one for key, one in self.promises.items() if one.since == day}

    def take(self, memory: Memory, day: str, people: Iterable[Author]) -> None:
        """What was promised and told at a meeting of these people on this ISO date."""
        self.met.append(day)
        here = list(people)
        self.present.update(one.party for one in here)
        self.kinds |= {one.organisation: one.party for one in here}
        self._votes(memory)
        for card in memory.areas:
            if card in memory.cards:
                text = memory.cards[card]
                self.promises[card] = Promise(text, day, memory.area(card))
        for card, said in memory.moves:
            if card in self.promises:
                self.promises[card].take(said)

        self._plan(memory)

    def _votes(self, memory: Memory) -> None:
        could, did = self.votes
        # A run-off asks the same people once more.
        for round_ in (one for one in memory.rounds.values() if not one.runoff):
            could, did = could + memory.people, did + round_.voted()
            texts = (memory.titles.get(i) or memory.cards.get(i, "") for i in round_.standing()[0])
            self.areas |= {text for text in texts if text}
        self.votes = could, did
        for answers in memory.pulses.values():
            self._pulse(answers.values())

    def _pulse(self, answers: Iterable[Mapping[str, int]]) -> None:
        told: dict[str, list[int]] = {}
        for answered in answers:
            for question, level in answered.items():
                told.setdefault(question.removeprefix("pulse-"), []).append(level)
        for question, levels in told.items():
            if len(levels) >= FEWEST:
                number, total = self.pulse.get(question, (0, 0))
                self.pulse[question] = number + len(levels), total + sum(levels)

    def _plan(self, memory: Memory) -> None:
        self.plan.decks |= memory.decks
        for card, own in memory.fields.items():
            if memory.decks.get(card) in PLAN:
                self.plan.fields.setdefault(card, {}).update(own)
        for row, own in memory.rows.items():
            if row.partition(" ")[0] in PLAN:
                self.plan.rows.setdefault(row, {}).update(own)
        self.plan.goal |= memory.goal
        self.plan.anchored |= memory.anchored

    def tell(self, card: str, **said: str) -> None:
        """Somebody told how it goes without a meeting."""
        self.promises[card].take(said)
