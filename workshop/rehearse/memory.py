"""What the phones and the leader remember having sent, as far as they were told it arrived."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop.rehearse.author import Author
from workshop.rehearse.pen import LINE, SLOT, Filled

Points = dict[str, int]
ID = re.compile(r"[0-9a-f]{8,32}")
RANKS = {"1": 3, "2": 2, "3": 1}
APART = ("role", "verdict", "comment")  # inputs named by a card that is somebody else's


@dataclass
class Hands:
    """A counted show of hands: votes per item, and how many people raised theirs."""

    points: Points
    people: int


@dataclass
class Round:
    """One round of voting as the room lived it: `phones` maps a person's number to a ballot."""

    id: str
    step: str = ""
    places: int = 0
    runoff: bool = False
    items: set[str] = field(default_factory=set)
    phones: dict[int, Points] = field(default_factory=dict)
    typed: list[Points] = field(default_factory=list)
    hands: Hands | None = None

    def ballots(self) -> list[Points]:
        return [*self.phones.values(), *self.typed]

    def votes(self) -> Points:
        """The votes of every item on the ballot."""
        given = [*self.ballots(), *([self.hands.points] if self.hands else [])]
        return {item: sum(points.get(item, 0) for points in given) for item in self.items}

    def standing(self) -> tuple[set[str], set[str]]:
        """The items that are in for certain, and those that share the last places."""
        votes = self.votes()
        in_play = {item for item, number in votes.items() if number > 0 or self.runoff}
        ranks = {item: sum(votes[other] >= votes[item] for other in in_play) for item in in_play}
        certain = {item for item in in_play if ranks[item] <= self.places}
        level = max((votes[item] for item in in_play - certain), default=0)
        tied = {item for item in in_play - certain if votes[item] == level}
        return certain, tied if len(certain) < self.places else set()

    def free(self) -> int:
        """How many places are left to those that share them."""
        return self.places - len(self.standing()[0])

    def voted(self) -> int:
        return len(self.ballots()) + (self.hands.people if self.hands else 0)


@dataclass
class Owner:
    """Who is to do a measure, as it would be typed; "" for nobody."""

    responsible: str = ""
    together: list[str] = field(default_factory=list)
    accepted: bool = False
    deadline: str = ""


@dataclass
class Memory:
    """`cards` maps the id that a page gave a line to what was last written in it.

    `headings` pairs the text of each heading with what was gathered under it. `areas` maps a
    measure to the area it was written under. `fields` holds what was last sent about a card with
    several fields, or about how a measure goes; `latest` is the last page of each person. `moves`
    is what was said about measures, one after another. `titles` are the texts of headings by id,
    `decks` the decks of cards with several fields.
    """

    people: int = 0
    cards: dict[str, str] = field(default_factory=dict)
    headings: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    decks: dict[str, str] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    rounds: dict[str, Round] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    owners: dict[str, Owner] = field(default_factory=dict)
    offers: dict[tuple[int, str], str] = field(default_factory=dict)
    verdicts: dict[str, tuple[str, str]] = field(default_factory=dict)
    agreed: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Filled] = field(default_factory=dict)
    rows: dict[str, Filled] = field(default_factory=dict)
    goal: Filled = field(default_factory=dict)
    anchored: dict[tuple[str, str], str] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    pulses: dict[str, dict[int, Points]] = field(default_factory=dict)
    latest: dict[int, Filled] = field(default_factory=dict)
    moves: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    late: int = 0
    turned_away: int = 0
    answers: int = 0

    def arrived(self, author: Author, filled: Filled) -> None:
        """A page was sent and the server said that it has it."""
        self.answers += 1
        self.latest[author.number] = filled
        self.sheet(filled)
        for name, values in filled.items():
            value = values[0] if values else ""
            if LINE.fullmatch(name) and not name.startswith("ballot."):
                self.line(name, value)
            elif name.startswith("role-"):
                self._offered(author.number, name.removeprefix("role-"), value)
            elif name.startswith("verdict-"):
                card = name.removeprefix("verdict-")
                comment = (filled.get(f"comment-{card}") or [""])[0]
                self.verdicts[card] = (value, comment)
            elif name == "yes":
                for measure in values:
                    self.owner(measure).accepted = True
                    self.moved(measure, accepted="1")
        stamp = (filled.get("stamp") or [""])[0]
        if stamp and (pulse := levels(filled)) is not None:
            self.pulses.setdefault(stamp, {})[author.number] = pulse
        elif stamp:
            self.round(stamp).phones[author.number] = points(filled)

    def sheet(self, filled: Mapping[str, list[str]]) -> None:
        """Inputs named by the id of a card: a new card, one corrected, or how a measure goes."""
        cards: dict[str, Filled] = {}
        for name, values in filled.items():
            slot = SLOT.fullmatch(name)
            if slot and slot[1] not in APART:
                cards.setdefault(slot[2], {})[slot[1]] = values
        for card, own in cards.items():
            title = "".join(own.get("text", []))
            if title:
                self.wrote(card, title)
                self.fields.setdefault(card, {}).update(own)
            elif any(own.get("status", [])):
                # What is left empty on such a page stays as it was.
                told = {name: values for name, values in own.items() if any(values)}
                self.fields.setdefault(card, {}).update(told)
                self.moved(card, **{name: "".join(values) for name, values in own.items()})

    def line(self, name: str, text: str) -> None:
        """An input for a line, named by what it is about and an id, holds this text now."""
        about, _, card = name.rpartition(".")
        self.wrote(card, text)
        if text and (ID.fullmatch(about) or about == "measures"):
            self.areas[card] = about if about != "measures" else ""

    def wrote(self, card: str, text: str) -> None:
        """A line holds this text now; an emptied one is gone."""
        if text:
            self.cards[card] = text
        else:
            self.cards.pop(card, None)

    def round(self, stamp: str) -> Round:
        return self.rounds.setdefault(stamp, Round(stamp))

    def moved(self, measure: str, **said: str) -> None:
        """Something was said about how a measure goes, whose it is, or by when."""
        self.moves.append((measure, said))

    def area(self, measure: str) -> str:
        """The text of the area that a measure was written under; "" for none."""
        area = self.areas.get(measure, "")
        return self.titles.get(area) or self.cards.get(area, "")

    def owner(self, measure: str) -> Owner:
        return self.owners.setdefault(measure, Owner())

    def _offered(self, number: int, measure: str, role: str) -> None:
        if role:
            self.offers[number, measure] = role
        else:
            self.offers.pop((number, measure), None)


def levels(filled: Mapping[str, list[str]]) -> Points | None:
    """The answers to the questions of a pulse; None where the page asked something else."""
    asked = {name: values for name, values in filled.items() if name.startswith("pulse-")}
    if not asked:
        return None
    return {name: int(values[0]) for name, values in asked.items() if values and values[0]}


def points(filled: Mapping[str, list[str]]) -> Points:
    """The ballot that a filled page holds, whatever the rule of the round."""
    found = {key: 1 for key in filled.get("ballot", []) if key}
    for name, values in filled.items():
        stem, _, rest = name.partition(".")
        if stem != "ballot" or not rest or not values or not values[0]:
            continue
        if re.fullmatch(r"[123]", rest):
            found[values[0]] = RANKS[rest]
        elif int(values[0]):
            found[rest] = int(values[0])
    return found
