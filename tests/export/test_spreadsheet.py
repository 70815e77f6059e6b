from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.export.sample import full
from workshop.domain.words import LANGUAGES, Language
from workshop.export.options import Options
from workshop.export.spreadsheet import spreadsheet

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://example.org", "\ta")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(data: bytes) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(data)) as book:
        names = [name for name in book.namelist() if name.endswith(".xml")]
        return {name: etree.fromstring(book.read(name)) for name in names}


def sheets(data: bytes) -> list[etree._Element]:
    return [xml for name, xml in parts(data).items() if name.startswith("xl/worksheets/")]


def strings(data: bytes) -> list[str]:
    shared = parts(data)["xl/sharedStrings.xml"]
    return ["".join(one.itertext()) for one in shared.iter(f"{MAIN}si")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_has_a_frozen_header_with_filters(language: Language) -> None:
    found = sheets(spreadsheet(full(), language))

    assert len(found) == 4
    for sheet in found:
        assert sheet.find(f".//{MAIN}pane").get("state") == "frozen"
        assert sheet.find(f"{MAIN}autoFilter") is not None


def test_nothing_ever_runs() -> None:
    data = spreadsheet(full(contributions=7, texts=HOSTILE), "sv")

    assert all(sheet.find(f".//{MAIN}f") is None for sheet in sheets(data))
    assert all(sheet.find(f".//{MAIN}hyperlink") is None for sheet in sheets(data))
    assert "=1+1" in strings(data) and "http://example.org" in strings(data)


def test_control_characters_and_very_long_texts_are_only_text() -> None:
    texts = ("\x00a\x0b", "x" * 40_000, "\ud800", "_x0041_")

    assert "a" in strings(spreadsheet(full(contributions=5, texts=texts), "sv"))


def test_dates_and_numbers_are_what_they_are() -> None:
    measures = sheets(spreadsheet(full(), "sv"))[0]
    first = {cell.get("r"): cell for cell in measures.iter(f"{MAIN}c")}

    assert first["A2"].get("t") is None and first["A2"][0].text == "1"
    assert first["G2"][0].text == "46332"  # 2026-11-06, counted as spreadsheets count days
    assert first["E2"].get("t") == "b"


def test_names_can_be_left_out() -> None:
    assert any("Deltagare" in text for text in strings(spreadsheet(full(), "sv")))
    assert not any(
        "Deltagare" in t for t in strings(spreadsheet(full(), "sv", Options(names=False)))
    )


def test_the_same_meeting_gives_the_same_file() -> None:
    assert spreadsheet(full(), "nb") == spreadsheet(full(), "nb")


def test_nothing_is_told_where_there_is_nothing_to_note() -> None:
    """No row with a name and no value, whether people are named or not."""
    for names in (True, False):
        said = strings(spreadsheet(full(), "en", Options(names=names)))
        assert "To note" not in said
        assert "(name not given)" not in said
