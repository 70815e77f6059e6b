"""What stands around the text: header and footer, language, title and dates of the file."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml

from workshop.domain.words import Say, Words
from workshop.export.columns import BOLD
from workshop.export.element import TAB, around, field, runs
from workshop.export.letters import wide
from workshop.export.piece import Piece, pieces, plain
from workshop.export.template import Element, Template
from workshop.language import TAGS, Tongue

AUTHOR, DRAFT, FINAL = "workshop", "Draft", "Final"  # until somebody saves the file in Word
_SMALL, _GAP = 9, 300  # points of the header, and what stays free before the mark
Part = Any  # a header or footer of python-docx; its element is not public there
_PAGE_OF = Say("Page %(page)s of %(pages)s")


def header(template: Template, tongue: Tongue, title: Words, mark: Words) -> None:
    """The title to the left, the draft mark or the version to the right, on one line."""
    room = template.width - wide(plain(mark, tongue), _SMALL * BOLD) - _GAP
    line = runs(_cut(pieces(title, tongue), room)) + TAB + runs(pieces(mark, tongue), "Strong")
    for part in _parts(template.document, "header"):
        _put(part, template, around("Header", line, template.sides("Header")))


def _cut(title: list[Piece], room: int) -> list[Piece]:
    """As many words of a title as fit; that of a day of several themes is long."""
    text = "".join(one.text for one in title)
    if wide(text, _SMALL) <= room:
        return title
    while wide(f"{text} …", _SMALL) > room and " " in text:
        text = text.rpartition(" ")[0].rstrip(" –·:,")
    return [Piece(f"{text} …")]


def footer(template: Template, tongue: Tongue, words: Words) -> None:
    """Whose and from when to the left, page numbers to the right."""
    gaps: dict[str, Words] = {"page": "\ue000PAGE\ue000", "pages": "\ue000NUMPAGES\ue000"}
    numbered = tongue(Say(_PAGE_OF.text, gaps)).split("\ue000")
    line = runs(pieces(words, tongue)) + TAB
    line += "".join(field(p) if n % 2 else runs([Piece(p)]) for n, p in enumerate(numbered) if p)
    for part in _parts(template.document, "footer"):
        _put(part, template, around("Footer", line, template.sides("Footer")))


def properties(
    document: Document, tongue: Tongue, title: Words, day: datetime, status: str
) -> None:
    """Language and title, for screen readers and archives; `day` is when it happened."""
    tag = TAGS[tongue.language]
    _speak(document, tag)
    core = document.core_properties
    core.language = tag
    core.title = " ".join(plain(title, tongue).split())[:255]
    core.author = core.last_modified_by = AUTHOR
    core.comments = core.keywords = core.subject = core.category = ""
    core.content_status = status
    core.revision = 1
    core.created = core.modified = day


def _speak(document: Document, tag: str) -> None:
    """The language of every text that does not say its own."""
    styles = document.styles.element
    fallback = _below(styles, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")
    for lang in (fallback, *styles.iter(qn("w:lang"))):
        lang.set(qn("w:val"), tag)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), tag)


def _below(parent: Element, *tags: str) -> Element:
    """The element at the end of a path, made where it is not there."""
    for tag in tags:
        found = parent.find(qn(tag))
        if found is None:
            found = OxmlElement(tag)
            parent.insert(len(parent) if tag == "w:lang" else 0, found)
        parent = found
    return parent


def _parts(document: Document, kind: str) -> Iterator[Part]:
    """The headers or footers that pages of the document have."""
    section: Any = document.sections[-1]
    yield getattr(section, kind)
    if section.different_first_page_header_footer:
        yield getattr(section, f"first_page_{kind}")
    if document.settings.odd_and_even_pages_header_footer:
        yield getattr(section, f"even_page_{kind}")


def _put(part: Part, template: Template, line: str) -> None:
    """Ours is the only line; beneath what an organisation has there, it is one more."""
    element = part._element
    if template.is_own or not _says(element):
        for old in list(element):
            element.remove(old)
    declared = line.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)
    element.append(parse_xml(template.styled(declared)))


def _says(element: Element) -> bool:
    drawn = any(element.iter(qn("w:drawing"), qn("w:pict"), qn("w:fldSimple"), qn("w:instrText")))
    return drawn or any((text.text or "").strip() for text in element.iter(qn("w:t")))
