"""A good example of a region, and how it lies in the bank of another region's meeting."""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from workshop.domain.keeping import BANK
from workshop.domain.network import Network
from workshop.domain.redaction import WRITTEN_IN
from workshop.domain.summary import ExampleSummary

MOST = 200  # that a meeting takes along


class Example(ExampleSummary):
    """A good example with where it comes from."""

    region: str
    network: str


def told_by(one: ExampleSummary, network: Network) -> Example:
    """The example with its network."""
    place = network.region or network.name
    return Example(**one.model_dump(), region=place, network=network.name)


def newest_first(found: Iterable[Example]) -> list[Example]:
    """The newest first; those of one day by region and words."""
    by_words = sorted(found, key=lambda one: (one.region, one.text, one.id))
    return sorted(by_words, key=lambda one: one.date, reverse=True)


Cards = tuple[Mapping[str, JsonValue], ...]


def bank(found: Iterable[Example]) -> Cards:
    """What a meeting with a bank opens with, as cards that it brought along."""
    return tuple(_card(one) for one in newest_first(found)[:MOST])


def _card(one: Example) -> Mapping[str, JsonValue]:
    told = one.model_dump(include={"id", "text", "region", "place", "who", "what"})
    more = one.model_dump(include={"lesson", "success", "link"})
    language = {WRITTEN_IN: one.language} if one.language else {}
    return {**told, **more, "deck": BANK, **language}
