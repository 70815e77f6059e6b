"""Fills in a form as a person would, from what stands on the page and nothing else."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from workshop.rehearse.author import Author
from workshop.rehearse.page import Asked, Choice, Sheet

Filled = dict[str, list[str]]
Texts = Callable[[Asked], Sequence[str]]

LINE = re.compile(r".+\.[0-9a-f]{8,32}")
PLACE = re.compile(r".+\.[123]")
SLOT = re.compile(r"([a-z_]+)-(?:new-)?([0-9a-f]{12})")
NEW = "-new-"
PARTIES = ("party", "owner", "responsible", "by")
FAR = "2027-03-05"


@dataclass(frozen=True, kw_only=True)
class Pen:
    """Fills one form for one person.

    `texts` gives what the person has to say where lines are asked for, `known` what an input is
    to hold whatever else. With `again` the person has changed their mind; with `fully` every vote
    is used.
    """

    author: Author
    texts: Texts = lambda asked: ()
    known: Mapping[str, str] = field(default_factory=dict)
    again: bool = False
    fully: bool = False

    def fill(self, sheet: Sheet) -> Filled:
        """What the form sends, its unseen inputs included."""
        filled: Filled = {}
        for name, value in sheet.hidden:
            filled.setdefault(name, []).append(value)
        lines = [one for one in sheet.asked if LINE.fullmatch(one.name)]
        places = [one for one in sheet.asked if PLACE.fullmatch(one.name)]
        for boxes in by_topic(one for one in lines if one.kind == "text").values():
            filled |= self._lines(boxes)
        filled |= self._shares([one for one in lines if one.kind == "number"])
        filled |= self._ranks(places)
        written = any(_is_written(one) for one in sheet.asked)
        for one in sheet.asked:
            if one not in lines and one not in places:
                filled[one.name] = self._card(one) if written else self._answer(one)
        return filled

    def _card(self, one: Asked) -> list[str]:
        """On a page with cards of one's own: no new one; a change of mind words the first anew."""
        if NEW in one.name:
            return [""]
        there = [one.value] if not one.choices else [c.key for c in one.choices if c.picked]
        if self.again and _is_written(one):
            return [f"{one.value}, {self.author.samples.said.addition}"]
        return there

    def _lines(self, boxes: Sequence[Asked]) -> Filled:
        """What stands there stays; empty boxes take what there is left to say."""
        filled = {box.name: [box.value] for box in boxes}
        wrote = [box for box in boxes if box.value]
        if self.again:
            for box in wrote[:1]:
                filled[box.name] = [f"{box.value}, {self.author.samples.said.addition}"]
            return filled
        there = {box.value for box in wrote}
        left = [text for text in self.texts(boxes[0]) if text not in there]
        empty = [box for box in boxes if not box.value]
        return filled | {box.name: [text] for box, text in zip(empty, left, strict=False)}

    def _answer(self, one: Asked) -> list[str]:
        if one.name in self.known:
            return [self.known[one.name]]
        match one.kind:
            case "text":
                return [self._text(one)]
            case "number":
                return ["1"]
            case "date":
                return [FAR]
            case "one":
                return self._one(one)
            case "several":
                return self._several(one)

    def _text(self, one: Asked) -> str:
        said, about = self.author.samples.said, one.name.partition("-")[0]
        if about in PARTIES:
            return self.author.organisation
        if about == "deadline_words":
            return self._chance(one).choice(said.deadlines)
        pool = said.measures if NEW in one.name and about == "text" else said.comments
        return self._chance(one).choice(pool)

    def _one(self, one: Asked) -> list[str]:
        """One of the choices; taking on a measure is not for everybody."""
        chance = self._chance(one)
        keys = [choice.key for choice in _sorted(one.choices) if choice.key]
        if one.name.startswith("role-") and not (self.author.speaks and chance.random() < 0.2):
            return [""]
        return [chance.choice(keys)] if keys else [""]

    def _several(self, one: Asked) -> list[str]:
        if one.name == "yes":
            return [choice.key for choice in one.choices] if self.author.speaks else []
        if one.name == "ballot" and self.author.blank:
            return []
        most = 1 if self.author.number % 8 == 3 and not self.fully else _number(one.label)
        return self._favourites(one.choices, most, self._chance(one))

    def _shares(self, boxes: Sequence[Asked]) -> Filled:
        """Votes to give out, several to the same where one likes."""
        if not boxes:
            return {}
        votes = 0 if self.author.blank else _number(boxes[0].group)
        choices = [Choice(box.name, box.label, False) for box in boxes]
        chance = self._chance(boxes[0])
        given = [self._favourites(choices, 1, chance)[0] for _ in range(votes)]
        return {box.name: [str(given.count(box.name))] for box in boxes}

    def _ranks(self, places: Sequence[Asked]) -> Filled:
        """First, second, third; nothing twice."""
        if not places:
            return {}
        choices = [choice for choice in places[0].choices if choice.key]
        count = 0 if self.author.blank else len(places)
        keys = self._favourites(choices, count, self._chance(places[0]))
        keys += [""] * (len(places) - len(keys))
        return {one.name: [key] for one, key in zip(places, keys, strict=True)}

    def _favourites(self, choices: Iterable[Choice], most: int, chance: Random) -> list[str]:
        """Some things are more popular than others, in the whole room; taste does the rest."""

        def appeal(choice: Choice) -> float:
            popular = Random(f"{self.author.seed}|{choice.text}").uniform(1, 3)
            return float(chance.random() ** (1 / popular))

        drawn = {choice.key: appeal(choice) for choice in _sorted(choices) if choice.key}
        return sorted(drawn, key=lambda key: -drawn[key])[:most]

    def _chance(self, one: Asked) -> Random:
        about = "|".join(choice.text for choice in _sorted(one.choices))
        return self.author.chance(one.label, about, self.again)


def _is_written(one: Asked) -> bool:
    """Whether this is what a card of one's own says."""
    return one.name.startswith("text-") and NEW not in one.name and bool(SLOT.fullmatch(one.name))


def topic(box: Asked) -> str:
    """What a line is about: the first part of its name."""
    return box.name.rpartition(".")[0]


def by_topic(boxes: Iterable[Asked]) -> dict[str, list[Asked]]:
    found: dict[str, list[Asked]] = {}
    for box in boxes:
        found.setdefault(topic(box), []).append(box)
    return found


def _number(text: str) -> int:
    """The first number a sentence names ("Choose up to 3"); 1 where it names none."""
    found = re.search(r"\d+", text)
    return int(found[0]) if found else 1


def _sorted(choices: Iterable[Choice]) -> list[Choice]:
    """By what stands there: the order on the page may differ from phone to phone."""
    return sorted(choices, key=lambda choice: (choice.text, choice.key))
