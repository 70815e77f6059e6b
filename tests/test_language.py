"""Words become one of four languages: whole catalogues, dates, plurals, shares."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from workshop import language as speech
from workshop.domain.words import (
    LANGUAGES,
    Count,
    Day,
    Hour,
    Joined,
    Language,
    Name,
    Own,
    Percent,
    Say,
    Texts,
)
from workshop.language import best, tongue

LOCALE = Path(speech.__file__).parent / "locale"
GAP = re.compile(r"%\((\w+)\)s")
each = pytest.mark.parametrize("language", LANGUAGES)


@each
def test_every_sentence_keeps_its_gaps(language: Language) -> None:
    for message in read_po(BytesIO((LOCALE / language / "workshop.po").read_bytes())):
        ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
        strings = message.string if isinstance(message.string, list | tuple) else (message.string,)
        gaps = {gap for text in ids for gap in GAP.findall(text)}
        for text in strings:
            # "One vote" needs no number; nothing may be filled that nobody gives.
            assert set(GAP.findall(text)) <= gaps, message.id
            if not message.pluralizable and text:
                assert set(GAP.findall(text)) == gaps, message.id


@each
def test_a_sentence_without_translation_says_itself(language: Language) -> None:
    assert tongue(language)(Say("No such sentence, %(name)s", {"name": "Bo"})) == (
        "No such sentence, Bo"
    )
    assert tongue(language)(Count("%(n)s thing nowhere", "%(n)s things nowhere", 2)) == (
        "2 things nowhere"
    )


@each
def test_a_plural_said_as_one_is_a_sentence(language: Language) -> None:
    said = tongue(language)(Say("%(n)s vote", {"n": 1}))
    assert said.startswith("1 ") and "(" not in said and "'" not in said


@pytest.mark.parametrize(
    ("language", "one", "none", "two"),
    [
        ("sv", "1 åtgärd", "0 åtgärder", "2 åtgärder"),
        ("nb", "1 tiltak", "0 tiltak", "2 tiltak"),
        ("nn", "1 tiltak", "0 tiltak", "2 tiltak"),
        ("en", "1 measure", "0 measures", "2 measures"),
    ],
)
def test_plurals(language: Language, one: str, none: str, two: str) -> None:
    say = tongue(language)
    found = [say(Count("%(n)s measure", "%(n)s measures", n)) for n in (1, 0, 2)]
    assert found == [one, none, two]


@pytest.mark.parametrize(
    ("language", "day", "share"),
    [
        ("sv", "2026-03-05", "43\u00a0%"),
        ("nb", "5. mars 2026", "43\u00a0%"),
        ("nn", "5. mars 2026", "43\u00a0%"),
        ("en", "5 March 2026", "43%"),
    ],
)
def test_days_and_shares(language: Language, day: str, share: str) -> None:
    say = tongue(language)
    assert say(Day(date(2026, 3, 5))) == day
    assert say(Percent(0.4286)) == share
    assert say(Percent(0)).startswith("0") and say(Percent(1)).startswith("100")


@each
def test_hours_are_of_a_day(language: Language) -> None:
    say = tongue(language)
    assert [say(Hour(m)) for m in (0, 65, 1439, 1440)] == ["00:00", "01:05", "23:59", "00:00"]


@each
def test_own_words_are_never_touched(language: Language) -> None:
    say = tongue(language)
    for text in ("%(n)s", "{region}", "[b]x[/b]", "<b>", "Send", "100 % svart", ""):
        assert say(text) == text
        assert say(Own(text)) == text
        assert say(Say("No such %(what)s", {"what": text})) == f"No such {text}"


@each
def test_names_are_known_or_not(language: Language) -> None:
    say = tongue(language).knowing({"a": "Anna", "b": ""})
    assert say(Name("a")) == "Anna"
    assert say(Name("b")) == say(Name("c")) != ""


@each
def test_joining_leaves_out_what_is_empty(language: Language) -> None:
    say = tongue(language)
    assert say(Joined(("a", "", Own(""), Joined(()), "b"), " · ")) == "a · b"
    four = Texts(sv="1sv", nb="1nb", nn="1nn", en="1en")
    assert say(Joined((four, 3))) == f"1{language}, 3"


@pytest.mark.parametrize(
    ("accepted", "found"),
    [
        ("sv", "sv"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "sv"),
        ("nb-NO", "nb"),
        ("no", "nb"),
        ("no-NO,nn;q=0.9", "nb"),
        ("nn-NO,nb;q=0.9", "nn"),
        ("en;q=0.5,nn;q=0.7", "nn"),
        ("en;q=0.5, sv; q=0.9", "sv"),
        ("en ; q = 0.5 , sv ; q = 0.9", "sv"),
        ("de,fr;q=0.9", "en"),
        ("sv;q=0,nb;q=0.1", "nb"),
        ("sv;q=0", "en"),
        ("SV", "sv"),
        ("*", "en"),
        ("", "en"),
        (";;;,,,q=", "en"),
        ("sv;q=nan,nb;q=0.2", "nb"),
        ("sv;q=x,nb;q=0.2", "nb"),
        ("nb;q=inf,sv;q=0.1", "sv"),
        ("sv;level=1;q=0.3,en;q=0.4", "en"),
    ],
)
def test_the_best_language_for_a_phone(accepted: str, found: Language) -> None:
    assert best(accepted) == found


@given(st.text())
def test_any_header_gives_a_language(accepted: str) -> None:
    assert best(accepted) in LANGUAGES
    assert best(accepted, "sv") in LANGUAGES
