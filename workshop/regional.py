"""Dates and shares as babel writes them in the four languages."""

from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_percent

from workshop.domain.words import Language

LOCALES: dict[Language, str] = {"sv": "sv_SE", "nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
PATTERNS: dict[Language, str] = {
    "sv": "yyyy-MM-dd",
    "nb": "d. MMMM y",
    "nn": "d. MMMM y",
    "en": "d MMMM y",
}


def day(language: Language, when: date) -> str:
    """A date in full."""
    return format_date(when, PATTERNS[language], locale=_locale(language))


def share(language: Language, part: float) -> str:
    """A share between 0 and 1 as whole per cent."""
    return format_percent(round(part, 2), locale=_locale(language))


@cache
def _locale(language: Language) -> Locale:
    return Locale.parse(LOCALES[language])
