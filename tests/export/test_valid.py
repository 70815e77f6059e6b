"""Every Word file and spreadsheet against the schema, as the Open XML SDK reads it."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.export.letterhead import letterhead
from tests.export.pictures import png
from tests.export.reading import check_accessible
from tests.export.sample import empty, everywhere, full
from workshop.domain.meeting import Meeting
from workshop.domain.words import LANGUAGES, Language
from workshop.export.folder import made
from workshop.export.options import Options


def faults(path: Path) -> list[str]:
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def check(meeting: Meeting, language: Language, options: Options, folder: Path) -> None:
    for name, data in made(meeting, language, options).items():
        if name.endswith(".docx"):
            check_accessible(data)
        if name.endswith((".docx", ".xlsx")):
            (folder / name).write_bytes(data)
            assert not faults(folder / name), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_is_valid_and_accessible(language: Language, tmp_path: Path) -> None:
    check(full(), language, Options(raw=True), tmp_path)


def test_so_are_those_in_the_look_of_an_organisation(tmp_path: Path) -> None:
    options = Options(raw=True, template=letterhead(tmp_path))
    check(full(), "nn", options, tmp_path)
    check(everywhere("Gott exempel"), "sv", options, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_are_those_with_every_kind_of_document(language: Language, tmp_path: Path) -> None:
    """Good examples, parked questions and a goal are in this one."""
    check(everywhere("Texten"), language, Options(), tmp_path)


def test_so_are_those_of_a_meeting_where_nothing_happened(tmp_path: Path) -> None:
    check(empty(), "sv", Options(), tmp_path)


def test_so_are_those_with_hostile_texts_and_a_logo(tmp_path: Path) -> None:
    texts = ("=1+1", "<w:p>", "\x00\x0b\x1b[31m", "a" * 300, "\u202eevil مرحبا", "@SUM(A1)")
    logo = png(tmp_path / "logo.png")

    check(full(contributions=6, texts=texts), "nb", Options(raw=True, logo=logo), tmp_path)
