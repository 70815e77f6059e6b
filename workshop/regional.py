"""Shares as babel writes them in the four languages."""

from functools import cache

from babel import Locale
from babel.numbers import format_percent

from workshop.domain.words import Language

LOCALES: dict[Language, str] = {"sv": "sv_SE", "nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


def share(language: Language, part: float) -> str:
    """A share between 0 and 1 as whole per cent."""
    return format_percent(round(part, 2), locale=_locale(language))


@cache
def _locale(language: Language) -> Locale:
    return Locale.parse(LOCALES[language])
