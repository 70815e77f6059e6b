from textual.content import Content

from workshop.tui.drawing.piece import Lines, Piece, Pillar, Pillars, Solid, pages


def lines(*texts: str) -> Lines:
    return tuple(Content(text) for text in texts)


def read(laid: list[Lines]) -> list[list[str]]:
    return [[line.plain.rstrip() for line in page] for page in laid]


def test_pieces_go_over_whole() -> None:
    pieces: list[Piece] = [Solid(lines("a", "b")), Solid(lines("c", "d"))]
    assert read(pages(pieces, 4)) == [["a", "b"], ["c", "d"]]
    assert read(pages(pieces, 5)) == [["a", "b", "", "c", "d"]]


def test_a_piece_higher_than_a_page_is_parted_not_lost() -> None:
    assert read(pages([Solid(lines("a", "b", "c"))], 2)) == [["a", "b"], ["c"]]


def test_the_head_of_a_table_is_repeated() -> None:
    rows: list[Piece] = [Solid(lines(row), 0, lines("head")) for row in "abc"]
    assert read(pages(rows, 3)) == [["head", "a", "b"], ["head", "c"]]


def test_columns_flow_each_by_itself() -> None:
    left = Pillar(lines("L"), (lines("1"), lines("2"), lines("3")), 3)
    right = Pillar(lines("R"), (lines("x"),), 3)
    laid = read(pages([Pillars((left, right), 1)], 3))
    assert laid == [["L   R", "1   x", "2"], ["L", "3"]]


def test_an_item_of_a_column_higher_than_a_page_is_parted() -> None:
    tall = Pillar(lines("L"), (lines("1", "2", "3", "4"),), 3)
    laid = read(pages([Pillars((tall,))], 2))
    assert [line for page in laid for line in page] == ["L", "1", "2", "3", "4"]


def test_a_heading_goes_over_with_what_it_heads() -> None:
    heading = Solid(lines("head"), leads=True)
    laid = pages([Solid(lines("a")), heading, Solid(lines("b", "c"))], 4)
    assert read(laid) == [["a"], ["head", "", "b", "c"]]


def test_nothing_still_makes_a_page() -> None:
    assert pages([], 5) == [()]


def test_headings_go_over_together() -> None:
    text, below = Solid(lines("a")), Solid(lines("b", "c"))
    headed: list[Piece] = [text, Solid(lines("H2"), leads=True), Solid(lines("H3"), leads=True)]
    assert read(pages([*headed, below], 6)) == [["a"], ["H2", "", "H3", "", "b", "c"]]
