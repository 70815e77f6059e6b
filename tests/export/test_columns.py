"""How wide the columns of a table are."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.export.columns import WIDTH, fitting, narrow
from workshop.export.letters import wide, widest_word
from workshop.export.piece import Piece

WORDS = st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=1, max_size=24)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


def row(*texts: str) -> list[list[Piece]]:
    return [[Piece(text)] for text in texts]


@given(st.integers(1, 7).flatmap(lambda n: st.lists(st.tuples(*[TEXTS] * n), min_size=1)))
def test_columns_fill_the_page_and_none_is_lost(rows: list[tuple[str, ...]]) -> None:
    widths = fitting([row(*texts) for texts in rows])

    assert len(widths) == len(rows[0]) and all(width > 0 for width in widths)
    assert WIDTH - len(widths) <= sum(widths) <= WIDTH


def test_a_long_word_stays_whole_where_there_is_room() -> None:
    long = "Upphandlingskompetensmyndigheten"
    first, second = fitting([row("Nr", "Åtgärd"), row("1 2 3 4 5 " * 90, long)])

    assert second > widest_word(long, 9.5) and first > second


def test_a_status_stays_on_one_line() -> None:
    head = row("Åtgärd", "Status")
    _, status = fitting([head, row("Något som är mycket långt att läsa " * 9, "Ej påbörjad")])

    assert status > wide("Ej påbörjad", 9.5)


def test_a_date_is_one_word() -> None:
    whole = "6.\u00a0november\u00a02026"

    assert widest_word(f"før {whole}", 9.5) == wide(whole, 9.5)


def test_when_nothing_fits_the_widest_give_way_first() -> None:
    long = "x" * 90
    short, *others = fitting([row("Nr", long, long)])

    assert short > wide("Nr", 9.5) and abs(others[0] - others[1]) <= 1


def test_what_makes_rows_tall_gets_the_room() -> None:
    """A status may have two lines beside a measure that has six."""
    names = ("Byggmesterforbundet", "Norsk Arbeidsmandsforbund")
    measure = "Oversette informasjonen om lønn og arbeidstid til fem språk, særlig i små bedrifter"
    head = row("Nr.", "Tiltak", "Ansvarlig", "Sammen med", "Frist", "Status")
    told = row("6", measure, *names, "2.\u00a0august\u00a02026", "Ikke startet")
    _, wide_measure, *_, status = fitting([head, *[told] * 8])

    assert status < wide("Ikke startet", 9.5)
    assert wide_measure > 2_100


def test_what_is_narrow_is_told() -> None:
    assert narrow([row("x" * 60, "y" * 60)])
    assert not narrow([row("x" * 60, "y")])
