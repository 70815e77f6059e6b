"""Reads the rows of a table somebody keeps elsewhere: CSV, text, or a spreadsheet."""

from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from workshop.domain.listing import decoded, rows_of
from workshop.domain.refused import Refused
from workshop.domain.words import Say, said

SPREADSHEETS = (".xlsx", ".ods", ".xls", ".xlsm", ".xlsb")


def read_rows(file: Path) -> list[list[str]]:
    """The rows of a file, of its first sheet that has any; raises `Refused` in words."""
    if not file.exists():
        raise Refused(said(MISSING.text, file=str(file)))
    try:
        if file.suffix.casefold() in SPREADSHEETS:
            return _of_sheets(file)
        return rows_of(decoded(file.read_bytes()))
    except (OSError, CalamineError) as problem:
        raise Refused(said(UNREADABLE.text, file=str(file), problem=str(problem))) from problem


MISSING = Say("The file %(file)s does not exist.")
UNREADABLE = Say(
    "The file %(file)s cannot be read (%(problem)s). Nothing was changed. Save it as .xlsx, .ods "
    "or .csv, without a password, and try again."
)


def _of_sheets(file: Path) -> list[list[str]]:
    with CalamineWorkbook.from_path(file) as book:
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if any(cell != "" for row in rows for cell in row):
                return [[_text(cell) for cell in row] for row in rows]
    return []


def _text(cell: object) -> str:
    # A telephone number is a number to a spreadsheet, and has no decimals to people.
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
