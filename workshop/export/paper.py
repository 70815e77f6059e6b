"""A Word file being filled from the top down: pages, headings, paragraphs, lists, bytes."""

from dataclasses import replace
from datetime import datetime
from importlib import resources
from io import BytesIO

import docx

from workshop.domain.words import Words
from workshop.export import page
from workshop.export.element import Element, add, name, new, paragraph
from workshop.export.package import timeless
from workshop.export.piece import Piece, pieces
from workshop.language import Tongue

TEMPLATE = resources.files("workshop") / "export" / "template.docx"
_DEEPEST = 4
_NUMBERS = 1  # the numbered list among the template's abstract lists


class Paper:
    """Styles are style ids of the template; without `names` nobody is named on it."""

    def __init__(self, tongue: Tongue, names: bool = True) -> None:
        self.tongue = tongue
        self.level = 0  # of the heading that what comes next lies beneath
        self._names = names
        self._document = docx.Document(BytesIO(TEMPLATE.read_bytes()))
        self._end = self._document.element.body.sectPr
        self._new_page = False
        self._last: Element = self._end

    def frame(self, title: Words, mark: Words, foot: Words, day: datetime) -> None:
        """Header, footer and what the file says about itself."""
        page.header(self._document, self.tongue, title, mark)
        page.footer(self._document, self.tongue, foot)
        page.properties(self._document, self.tongue, title, day)

    def turn(self) -> None:
        """The heading that comes next begins a new page."""
        self._new_page = True

    def heading(self, words: Words, level: int) -> None:
        """A heading; a level that was skipped is closed up, so that the outline has no gaps."""
        self.level = min(level, self.level + 1, _DEEPEST)
        line = [
            replace(piece, text=" ".join(piece.text.split("\n"))) for piece in self.pieces(words)
        ]
        made = paragraph(f"Heading{self.level}", line)
        if self._new_page:
            _turn(made)
            self._new_page = False
        self.put(made)

    def text(self, words: Words, style: str = "BodyText", letters: str = "") -> None:
        self.put(paragraph(style, self.pieces(words), letters))

    def put(self, element: Element) -> None:
        """Anything made elsewhere. Tables keep their distance, or Word would join them."""
        if _is_table(self._last) and not _has_air(element):
            self._end.addprevious(paragraph("NoSpacing"))
        self._end.addprevious(element)
        self._last = element

    def pieces(self, words: Words) -> list[Piece]:
        return pieces(words, self.tongue, self._names)

    def new_list(self) -> str:
        """The number of a list that counts from 1 again."""
        number = self._document.part.numbering_part.element.add_num(_NUMBERS)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return str(number.numId)

    def to_bytes(self) -> bytes:
        if _is_table(self._last):
            self.text("", "NoSpacing")  # Word wants a paragraph last
        out = BytesIO()
        self._document.save(out)
        return timeless(out.getvalue())


def _turn(heading: Element) -> None:
    """Begins a page with this heading, without the air it would have further down."""
    heading[0].insert(1, new("pageBreakBefore"))
    add(heading[0], "spacing", before="0")


def _is_table(element: Element) -> bool:
    return element.tag == name("tbl")


def _has_air(element: Element) -> bool:
    """Whether a paragraph keeps its distance by itself, as headings do."""
    style = element.find(f"{name('pPr')}/{name('pStyle')}")
    return style is not None and style.get(name("val"), "").startswith(("Heading", "Caption"))
