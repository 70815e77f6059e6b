import tomllib
from collections import defaultdict
from importlib import resources
from itertools import permutations

import pytest

import bench_similar
from workshop.domain.card import Card
from workshop.domain.words import Language
from workshop.steps.similar import pairs
from workshop.steps.themes import fold


def said(text: str, language: Language = "sv") -> Card:
    return Card(id=text, deck="areas", step="s", values={"text": text}, language=language)


def alike(one: Card, two: Card) -> bool:
    return bool(pairs([one, two]))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kontroll av personalliggare", "Fler personalliggarkontroller"),
        ("Upphandlingskrav", "Krav i upphandling"),
        ("Kontroll av restauranger", "Tillsyn av restauranger"),
        ("Svart arbete", "Svartarbete"),
        ("Underentreprenörer", "Underleverantörer"),
        ("Dialog före byggstart", "Byggstart: dialog före"),
        ("Introduktion för nyanlända", "Introduktion för nyannlända"),
    ],
)
def test_swedish(one: str, two: str) -> None:
    assert alike(said(one), said(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (said("Samarbete mellan myndigheter"), said("Samarbeid mellom etatene", "nb")),
        (said("Krav i upphandling"), said("Innkjøpskrav", "nb")),
        (said("Krav ved anskaffelser", "nb"), said("Krav i innkjøp", "nn")),
        (said("Kommunale kontroller", "nb"), said("Kontroll i kommunane", "nn")),
        (said("Sjekke underleverandører", "nb"), said("Check subcontractors", "en")),
    ],
)
def test_across_languages(one: Card, two: Card) -> None:
    assert alike(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Utbildning för upphandlare", "Utbildning för skyddsombud"),
        ("Kontrollera underentreprenörer", "Färre led av underentreprenörer"),
        ("Seriösa företag", "Oseriösa företag"),
        ("Tydligare krav", "Tydligare information"),
        ("Mer av det", "Mer av den"),
    ],
)
def test_neighbours_are_kept_apart(one: str, two: str) -> None:
    assert not alike(said(one), said(two))


def test_likeness_does_not_depend_on_the_order_of_the_list() -> None:
    texts = ("Information till nya företag", "Utbilda och informera företagare", "Stöd åt företag")
    cards = [said(text) for text in texts]
    found = {
        frozenset((frozenset((a.text, b.text)), round(value, 6)) for a, b, value in pairs(order))
        for order in permutations(cards)
    }
    assert len(found) == 1


def test_the_most_alike_come_first_and_texts_that_were_removed_not_at_all() -> None:
    cards = [said(text) for text in ("Svart arbete", "Svartarbete i kök", "Svartarbete", "")]
    found = pairs(cards)
    assert [value for _, _, value in found] == sorted((v for _, _, v in found), reverse=True)
    assert all(one.text and two.text for one, two, _ in found)
    assert {found[0][0].text, found[0][1].text} == {"Svart arbete", "Svartarbete"}


@pytest.mark.parametrize("text", ["", "   ", "!!!", "och", "🙂", "x" * 5000, "一二三", "10 %"])
def test_any_text_can_be_compared(text: str) -> None:
    assert pairs([said(text), said("Svart arbete")]) == []


@pytest.mark.parametrize("part", bench_similar.PARTS)
def test_suggestions_stay_useful_on_labelled_lists(part: str) -> None:
    found = bench_similar.score(bench_similar.read(part))
    assert found.precision >= 0.8
    assert found.recall >= 0.7


def test_a_word_of_the_field_stands_for_one_theme() -> None:
    file = resources.files("workshop") / "steps" / "themes.toml"
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    named = {f"{kind}.{name}" for kind in ("act", "theme", "weak") for name in raw[kind]}
    stands: dict[str, set[str]] = defaultdict(set)
    for kind in ("act", "theme", "weak"):
        for name, spelled in raw[kind].items():
            for word in f"{spelled.get('words', '')} {spelled.get('parts', '')}".split():
                stands[fold(word)].add(f"{kind}.{name}")
    assert not {word: themes for word, themes in stands.items() if len(themes) > 1}
    assert {name for two in raw["near"] for name in two} <= named
