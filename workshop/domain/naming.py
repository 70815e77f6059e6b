"""A name in four languages: how it is asked for, and how it is read."""

from collections.abc import Mapping

from workshop.domain.form import Field, Line, Part
from workshop.domain.reading import Filled
from workshop.domain.words import LANGUAGES, Language, Say, Texts, Words


def names_asked(
    label: Words, before: Texts | None, languages: Mapping[Language, str], most: int
) -> tuple[Field, ...]:
    """One line a language; `languages` are the names of the four, each in its own words."""
    part = Part(name="names", label=label, hint=Say("In each of the languages."))
    lines = (
        Line(
            name=one,
            label=languages[one],
            value=before[one] if before else "",
            required=True,
            most=most,
        )
        for one in LANGUAGES
    )
    return (part, *lines)


def names_told(filled: Filled) -> Texts:
    return Texts(**{one: filled.text(one) for one in LANGUAGES})
