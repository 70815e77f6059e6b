"""Builds the XML elements of a Word document: paragraphs, runs, fields."""

import re
from collections.abc import Iterable
from functools import cache

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import SubElement, _Element

from workshop.export.piece import Piece
from workshop.language import TAGS

Element = _Element
NO_BREAK = "\u2011"
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def name(tag: str) -> str:
    """The qualified name of a Word tag or attribute."""
    return qn(f"w:{tag}")


def new(tag: str, **values: str) -> Element:
    """An element by itself."""
    element: Element = OxmlElement(f"w:{tag}")
    for key, value in values.items():
        element.set(name(key), value)
    return element


def add(parent: Element, tag: str, **values: str) -> Element:
    """A new last child of `parent`."""
    return SubElement(parent, name(tag), {name(key): value for key, value in values.items()})


def paragraph(style: str, pieces: Iterable[Piece] = (), letters: str = "") -> Element:
    """A paragraph; `style` and `letters` are ids of a paragraph and a character style."""
    made = new("p")
    add(add(made, "pPr"), "pStyle", val=style)
    append(made, pieces, letters)
    return made


def append(parent: Element, pieces: Iterable[Piece], letters: str = "") -> None:
    """More text at the end of a paragraph."""
    for piece in pieces:
        _run(parent, piece, letters)


def tab(parent: Element) -> None:
    add(add(parent, "r"), "tab")


def line_break(parent: Element) -> None:
    add(add(parent, "r"), "br")


def field(parent: Element, instruction: str) -> None:
    """Something Word counts itself, such as PAGE; 1 stands there until it has."""
    _text(add(add(parent, "fldSimple", instr=instruction), "r"), "1")


def _run(parent: Element, piece: Piece, letters: str) -> None:
    run = add(parent, "r")
    if letters or piece.language:
        look = add(run, "rPr")
        if letters:
            add(look, "rStyle", val=letters)
        if piece.language:
            add(look, "lang", val=TAGS[piece.language])
    first, *others = piece.text.replace("\r", "").split("\n")
    _text(run, first)
    for line in others:
        add(run, "br")
        _text(run, line)


def _text(run: Element, text: str) -> None:
    """Text of a run; a date is never broken over two lines at its hyphens."""
    first, *others = _DATE.sub(rf"\1{NO_BREAK}\2{NO_BREAK}\3", text).split(NO_BREAK)
    _letters(run, first)
    for part in others:
        add(run, "noBreakHyphen")
        _letters(run, part)


def _letters(run: Element, text: str) -> None:
    written = add(run, "t")
    written.text = text
    written.set(SPACE, "preserve")
