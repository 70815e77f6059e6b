from itertools import combinations

import pytest

from workshop.domain.card import Card
from workshop.domain.party import PARTY_KINDS
from workshop.domain.words import LANGUAGES, Language
from workshop.rehearse.samples import Samples, samples
from workshop.steps.similar import pairs


def everything(texts: Samples) -> list[str]:
    said = texts.said
    obstacles = [text for one in said.obstacles for text in (one.obstacle, one.way_past)]
    lists = (
        *(texts.expectations, texts.takeaways, texts.risks, texts.all_areas()),
        *(said.measures, said.next_steps, said.indicators, said.comments, said.followups),
    )
    return [*obstacles, *(text for some in lists for text in some)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_enough_to_say(language: Language) -> None:
    texts = samples(language)

    assert (len(texts.expectations), len(texts.takeaways)) == (14, 10)
    assert (len(texts.risks), len(texts.all_areas()), len(texts.alike)) == (16, 16, 4)
    assert len(texts.said.measures) == 14
    assert len(set(everything(texts))) == len(everything(texts)), "nothing is said twice"
    assert set(texts.people.organisations) == set(PARTY_KINDS)
    named = {name for some in texts.people.organisations.values() for name in some}
    assert not named & set(texts.people.absent)
    assert len({texts.name(number) for number in range(200)}) == 200


def test_every_language_has_words_of_its_own() -> None:
    for one, other in combinations(LANGUAGES, 2):
        same = set(everything(samples(one))) & set(everything(samples(other)))
        assert len(same) <= 2, f"{one} and {other}: {same}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_those_that_mean_the_same_are_suggested_first(language: Language) -> None:
    texts = samples(language)
    cards = [
        Card(id=str(n), deck="areas", step="", values={"text": text}, language=language)
        for n, text in enumerate(texts.all_areas())
    ]
    (one, other, _), *_ = pairs(cards)

    assert {one.text, other.text} == {texts.alike[0].one, texts.alike[0].other}
