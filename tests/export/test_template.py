from io import BytesIO
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from tests.export.letterhead import letterhead
from tests.export.pictures import png
from tests.export.reading import check_accessible, headings, opened, part, styles, text
from tests.export.sample import full
from workshop.domain.refused import Refused
from workshop.domain.sheet import Table
from workshop.export.folder import write_folder
from workshop.export.minutes import minutes
from workshop.export.options import Options
from workshop.export.template import STYLES, Template
from workshop.export.word import Word
from workshop.language import tongue


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    return letterhead(tmp_path)


def test_our_own_template_has_every_style() -> None:
    names = {style.element.name_val for style in Template().document.styles}

    assert set(STYLES.values()) <= names


def test_their_look_is_used_and_what_they_lack_is_named(theirs: Path, tmp_path: Path) -> None:
    written = write_folder(full(), "nb", tmp_path / "out", Options(template=theirs), ("minutes",))
    data = written.files[0].read_bytes()
    document = opened(data)

    assert set(written.missing) >= {"Body Text Indent", "List Number"}
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert headings(document)[0] == (1, "Referat")
    assert "Skriv her" not in text(document)
    header = [p.text for p in document.sections[0].header.paragraphs]
    assert header[0] == "Arbeidstilsynet" and header[1].endswith("UTKAST")


def test_what_was_added_is_real(theirs: Path, tmp_path: Path) -> None:
    data = minutes(full(), "nb", Options(template=theirs, raw=True))
    (tmp_path / "made.docx").write_bytes(data)

    check_accessible(data)
    assert not OpenXmlValidator().validate(str(tmp_path / "made.docx")).errors
    assert styles(opened(data), "List Number")
    assert part(data, "word/styles.xml").count('w:val="nb-NO"')


def test_a_template_from_a_word_in_another_language(tmp_path: Path) -> None:
    """A Swedish Word names the styles alike but gives them ids such as Rubrik1."""
    document = docx.Document()
    document.styles["Heading 1"].element.set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", "Rubrik1"
    )
    document.save(str(tmp_path / "swedish.docx"))
    data = minutes(full(), "sv", Options(template=tmp_path / "swedish.docx"))

    assert 'w:pStyle w:val="Rubrik1"' in part(data, "word/document.xml")
    assert headings(opened(data))[0] == (1, "Mötesanteckningar")


@pytest.mark.parametrize("content", [b"", b"not a Word file", b"PK\x03\x04"])
def test_what_is_no_template_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(content)

    with pytest.raises(Refused):
        minutes(full(), "sv", Options(template=tmp_path / "a.docx"))


def test_a_template_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        minutes(full(), "sv", Options(template=tmp_path / "none.docx"))


def test_a_logo_is_read_aloud_in_words(tmp_path: Path) -> None:
    data = minutes(full(), "sv", Options(logo=png(tmp_path / "l.png"), logo_alt="Nätverkets märke"))

    check_accessible(data)
    assert 'descr="Nätverkets märke"' in part(data, "word/document.xml")
    assert len(opened(data).inline_shapes) == 1


def test_a_wide_logo_fits(tmp_path: Path) -> None:
    logo = png(tmp_path / "l.png", width=900, height=20)
    shape = opened(minutes(full(), "sv", Options(logo=logo))).inline_shapes[0]

    assert shape.width.cm == pytest.approx(7, abs=0.01) and shape.height.cm < 1.6


def test_a_logo_that_is_no_picture_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>")

    for name in ("logo.svg", "none.png"):
        with pytest.raises(Refused):
            minutes(full(), "sv", Options(logo=tmp_path / name))


def test_a_template_is_not_changed(theirs: Path) -> None:
    before = theirs.read_bytes()
    minutes(full(), "nb", Options(template=theirs))

    assert theirs.read_bytes() == before and docx.Document(BytesIO(before))


def test_larger_letters_have_wider_columns_and_fewer_lines_on_the_first_page(
    tmp_path: Path,
) -> None:
    """Planned in the letters of our own template, words were broken in theirs."""
    theirs = Word(tongue("sv"), template=letterhead(tmp_path))
    ours = Word(tongue("sv"))
    small = Table(("Nr", "Åtgärd", "Ansvarig"), (("1", "Kontroll " * 40, "Polismyndigheten"),))
    shares = []
    for word in (ours, theirs):
        word.heading("Titel", 1)
        word.draw(small)
        columns = opened(word.to_bytes()).tables[0].columns
        shares.append(columns[2].width / sum(column.width for column in columns))

    assert ours.letters == 1 and theirs.letters > 1.1
    assert shares[1] > 1.1 * shares[0]
    assert theirs.room < ours.room
