"""The look of a Word document: our own template, or the organisation's with what it lacks added."""

from copy import deepcopy
from functools import cached_property
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from workshop.domain.refused import Refused
from workshop.domain.words import Own, Say
from workshop.export.element import renamed

Element = Any  # the XML elements of python-docx carry no types
OWN = resources.files("workshop") / "export" / "template.docx"
# Style ids as the documents use them, and the names every Word knows them by.
STYLES = {
    **{f"Heading{level}": f"heading {level}" for level in range(1, 5)},
    "Subtitle": "Subtitle",
    "BodyText": "Body Text",
    "BodyText2": "Body Text 2",
    "BodyTextIndent": "Body Text Indent",
    "IntenseQuote": "Intense Quote",
    "NoSpacing": "No Spacing",
    "Caption": "caption",
    "ListBullet": "List Bullet",
    "ListBullet2": "List Bullet 2",
    "ListNumber": "List Number",
    "Header": "header",
    "Footer": "footer",
    "Strong": "Strong",
    "SubtleEmphasis": "Subtle Emphasis",
    "TableGrid": "Table Grid",
}
_LISTS = ("ListBullet", "ListBullet2", "ListNumber")
_SIZE = f"{qn('w:rPr')}/{qn('w:sz')}"
_DEFAULT = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}"
_WORDS_OWN = 10.0  # points, where nothing is said
_EFFECTS = "/stylesWithEffects"
_TWIP = 635  # English metric units in a twentieth of a point


class Template:
    """`file` is the organisation's .docx; raises `Refused` when it cannot be read as one.

    Only its page, header, footer and styles are used, not its text. Styles that it lacks come from
    our own template; `missing` tells their names.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.document = _opened(file)
        self.is_own = file is None
        self.missing: tuple[str, ...] = ()
        self._ids: dict[str, str] = {}
        if not self.is_own:
            self._adopt()

    @property
    def width(self) -> int:
        """The width of its text, in twentieths of a point."""
        section = self.document.sections[-1]
        edges = sum(
            edge or 0 for edge in (section.left_margin, section.right_margin, section.gutter)
        )
        return int(((section.page_width or 0) - edges) / _TWIP)

    @property
    def height(self) -> int:
        """The height of its text, in twentieths of a point."""
        section = self.document.sections[-1]
        edges = sum(edge or 0 for edge in (section.top_margin, section.bottom_margin))
        return int(((section.page_height or 0) - edges) / _TWIP)

    def points(self, id_: str) -> float:
        """The size of the letters of a style, as it or what it builds on says."""
        named = {str(style.get(qn("w:styleId"))): style for style in self._styles()}
        style = named.get(self._ids.get(id_, id_))
        while style is not None:
            if (size := style.find(_SIZE)) is not None:
                return int(size.get(qn("w:val"))) / 2
            base = style.find(qn("w:basedOn"))
            style = None if base is None else named.get(str(base.get(qn("w:val"))))
        default = self.document.styles.element.find(f"{_DEFAULT}/{_SIZE}")
        return _WORDS_OWN if default is None else int(default.get(qn("w:val"))) / 2

    def sides(self, id_: str) -> str:
        """Tab stops for a line with something at its right end; ours has them in its styles."""
        if self.is_own:
            return ""
        stops = self._style(self._ids[id_]).iter(qn("w:tab"))
        old = {stop.get(qn("w:pos")) for stop in stops} - {str(self.width), None}
        gone = "".join(f'<w:tab w:val="clear" w:pos="{place}"/>' for place in sorted(old))
        return f'<w:tabs>{gone}<w:tab w:val="right" w:pos="{self.width}"/></w:tabs>'

    def styled(self, xml: str) -> str:
        """The XML with the style ids this template has."""
        return renamed(xml, self._ids) if self._ids else xml

    def new_list(self) -> str:
        """The number of a list that counts from 1 again."""
        number = self.document.part.numbering_part.element.add_num(self._numbers)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return str(number.numId)

    @cached_property
    def _numbers(self) -> int:
        """The abstract list that the style of numbered lists belongs to."""
        numbering = self.document.part.numbering_part.element
        style = self._style(self._ids.get("ListNumber", "ListNumber"))
        number = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
        return int(numbering.num_having_numId(int(number)).abstractNumId.val)

    def _style(self, id_: str) -> Element:
        styles = self.document.styles.element.findall(qn("w:style"))
        return next(style for style in styles if style.get(qn("w:styleId")) == id_)

    def _adopt(self) -> None:
        """Empties the text, learns the style ids, and adds what is not there."""
        body = self.document.element.body
        for part in list(body)[:-1]:
            body.remove(part)
        self._forget_effects()
        known = {_name(style): style for style in self._styles()}
        for id_, name in STYLES.items():
            found = known.get(name.casefold())
            if found is not None and (id_ not in _LISTS or _numbered(found)):
                self._ids[id_] = str(found.get(qn("w:styleId")))
            else:
                self._add(id_, name, found)

    def _forget_effects(self) -> None:
        """Word 2010 keeps its styles twice; where both do not agree, later ones repair the file."""
        relations = self.document.part.rels
        for key in [key for key, one in relations.items() if one.reltype.endswith(_EFFECTS)]:
            del relations[key]

    def _styles(self) -> list[Element]:
        return list(self.document.styles.element.findall(qn("w:style")))

    def _add(self, id_: str, name: str, instead_of: Element | None) -> None:
        """Our own style under our own id; a list style without a list is replaced."""
        self.missing = (*self.missing, name)
        own = Template()
        style = deepcopy(own._style(id_))
        if instead_of is not None:
            style.set(qn("w:styleId"), str(instead_of.get(qn("w:styleId"))))
            instead_of.getparent().remove(instead_of)
        self._ids[id_] = str(style.get(qn("w:styleId")))
        self._rebased(style)
        if id_ in _LISTS:
            self._add_list(own, style)
        self.document.styles.element.append(style)

    def _rebased(self, style: Element) -> None:
        """What our styles build on has another id in their template."""
        ids = {_name(one): str(one.get(qn("w:styleId"))) for one in self._styles()}
        for tag in ("w:basedOn", "w:next"):
            for link in style.findall(qn(tag)):
                name = {"DefaultParagraphFont": "Default Paragraph Font"}.get(
                    link.get(qn("w:val"), ""), STYLES.get(link.get(qn("w:val"), ""), "Normal")
                )
                if tag == "w:basedOn" and name.casefold() in ids:
                    link.set(qn("w:val"), ids[name.casefold()])
                else:
                    style.remove(link)

    def _add_list(self, own: "Template", style: Element) -> None:
        """The list our style counts in, under numbers that theirs does not use."""
        theirs = self.document.part.numbering_part.element
        ours = own.document.part.numbering_part.element
        slot = style.find(f".//{qn('w:numId')}")
        number = ours.num_having_numId(int(slot.get(qn("w:val"))))
        abstract = deepcopy(_abstract(ours, number.abstractNumId.val))
        free = 1 + max((int(a.get(qn("w:abstractNumId"))) for a in _abstracts(theirs)), default=-1)
        abstract.set(qn("w:abstractNumId"), str(free))
        for link in abstract.iter(qn("w:pStyle")):
            link.set(qn("w:val"), self._ids.get(link.get(qn("w:val")), link.get(qn("w:val"))))
        theirs.insert(len(_abstracts(theirs)), abstract)
        slot.set(qn("w:val"), str(theirs.add_num(free).numId))


def _opened(file: Path | None) -> Document:
    try:
        return docx.Document(BytesIO(file.read_bytes() if file else OWN.read_bytes()))
    except (OSError, ValueError, KeyError, BadZipFile, OpcError, LxmlError) as problem:
        raise Refused(
            Say(
                "The template %(file)s cannot be read as a Word file (.docx). Open it in Word, "
                "save it as .docx, and try again.",
                {"file": Own(str(file))},
            )
        ) from problem


def _name(style: Element) -> str:
    """Names are the same in every language of Word, but for their case."""
    return str(style.find(qn("w:name")).get(qn("w:val"))).casefold()


def _numbered(style: Element) -> bool:
    return style.find(f".//{qn('w:numId')}") is not None


def _abstracts(numbering: Element) -> list[Element]:
    return list(numbering.findall(qn("w:abstractNum")))


def _abstract(numbering: Element, number: int) -> Element:
    found = (a for a in _abstracts(numbering) if int(a.get(qn("w:abstractNumId"))) == number)
    return next(found)
