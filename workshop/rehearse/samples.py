"""What the people of a rehearsal say: sample contributions in each of the four languages."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from workshop.domain.party import PartyKind
from workshop.domain.value import Value
from workshop.domain.words import Language


class Alike(Value):
    """Two texts that mean the same, and the heading that gathers them."""

    one: str
    other: str
    heading: str


class Obstacle(Value):
    """What may stop a measure, and the way past it."""

    obstacle: str
    way_past: str


class Said(Value):
    """What is said about measures, follow-up and the day itself."""

    measures: tuple[str, ...]
    next_steps: tuple[str, ...]
    indicators: tuple[str, ...]
    resources: tuple[str, ...]
    deadlines: tuple[str, ...]
    comments: tuple[str, ...]
    followups: tuple[str, ...]
    missing: tuple[str, ...]
    aloud: tuple[str, ...]
    addition: str
    time: str
    venue: str
    obstacles: tuple[Obstacle, ...]


class People(Value):
    """Names to combine, organisations for each kind of party, and who is absent."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    absent: tuple[str, ...]
    organisations: dict[PartyKind, tuple[str, ...]]


class Samples(Value):
    """Everything that is said in one language."""

    network: str
    region: str
    place: str
    expectations: tuple[str, ...]
    takeaways: tuple[str, ...]
    risks: tuple[str, ...]
    areas: tuple[str, ...]
    alike: tuple[Alike, ...]
    said: Said
    people: People

    def on(self, topic: str) -> Sequence[str]:
        """The texts on a topic; what nobody foresaw is answered with what is hoped for."""
        topics = {
            "expectations": self.expectations,
            "risks": self.risks,
            "areas": self.all_areas(),
            "measures": self.said.measures,
        }
        return topics.get(topic, self.takeaways)

    def all_areas(self) -> tuple[str, ...]:
        """Every area, those that mean the same side by side: dealt out, they part."""
        pairs = [(pair.one, pair.other) for pair in self.alike]
        dealt = [(*pair, *self.areas[2 * n : 2 * n + 2]) for n, pair in enumerate(pairs)]
        return tuple(text for four in dealt for text in four)

    def name(self, number: int) -> str:
        """An invented name; the same number gives the same name."""
        first, last = self.people.first, self.people.last
        return f"{first[number % len(first)]} {last[(number * 7 + number // 16) % len(last)]}"


@cache
def samples(language: Language) -> Samples:
    """The samples in a language."""
    file = resources.files("workshop") / "rehearse" / "texts" / f"{language}.toml"
    return Samples.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
