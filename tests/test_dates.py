"""Dates are those of the language, as the library of languages has them."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from workshop.dates import day
from workshop.domain.words import LANGUAGES, Language

LONG = {
    "sv": ("sv_SE", "yyyy-MM-dd"),
    "nb": ("nb_NO", "d. MMMM y"),
    "nn": ("nn_NO", "d. MMMM y"),
    "en": ("en_GB", "d MMMM y"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@given(when=st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_written_as_the_language_writes_it(language: Language, when: date) -> None:
    locale, pattern = LONG[language]
    assert day(language, when) == format_date(when, pattern, locale=locale)
