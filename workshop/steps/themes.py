"""What a text is about: the field's themes in it, and the stems of the words that are in none."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from threading import local
from typing import Protocol

from workshop.domain.words import Language

WEIGHTS = {"act": 0.8, "theme": 1.0, "weak": 0.45}
UNKNOWN = 0.8
_ALGORITHMS = {"sv": "swedish", "nb": "norwegian", "nn": "norwegian", "en": "english"}
# lärling and lærling are one word.
_SPELLING = str.maketrans({"æ": "ä", "ø": "ö", "é": "e", "-": ""})
_SOUNDS = (("tion", "sjon"), ("ck", "k"), ("x", "ks"), ("c", "k"))
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Between two parts of a compound, and after the last one, a few letters only bend the word.
_LINK = 2
_ENDING = 5
_START = 3


class Stemmer(Protocol):
    """Takes the endings off words of one language."""

    def stemWord(self, word: str) -> str: ...


class _Stemmers(local):
    """A stemmer remembers its word while it works, so every thread has its own."""

    @cached_property
    def of(self) -> Mapping[str, Stemmer]:
        # All languages of the world cost a twentieth of a second that no start of the program
        # should pay; this is the one place where they are loaded, when texts are first compared.
        from snowballstemmer import stemmer  # noqa: PLC0415

        return {language: stemmer(name) for language, name in _ALGORITHMS.items()}


_STEMMERS = _Stemmers()


@dataclass(frozen=True)
class Lexicon:
    """Spellings, folded but for `written`, and what they stand for: "act.control" or its like."""

    small: frozenset[str]
    written: Mapping[str, str]
    words: Mapping[str, str]
    phrases: tuple[tuple[str, str], ...]
    parts: Mapping[str, str]
    longest: int
    near: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    file = resources.files("workshop") / "steps" / "themes.toml"
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    small = frozenset(fold(word) for word in raw.pop("small").split())
    near = tuple((one, two) for one, two in raw.pop("near"))
    written: dict[str, str] = {}
    phrases: dict[str, str] = {}
    parts: dict[str, str] = {}
    for kind, themes in raw.items():
        for name, spelled in themes.items():
            theme = f"{kind}.{name}"
            for word in spelled.get("words", "").split():
                written[word] = theme
            phrases |= {_plain(phrase): theme for phrase in spelled.get("phrases", ())}
            parts |= {fold(part): theme for part in spelled.get("parts", "").split()}
    by_length = tuple(sorted(phrases.items(), key=lambda item: -len(item[0])))
    words = {fold(word): theme for word, theme in written.items()}
    return Lexicon(small, written, words, by_length, parts, max(map(len, parts)), near)


@lru_cache(maxsize=4096)
def themes(text: str, language: Language) -> Mapping[str, float]:
    """The themes of a text and the stems of its other words, each with its weight."""
    found: dict[str, float] = {}
    for name in _names(text, language):
        kind = name.partition(".")[0]
        found[name] = WEIGHTS.get(kind, UNKNOWN)
    return found


def fold(word: str) -> str:
    """The same letters for words that Swedish and Norwegian only spell differently."""
    word = word.casefold().translate(_SPELLING)
    for sound, other in _SOUNDS:
        word = word.replace(sound, other)
    return re.sub(r"(\D)\1", r"\1", word)


def _names(text: str, language: Language) -> Iterator[str]:
    known = lexicon()
    plain = f" {_plain(text)} "
    for phrase, theme in known.phrases:
        if f" {phrase} " in plain:
            plain = plain.replace(f" {phrase} ", " ")
            yield theme
    for word in plain.split():
        yield from _themes_of(word, language)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


@lru_cache(maxsize=8192)
def _themes_of(word: str, language: Language) -> tuple[str, ...]:
    known = lexicon()
    folded = fold(word)
    if folded in known.small:
        return ()
    if folded in known.words:
        return (known.words[folded],)
    parts, rest = _parted(folded)
    if parts:
        return (*parts, *(_stem(other, language) for other in rest))
    stem = _stem(word, language)
    return (_by_stem("nb" if language == "nn" else language).get(stem, stem),)


def _parted(word: str) -> tuple[list[str], list[str]]:
    """The themes of a compound's parts, and the parts that no theme knows."""
    themes: list[str] = []
    rest: list[str] = []
    at = gap = 0
    while at < len(word):
        part = _part_at(word, at) if _may_start(at, gap, bool(themes)) else ""
        if part:
            rest += _unknown(word[gap:at], bool(themes), False)
            themes.append(lexicon().parts[part])
            at = gap = at + len(part)
        else:
            at += 1
    return themes, [*rest, *_unknown(word[gap:], bool(themes), True)]


def _may_start(at: int, gap: int, after: bool) -> bool:
    return at == 0 or at - gap >= _START or (after and at - gap <= _LINK)


def _part_at(word: str, at: int) -> str:
    known = lexicon()
    for end in range(min(len(word), at + known.longest), at + 2, -1):
        if word[at:end] in known.parts:
            return word[at:end]
    return ""


def _unknown(letters: str, after: bool, last: bool) -> list[str]:
    bends = _ENDING if last else _LINK
    if not letters or (after and len(letters) <= bends):
        return []
    return [letters.removesuffix("s") if not last else letters]


def _stem(word: str, language: Language) -> str:
    return fold(str(_STEMMERS.of[language].stemWord(word)))


@lru_cache(maxsize=3)
def _by_stem(language: Language) -> Mapping[str, str]:
    """The words' stems; made for the languages that are spoken, as it takes a moment."""
    return {_stem(word, language): theme for word, theme in lexicon().written.items()}
