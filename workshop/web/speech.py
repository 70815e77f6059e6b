"""Turns words into HTML: own words are escaped, and marked where their language is another."""

import re

from markupsafe import Markup, escape

from workshop.domain.words import Count, Joined, Own, Say, Words
from workshop.language import TAGS, Tongue

_GAP = re.compile("\x00(\\w+)\x00")


def html(words: Words, tongue: Tongue) -> Markup:
    """These words as safe HTML; a contribution carries the `lang` it was written in."""
    match words:
        case Own(text, language) if language and language != tongue.language:
            return Markup('<span lang="{}">{}</span>').format(TAGS[language], _broken(text))
        case Say(text, values) if values:
            return _filled(Say(text, _gaps(values)), values, tongue)
        case Count(one, many, n, values) if values:
            return _filled(Count(one, many, n, _gaps(values)), values, tongue)
        case Joined(parts, between):
            said = [html(part, tongue) for part in parts]
            return escape(between).join(part for part in said if part)
        case _:
            return _broken(tongue(words))


def _gaps(values: object) -> dict[str, Words]:
    """A mark for each value, to be found again in the translated sentence: no text holds NUL."""
    assert isinstance(values, dict)
    return {name: f"\x00{name}\x00" for name in values}


def _filled(marked: Say | Count, values: object, tongue: Tongue) -> Markup:
    assert isinstance(values, dict)
    pieces = _GAP.split(tongue(marked))
    return Markup("").join(
        html(values[piece], tongue) if n % 2 else _broken(piece) for n, piece in enumerate(pieces)
    )


def _broken(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))
