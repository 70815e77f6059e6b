"""Whatever people write comes out as text, in every document."""

import json
import re
from email import message_from_bytes
from email.policy import default

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.export.reading import check_accessible, opened, part, text
from tests.export.rfc5545 import read
from tests.export.sample import everywhere
from workshop.domain.words import LANGUAGES
from workshop.export.folder import file_name, made
from workshop.export.options import Options

# What files, programs and screens take for something else, and what no file may hold.
NASTY = (
    *("=1+1", "=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "{=1}", "'=1"),
    *("<w:p>", "&amp;", "]]>", "<!--text-->", "<?x?>", "\x00", "\x0b", "\x1b[31m", "\x7f\x85"),
    *("\ud800", "\ufffe", "\uffff", "\ue0000\ue001", "\ue000PAGE\ue000"),
    *("\u202eevil", "\u2066\u2069", "مرحبا", "漢字", "👩\u200d🔧", "a\u0301", "\u2011", "\u00ad"),
    *("END:VEVENT", "\nBEGIN:VALARM", "a;b,c\\n", "\r\n.\r\n", "--=_workshop_m_=--", "Subject: x"),
    *(
        "%(n)s %s {0}",
        "../../etc",
        "C:\\x",
        "[@click=x]y[/]",
        "http://x.se",
        "file:///x",
        "x" * 400,
    ),
)
_ANY = st.text(st.characters(codec=None), max_size=30)
TEXTS = st.lists(st.sampled_from(NASTY) | _ANY, min_size=1, max_size=4).map("".join)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
KINDS = ("minutes", "plan", "run-sheet", "ballots", "follow-up", "examples")


def kept(nasty: str) -> list[str]:
    """Its words, without what no XML can hold and whatever is only air.

    A hyphen that does not break is an element of its own in Word, and read as a hyphen.
    """
    return _FORBIDDEN.sub("", nasty).replace("\u2011", "-").split()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@example(nasty="\ud800", language="sv")
@example(nasty="\x00", language="en")
@example(nasty="a\u2011b", language="nn")
@given(nasty=TEXTS, language=st.sampled_from(LANGUAGES))
def test_texts_are_only_ever_text(nasty: str, language: str) -> None:
    found = everywhere(nasty)
    files = made(found, language, Options(raw=True))
    for kind in KINDS:
        if (data := files.get(file_name(found, kind, language))) is not None:
            check_accessible(data)
            etree.fromstring(part(data, "word/document.xml").encode())
    whole = text(opened(files[file_name(found, "minutes", language)]))
    assert all(word in whole for word in kept(nasty))
    sheet = files[file_name(found, "spreadsheet", language)]
    for name in ("sheet1", "sheet2", "sheet3", "sheet4"):
        assert not re.search(r"<f[ >]|<hyperlink", part(sheet, f"xl/worksheets/{name}.xml"))
    read(files[file_name(found, "calendar", language)])
    json.loads(files[file_name(found, "package", language)])
    letter = message_from_bytes(files[file_name(found, "mail", language)], policy=default)
    assert len(list(letter.iter_attachments())) == 3 and not letter.defects
    assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in files)
