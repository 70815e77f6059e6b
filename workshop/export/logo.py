"""The organisation's logo: a picture in the text, with words for those who cannot see it."""

from pathlib import Path

from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError
from docx.image.exceptions import UnrecognizedImageError as NoImage
from docx.shared import Cm
from lxml import etree

from workshop.domain.refused import Refused
from workshop.domain.words import Own, Say
from workshop.export.element import around

HIGH, WIDE = Cm(1.6), Cm(7)
_KINDS = (b"\x89PNG\r\n", b"\xff\xd8\xff")


def picture(document: Document, file: Path, alt: str) -> str:
    """A paragraph with the picture, at most 1.6 cm high and 7 cm wide; `alt` is read aloud."""
    try:
        if not file.read_bytes().startswith(_KINDS):
            raise NoImage
        inline = document.part.new_pic_inline(str(file), height=HIGH)
        if inline.extent.cx > WIDE:
            inline = document.part.new_pic_inline(str(file), width=WIDE)
    except (OSError, NoImage, InvalidImageStreamError, UnexpectedEndOfFileError) as problem:
        raise Refused(
            Say(
                "The logo %(file)s cannot be read. It must be a PNG or JPEG picture.",
                {"file": Own(str(file))},
            )
        ) from problem
    inline.docPr.set("descr", alt)
    inline.docPr.set("name", "Logo")
    drawn = etree.tostring(inline, encoding="unicode")
    run = f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"
    return around("NoSpacing", run, '<w:spacing w:after="160"/>')
