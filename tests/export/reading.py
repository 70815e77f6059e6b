"""Opens documents again, to look at them as Word and a screen reader do."""

from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def headings(document: Document) -> list[tuple[int, str]]:
    return [
        (int(p.style.name[-1]), p.text)
        for p in document.paragraphs
        if p.style is not None and p.style.name.startswith("Heading ")
    ]


def text(document: Document) -> str:
    """Everything that can be read, tables included, in order."""
    found = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            found += ["\t".join(cell.text for cell in row.cells) for row in part.rows]
        else:
            found.append(part.text)
    return "\n".join(found).replace("\u00a0", " ")


def styles(document: Document, name: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == name]


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


def check_accessible(data: bytes) -> None:
    """What EN 301 549 asks of every document, whatever is in it."""
    document = opened(data)
    levels = [level for level, _ in headings(document)]
    assert levels[:1] == [1] and levels.count(1) == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))
    assert all(title.strip() for _, title in headings(document))
    _check_something_under_each_heading(document)
    for table in document.tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in others)
    body = part(data, "word/document.xml")
    for banned in ("w:gridSpan", "w:vMerge", "w:txbxContent", "w:pict"):
        assert banned not in body
    used = {p.style.name for p in document.paragraphs if p.style is not None}
    assert used <= {style.name for style in document.styles if style.builtin}
    assert document.core_properties.title


def _check_something_under_each_heading(document: Document) -> None:
    content = list(document.iter_inner_content())
    for here, following in zip(content, [*content[1:], None], strict=True):
        if isinstance(here, Table) or not here.style.name.startswith("Heading "):
            continue
        assert following is not None, here.text
        if not isinstance(following, Table) and following.style.name.startswith("Heading "):
            assert following.style.name > here.style.name, here.text
