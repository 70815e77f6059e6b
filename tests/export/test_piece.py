from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from workshop.domain.words import Joined, Name, Own, Say
from workshop.export.element import paragraph
from workshop.export.piece import Piece, pieces, printable
from workshop.language import tongue


def test_a_text_in_another_language_stands_apart() -> None:
    words = Say("%(kind)s: %(count)s", {"kind": Own("Flere kontroller", "nb"), "count": 3})

    assert pieces(words, tongue("sv")) == [Piece("Flere kontroller", "nb"), Piece(": 3")]
    assert pieces(words, tongue("nb")) == [Piece("Flere kontroller: 3")]


def test_nobody_can_forge_a_mark() -> None:
    words = Joined((Own("eget", "nb"), "\ue0007\ue001"), " ")

    assert pieces(words, tongue("sv"))[0] == Piece("eget", "nb")


def test_without_names_the_organisation_stays() -> None:
    known = tongue("en").knowing({"p": "Anna Berg"})
    words = Joined((Name("p"), Own("Skatteverket")))

    assert pieces(words, known) == [Piece("Anna Berg, Skatteverket")]
    assert pieces(words, known, names=False) == [Piece("Skatteverket")]


@given(st.text())
def test_any_text_becomes_xml(text: str) -> None:
    made = paragraph("BodyText", [Piece(printable(text))])

    assert etree.fromstring(made.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)) is not None


def test_a_list_of_nobody_names_nobody() -> None:
    """Without names too: nothing was given that could be left out."""
    assert pieces(Joined(()), tongue("en"), names=False) == []
