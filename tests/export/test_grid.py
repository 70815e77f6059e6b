"""What of a table stays together over pages, and how tall its rows are."""

from typing import Any

import docx
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.table import Table

from workshop.export.columns import WIDTH
from workshop.export.grid import grid
from workshop.export.piece import Piece

HEAD = [[Piece("Nr")], [Piece("Åtgärd")]]


def made(count: int, text: str = "Kort", followed: bool = False, by_hand: int = 0) -> Any:
    rows = [[[Piece(str(n))], [Piece(text)]] for n in range(count)]
    xml = grid(HEAD, rows, followed=followed, by_hand=by_hand)
    element: Any = parse_xml(xml.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1))
    return Table(element, docx.Document())


def held(table: Any) -> list[int]:
    """The rows, the header is 0, that stay on the page of the next one."""
    return [
        n
        for n, row in enumerate(table.rows)
        if all(p.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs)
    ]


def test_a_short_table_stays_whole() -> None:
    assert held(made(6)) == [0, 1, 2, 3, 4, 5]
    assert held(made(1)) == [0]


def test_a_longer_one_leaves_no_row_alone_and_fills_the_page() -> None:
    assert held(made(13)) == [0, 1, 12]
    assert held(made(300)) == [0, 1, 299]


def test_a_short_one_of_tall_rows_is_parted_too() -> None:
    assert held(made(6, "mycket att läsa " * 60)) == [0, 1, 5]


def test_a_line_about_a_table_stays_with_it() -> None:
    assert held(made(3, followed=True)) == [0, 1, 2, 3]
    assert held(made(30, followed=True)) == [0, 1, 29, 30]


def test_rows_to_write_in_have_room_for_it() -> None:
    _, *rows = made(3, by_hand=2_000).rows

    assert all(row.height and row.height.cm > 1 for row in rows)
    assert not any(row.height for row in made(3).rows)


def test_dates_give_way_before_words_are_broken() -> None:
    """Eight columns of long words: 1 October 2026 over two lines, but no word in pieces."""
    date = Piece("1.\u00a0oktober\u00a02026")
    words = ["Møte", "Alle", "Myndighet", "Arbeidsgiver", "Fagforening", "Kommune", "Grupper"]
    head = [[Piece(word)] for word in [*words, "Skrevet inn av møtelederen"]]
    xml = grid(head, [[[date], *[[Piece("1")]] * 7]])

    assert "1. oktober 2026" in xml
    assert "1.\u00a0oktober\u00a02026" in grid(HEAD, [[[date], [Piece("1")]]])


def test_every_table_is_as_wide_as_the_text() -> None:
    columns = made(3).columns

    assert abs(sum(one.width.twips for one in columns) - WIDTH) <= len(columns)


def test_dates_give_way_where_that_spares_much_room() -> None:
    """A plan of long measures by long names: rows of six lines instead of nine."""
    measure = "Utarbeide en felles veileder for hvordan personallister skal kontrolleres i tilsyn"
    names = "Byggmesterforbundet", "Norsk Arbeidsmandsforbund", "30.\u00a0november\u00a02026"
    texts = ("1", measure * 2, *names, "I gang")
    head = [[Piece(word)] for word in ("Nr.", "Tiltak", "Ansvarlig", "Med", "Frist", "Status")]

    assert "30. november 2026" in grid(head, [[[Piece(text)] for text in texts]])
