"""Tables of other programs."""

from pathlib import Path

import pytest
import xlsxwriter

from workshop.domain.refused import Refused
from workshop.store.sheets import read_rows


def test_a_spreadsheet_as_text(tmp_path: Path) -> None:
    file = tmp_path / "parties.XLSX"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Empty")
        sheet = book.add_worksheet("Parties")
        sheet.write_row(0, 0, ["Organisasjon", "Tlf", "Andel"])
        sheet.write_row(1, 0, ["Ålesund kommune", 70123456, 0.5])
    assert read_rows(file) == [
        ["Organisasjon", "Tlf", "Andel"],
        ["Ålesund kommune", "70123456", "0.5"],
    ]


def test_a_text_file_in_the_old_western_code(tmp_path: Path) -> None:
    file = tmp_path / "parties.csv"
    file.write_bytes("Part;Typ\r\nRäddningstjänsten;Myndighet\r\n".encode("cp1252"))
    assert read_rows(file)[1] == ["Räddningstjänsten", "Myndighet"]


@pytest.mark.parametrize("name", ["missing.csv", "missing.xlsx", "broken.xlsx", "broken.ods"])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    if "broken" in name:
        file.write_bytes(b"not a spreadsheet")
    with pytest.raises(Refused) as refused:
        read_rows(file)
    assert "file" in refused.value.words.values  # type: ignore[union-attr]
