"""A Word file being filled from the top down: pages, headings, paragraphs, lists, bytes."""

from copy import deepcopy
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import Comment, tostring

from workshop.domain.words import Own, Say, Words
from workshop.export import page
from workshop.export.columns import POINTS, WIDTH
from workshop.export.element import around, paragraph, run, runs, simple
from workshop.export.height import BODY, LOGO, TITLE
from workshop.export.logo import picture
from workshop.export.package import timeless
from workshop.export.piece import Piece, pieces, plain, printable
from workshop.export.template import Template
from workshop.language import Tongue

UNREADABLE = Say("(nothing that can be read)")
_DEEPEST = 4
_HERE = "text"
_AIRY = ("Heading", "Caption")
# So low that it finds room on any page: a taller one stood on a last page by itself.
_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_GAP = '<w:spacing w:before="160"/>'
_SETTLED = ("<w:spacing", "<w:ind", "<w:sectPr")


class Paper:
    """Styles are style ids of the template; without `names` nobody is named on it."""

    def __init__(self, tongue: Tongue, names: bool = True, template: Path | None = None) -> None:
        self.tongue = tongue
        self.level = 0  # of the heading that what comes next lies beneath
        self._names = names
        self._template = Template(template)
        self.width = self._template.width
        # Planned in the letters of our template: larger ones need more of the page each way.
        self.letters = self._template.points("NoSpacing") / POINTS
        self.larger = self._template.points("BodyText") / BODY
        fewer = min(1.0, self.width / WIDTH) / self.larger**2
        self.room = int((self._template.height - TITLE) * fewer)  # beneath the title of page one
        self._parts: list[str] = []
        self._new_page = False
        self._after_table = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the styles that the organisation's template lacks."""
        return self._template.missing

    def frame(
        self, title: Words, mark: Words, foot: Words, day: datetime, status: str = page.DRAFT
    ) -> None:
        """Header, footer and what the file says about itself."""
        page.header(self._template, self.tongue, title, mark)
        page.footer(self._template, self.tongue, foot)
        page.properties(self._template.document, self.tongue, title, day, status)

    def logo(self, file: Path, alt: Words) -> None:
        """A picture by itself; raises `Refused` when it is neither PNG nor JPEG."""
        self.room -= LOGO
        self.put(picture(self._template.document, file, plain(alt, self.tongue)))

    def columns(self, count: int) -> None:
        """What comes next stands on a new page, in columns with a line between them."""
        section = self._template.document.element.body.sectPr
        one = deepcopy(section)
        columns = OxmlElement("w:cols", {qn("w:num"): str(count), qn("w:sep"): "1"})
        columns.set(qn("w:space"), "567")
        for old in section.findall(qn("w:cols")):
            section.remove(old)
        section.find(qn("w:pgMar")).addnext(columns)
        # The text so far is a section of its own, and its last paragraph holds what it looks like.
        self.put(around("NoSpacing", "", tostring(one, encoding="unicode")))

    def turn(self) -> None:
        """The heading that comes next begins a new page."""
        self._new_page = True

    def heading(self, words: Words, level: int) -> None:
        """A heading; a level that was skipped is closed up, so that the outline has no gaps."""
        self.level = min(level, self.level + 1, _DEEPEST)
        line = [one._replace(text=" ".join(one.text.split("\n"))) for one in self.pieces(words)]
        if all(one.text.isspace() for one in line):
            line = self.pieces(UNREADABLE)  # a text of nothing but controls
        # A new page needs none of the air that a heading has further down.
        look = '<w:pageBreakBefore/><w:spacing w:before="0"/>' if self._new_page else ""
        self._new_page = False
        self.put(paragraph(f"Heading{self.level}", line, look=look), airy=True)

    def text(self, words: Words, style: str = "BodyText", letters: str = "") -> None:
        self.put(paragraph(style, self.pieces(words), letters), airy=style in _AIRY)

    def put(self, xml: str, airy: bool = False) -> None:
        """Anything made elsewhere. Tables keep their distance, or Word would join them.

        `airy` is what keeps its distance by itself, as headings do.
        """
        if self._after_table and not airy:
            xml = _apart(xml)
        self._parts.append(xml)
        self._after_table = xml.endswith("</w:tbl>")

    def put_all(self, lines: list[str]) -> None:
        """Paragraphs after one another, at least one; the fast way for long lists."""
        self.put(lines[0])
        self._parts += lines[1:]

    def pieces(self, words: Words) -> list[Piece]:
        return pieces(words, self.tongue, self._names)

    def line(self, words: Words) -> str:
        """The words as runs of a paragraph; "" where there is nothing to read."""
        if isinstance(words, Own):  # most of a large document
            written, spoken = words.text, words.language
            foreign = spoken if spoken != self.tongue.language else None
            if not written or written.isspace():
                return ""
            if plainly := simple(written, foreign):
                return plainly
            text = printable(written)
            return run(text, foreign) if text and not text.isspace() else ""
        found = self.pieces(words)
        return runs(found) if any(not piece.text.isspace() for piece in found) else ""

    def new_list(self) -> str:
        """The number of a list that counts from 1 again."""
        return self._template.new_list()

    def to_bytes(self) -> bytes:
        if self._after_table:
            self._parts.append(paragraph("NoSpacing", look=_TINY))  # Word wants a paragraph last
        document = self._template.document
        here = Comment(_HERE)
        document.element.body.insert(0, here)
        out = BytesIO()
        document.save(out)
        document.element.body.remove(here)
        text = self._template.styled("".join(self._parts))
        part = str(document.part.partname).lstrip("/")
        return timeless(out.getvalue(), part, f"<!--{_HERE}-->".encode(), text.encode())


def _apart(xml: str) -> str:
    """The same at a distance from the table above; what cannot keep one has a line between."""
    look, end, rest = xml.partition("</w:pPr>")
    if xml.startswith("<w:tbl>") or not end or any(one in look for one in _SETTLED):
        return paragraph("NoSpacing") + xml
    return f"{look}{_GAP}{end}{rest}"
