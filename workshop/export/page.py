"""What stands around the text: header and footer, language, title and dates of the file."""

from datetime import datetime

from docx.document import Document
from docx.oxml.ns import qn

from workshop.domain.words import Say, Words
from workshop.export.element import Element, append, field, paragraph, tab
from workshop.export.piece import Piece, pieces, plain
from workshop.language import TAGS, Tongue

AUTHOR, DRAFT = "workshop", "Draft"  # until somebody saves the file in Word
_PAGE_OF = Say("Page %(page)s of %(pages)s")


def header(document: Document, tongue: Tongue, title: Words, mark: Words) -> None:
    """The title to the left, the draft mark to the right."""
    line = paragraph("Header", pieces(title, tongue))
    tab(line)
    append(line, pieces(mark, tongue), "Strong")
    _only(document.sections[0].header._element, line)


def footer(document: Document, tongue: Tongue, words: Words) -> None:
    """Whose and from when to the left, page numbers to the right."""
    line = paragraph("Footer", pieces(words, tongue))
    tab(line)
    numbered = tongue(
        Say(_PAGE_OF.text, {"page": "\ue000PAGE\ue000", "pages": "\ue000NUMPAGES\ue000"})
    )
    for n, part in enumerate(numbered.split("\ue000")):
        if n % 2:
            field(line, part)
        elif part:
            append(line, [Piece(part)])
    _only(document.sections[0].footer._element, line)


def properties(document: Document, tongue: Tongue, title: Words, day: datetime) -> None:
    """Language and title, for screen readers and archives; `day` is when it happened."""
    tag = TAGS[tongue.language]
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    default.set(qn("w:val"), tag)
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), tag)
    core = document.core_properties
    core.language = tag
    core.title = " ".join(plain(title, tongue).split())[:255]
    core.author = core.last_modified_by = AUTHOR
    core.comments = ""
    core.content_status = DRAFT
    core.revision = 1
    core.created = core.modified = day


def _only(part: Element, line: Element) -> None:
    for old in list(part):
        part.remove(old)
    part.append(line)
