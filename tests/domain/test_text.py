"""What people type is data: it steers no terminal, page, document or direction of reading."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.text import clean, one_line

TURNING = {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}
EVERYTHING = st.text(st.characters(codec=None))  # lone surrogates too


@given(EVERYTHING)
def test_nothing_that_steers_is_left(raw: str) -> None:
    text = clean(raw)
    controls = [ch for ch in text if unicodedata.category(ch) in ("Cc", "Cs", "Co") and ch != "\n"]
    assert not controls
    assert not {unicodedata.bidirectional(ch) for ch in text} & TURNING
    text.encode("utf-8")


@given(EVERYTHING)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)
    assert one_line(one_line(raw)) == one_line(raw)
    assert "\n" not in one_line(raw)


@given(st.text("abcåäöÅÄÖøæØÆ éñ.,!?-–0123456789"))
def test_ordinary_text_is_kept(raw: str) -> None:
    assert clean(raw).split() == raw.split()


@pytest.mark.parametrize(
    "kept",
    [
        "👩‍👩‍👧‍👦 familj",
        "🏳️‍🌈",
        "👍🏽",
        "🫨 skakar",  # newer than some Pythons
        "🇸🇪🇳🇴",
        "[@click=app.quit]x[/]",
        "<script>alert(1)</script>",
        "=1+1",
        "%(n)s {region} {{ 7*7 }} \\n",
        "Ærøskøbing, Göteborg, Kárášjohka, Łódź",
        "שלום مرحبا 你好",
    ],
)
def test_what_is_only_text_stays(kept: str) -> None:
    assert clean(kept) == kept


@pytest.mark.parametrize(
    ("raw", "becomes"),
    [
        ("", ""),
        (" \t \n ", ""),
        ("\x1b[2J\x1b]0;title\x07red", "[2J]0;titlered"),
        ("a\x00b\x7fc", "abc"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\x0btwo\x0cthree\x85four\u2028five\u2029six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("one\ttwo\u00a0three", "one two three"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("\u202eabc\u202c \u200fdef\u200e \u2066ghi\u2069", "abc def ghi"),
        ("A\ud800B\udfff", "AB"),
        ("a\u030a", "å"),
        ("soft\u00adhyphen zero\u200bwidth \ufeffmark", "softhyphen zerowidth mark"),
        ("private \ue000 \U000f0000 use", "private use"),
        ("no\ufffe character\uffff \ufdd0", "no character"),
        ("\u200d", ""),
        (" \u200d \ufe0f ", ""),
    ],
)
def test_what_is_not_to_be_read_is_left_out(raw: str, becomes: str) -> None:
    assert clean(raw) == becomes


def test_a_hundred_thousand_characters_come_through() -> None:
    assert clean("x" * 100_000) == "x" * 100_000
    assert clean(" \u200d" * 50_000) == ""
    assert clean("a\u0301" * 50_000) == "á" * 50_000
