"""Somebody in the rehearsed room: who they represent, and how they go about answering."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from workshop.domain.party import PARTY_KINDS, PartyKind
from workshop.domain.words import LANGUAGES, Language
from workshop.rehearse.samples import Samples, samples


@dataclass(frozen=True, kw_only=True)
class Author:
    """`number` counts from 0; the first of an organisation speaks for it.

    `twice` sends everything twice, `reloads` loads the page again after sending, `changes` sends
    something else afterwards, `blank` hands in an empty ballot.
    """

    number: int
    seed: int
    language: Language
    party: PartyKind
    organisation: str
    name: str
    speaks: bool
    twice: bool = False
    reloads: bool = False
    changes: bool = False
    blank: bool = False

    @property
    def samples(self) -> Samples:
        return samples(self.language)

    def chance(self, *about: object) -> Random:
        """Chance that depends on the seed, the person and what it is about, never on the order."""
        return Random("|".join(str(part) for part in (self.seed, self.number, *about)))


def cast(phones: int, others: int, language: Language, seed: int) -> list[Author]:
    """Everybody: first those with a phone, then `others` without one."""
    kinds, texts = _parties(phones + others), samples(language)
    taken: set[str] = set()
    people: list[Author] = []
    for number, party in enumerate(kinds):
        organisation = _organisation(texts, party, number // 5, seed)
        people.append(
            Author(
                number=number,
                seed=seed,
                language=_language(language, number) if number < phones else language,
                party=party,
                organisation=organisation,
                name="" if number % 5 == 3 and number < phones else texts.name(number + seed),
                speaks=organisation not in taken,
                twice=number % 10 == 1,
                reloads=number % 10 == 2,
                changes=number % 7 == 5,
                blank=number == min(6, phones - 1),
            )
        )
        taken.add(organisation)
    return people


def _parties(count: int) -> list[PartyKind]:
    """Every kind early on, and no kind much larger than the others."""
    order: tuple[PartyKind, ...] = PARTY_KINDS[:4] * 3 + PARTY_KINDS[4:]
    return [order[number % len(order)] for number in range(count)]


def _organisation(texts: Samples, party: PartyKind, row: int, seed: int) -> str:
    names = texts.people.organisations[party]
    return names[(row + seed) % len(names)]


def _language(main: Language, number: int) -> Language:
    """A few read another language than the rest."""
    others = [language for language in LANGUAGES if language != main]
    return others[number // 9 % len(others)] if number % 9 == 4 else main


def deal(texts: Samples, topic: str, start: int, step: int, count: int) -> Iterator[str]:
    """`count` texts on a topic, from a place in the list and in steps, round and round."""
    pool = texts.on(topic)
    return (pool[(start + n * step) % len(pool)] for n in range(count))
