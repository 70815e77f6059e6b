"""Writes the XML of a Word document as text: paragraphs, runs, fields.

Text, not element objects: ten thousand paragraphs are then as fast as a file can be written. What
people wrote comes in through `_letters` alone, which escapes it.
"""

import re
from collections.abc import Iterable
from functools import cache
from xml.sax.saxutils import escape

from workshop.domain.words import Language
from workshop.export.piece import Piece
from workshop.language import TAGS

NO_BREAK = "\u2011"
TAB = "<w:r><w:tab/></w:r>"
LINE_BREAK = "<w:r><w:br/></w:r>"
KEEP = "<w:keepNext/>"  # on the page of what comes next
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SPECIAL = re.compile(f"[-&<>\n\r{NO_BREAK}]")
_NAMED = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")(\w+)"')


def paragraph(style: str, pieces: Iterable[Piece] = (), letters: str = "", look: str = "") -> str:
    """A paragraph; `style` and `letters` name a paragraph and a character style by id.

    `look` is more of its properties, in the order of the schema.
    """
    return around(style, runs(pieces, letters), look)


def around(style: str, content: str, look: str = "") -> str:
    """A paragraph of runs made elsewhere."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{content}</w:p>'


def runs(pieces: Iterable[Piece], letters: str = "") -> str:
    """Text for a paragraph, a run for each language."""
    return "".join([run(one.text, one.language, letters) for one in pieces])


def run(text: str, language: Language | None = None, letters: str = "") -> str:
    """A stretch of text in one language."""
    look = _look(letters, language) if letters or language else ""
    return f"<w:r>{look}{_text(text)}</w:r>"


def simple(text: str, language: Language | None) -> str:
    """The same run for a text that needs no care, as most do; "" for one that needs some."""
    if not text.isprintable() or "-" in text or "&" in text or "<" in text or ">" in text:
        return ""
    return f"{_opening(language)}{text}</w:t></w:r>" if NO_BREAK not in text else ""


@cache
def _opening(language: Language | None) -> str:
    look = _look("", language) if language else ""
    return f'<w:r>{look}<w:t xml:space="preserve">'


def field(instruction: str) -> str:
    """Something Word counts itself, such as PAGE; 1 stands there until it has."""
    return f'<w:fldSimple w:instr="{instruction}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def attribute(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return f'"{escape(text, {chr(34): "&quot;"})}"'


def renamed(xml: str, ids: dict[str, str]) -> str:
    """The same with other style ids; a template in another Word has others for the same names."""
    return _NAMED.sub(lambda found: f'{found[1]}{ids.get(found[2], found[2])}"', xml)


@cache
def _look(letters: str, language: Language | None) -> str:
    style = f'<w:rStyle w:val="{letters}"/>' if letters else ""
    spoken = f'<w:lang w:val="{TAGS[language]}"/>' if language else ""
    return f"<w:rPr>{style}{spoken}</w:rPr>"


def _text(text: str) -> str:
    if not _SPECIAL.search(text):  # most texts: one look instead of six
        return f'<w:t xml:space="preserve">{text}</w:t>'
    lines = text.replace("\r", "").split("\n") if "\n" in text or "\r" in text else (text,)
    return "<w:br/>".join([_line(line) for line in lines])


def _line(text: str) -> str:
    """Text of a run; a date is never broken over two lines at its hyphens."""
    if "-" not in text and NO_BREAK not in text:
        return _letters(text)
    parts = _DATE.sub(rf"\1{NO_BREAK}\2{NO_BREAK}\3", text).split(NO_BREAK)
    return "<w:noBreakHyphen/>".join([_letters(part) for part in parts])


def _letters(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
