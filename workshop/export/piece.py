"""Splits words into pieces, each in one language and ready to stand in a document."""

import re
from typing import NamedTuple

from workshop.domain.words import Count, Day, Joined, Language, Name, Own, Say, Words
from workshop.language import NO_NAME, Tongue

NO_BREAK_SPACE = "\u00a0"
# Private-use characters never survive `domain.text.clean`, so nobody's text can hold a mark.
_MARK = re.compile("\ue000(\\d+)\ue001")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Piece(NamedTuple):
    """A stretch of text; `language` is None where it is the document's own.

    A tuple, because a large document has tens of thousands of them.
    """

    text: str
    language: Language | None = None


def pieces(words: Words, tongue: Tongue, names: bool = True) -> list[Piece]:
    """The words as text; texts that somebody wrote in another language stand apart.

    Without `names` a person beside an organisation is left out.
    """
    if isinstance(words, Own):
        return _own(words, tongue.language) if words.text else []
    if isinstance(words, int):
        return [Piece(tongue(words))]
    marked: list[Own] = []
    text = tongue(_mark(words if names else _nameless(words), tongue, marked))
    parts = _MARK.split(text)
    found = []
    for n, part in enumerate(parts):
        if n % 2 == 0:
            found.append(Piece(printable(part)))
        elif int(part) < len(marked):
            own = marked[int(part)]
            found.append(Piece(printable(own.text), own.language))
    return [piece for piece in found if piece.text]


def _own(words: Own, language: Language) -> list[Piece]:
    """Most of a document are texts that somebody wrote, so these take the short way."""
    foreign = words.language if words.language != language else None
    return [Piece(text, foreign)] if (text := printable(words.text)) else []


def plain(words: Words, tongue: Tongue) -> str:
    """The words as one text, whatever the languages in it."""
    return printable(tongue(words))


def printable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def _mark(words: Words, tongue: Tongue, marked: list[Own]) -> Words:
    match words:
        case Own(text, written) if text and written not in (None, tongue.language):
            marked.append(words)
            return f"\ue000{len(marked) - 1}\ue001"
        case Day():
            return tongue(words).replace(" ", NO_BREAK_SPACE)  # "18. juni 2027" stays on one line
        case Say(text, values):
            return Say(text, {k: _mark(v, tongue, marked) for k, v in values.items()})
        case Count(one, many, n, values):
            filled = {k: _mark(v, tongue, marked) for k, v in values.items()}
            return Count(one, many, n, filled)
        case Joined(parts, between):
            return Joined(tuple(_mark(part, tongue, marked) for part in parts), between)
        case _:
            return words


def _nameless(words: Words) -> Words:
    """The same without people: left out of a list, "(name not given)" where they stand alone."""
    match words:
        case Name():
            return NO_NAME
        case Say(text, values):
            return Say(text, {key: _nameless(value) for key, value in values.items()})
        case Count(one, many, n, values):
            return Count(one, many, n, {key: _nameless(value) for key, value in values.items()})
        case Joined(parts, between):
            kept = tuple(_nameless(part) for part in parts if not isinstance(part, Name))
            return Joined((NO_NAME,) if parts and not kept else kept, between)
        case _:
            return words
