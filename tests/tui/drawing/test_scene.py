"""Whatever a step shows, at any size, in any language: nothing is cut off, nothing is lost."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workshop.domain.sheet import (
    Bar,
    Block,
    Board,
    Bullet,
    Bullets,
    Column,
    Facts,
    Figure,
    Heading,
    Join,
    Link,
    Note,
    Roster,
    Seat,
    Table,
    Tally,
)
from workshop.domain.words import LANGUAGES, Language, Own, Say
from workshop.language import tongue
from workshop.tui.drawing.scene import Scene, lay
from workshop.tui.drawing.whole import FOOT

LONG = "Arbeidslivskriminalitetsforebyggingskoordinator og underentreprenørskjeder " * 3
HOSTILE = "[@click=app.quit]x[/] \u202e<b>=1+1 👩‍👩‍👧 漢字 " + "w" * 300
WORDS = st.sampled_from([Own("Tips"), Own(LONG), Own(HOSTILE), Say("Undo"), "", 7])
BULLETS = st.builds(Bullet, WORDS, st.tuples(WORDS) | st.just(()), WORDS, WORDS)
ITEMS = st.lists(BULLETS, max_size=12).map(tuple)
BARS = st.builds(
    Bar,
    WORDS,
    st.integers(0, 40),
    st.none() | st.integers(0, 40),
    st.none() | st.floats(0, 1),
    st.sampled_from(["certain", "tied", "chosen", "out"]),
    st.integers(1, 12),
)
BLOCKS = st.one_of(
    st.builds(Heading, WORDS, st.sampled_from([2, 3])),
    st.builds(Note, WORDS, st.sampled_from(["plain", "quiet", "strong", "warning"])),
    st.builds(Bullets, ITEMS, st.booleans()),
    st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=15).map(
        lambda rows: Table(("One", "Two", "Three"), tuple(rows))
    ),
    st.lists(st.tuples(WORDS, WORDS, st.none() | st.floats(0, 1)), max_size=5).map(
        lambda rows: Table(
            ("One", "Two"),
            tuple((one, two) for one, two, _ in rows),
            bars=tuple(bar for *_, bar in rows),
        )
    ),
    st.lists(st.tuples(WORDS, WORDS), max_size=6).map(lambda pairs: Facts(tuple(pairs))),
    st.builds(Figure, WORDS, WORDS),
    st.lists(BARS, max_size=8).map(lambda bars: Tally(tuple(bars), 40)),
    st.lists(st.builds(Column, WORDS, ITEMS, WORDS), max_size=5).map(lambda c: Board(tuple(c))),
    st.lists(st.builds(Seat, st.just("p"), WORDS, WORDS, st.booleans()), max_size=20).map(
        lambda seats: Roster(tuple(seats), "done")
    ),
    st.builds(Join, WORDS),
    st.builds(Link, WORDS, st.just("https://example.org/film")),
)
SIZES = st.tuples(st.integers(56, 190), st.integers(12, 56))


NARROW = Tally(tuple(Bar("Tips", 0, None, None, "certain", rank) for rank in (1, 2)), 40)

# A space that must not break stands between a number and its sign.
SHARES = Tally(tuple(Bar("Tips", 10, None, 0.62, "certain", rank) for rank in (1, 2)), 40)


@settings(max_examples=60, deadline=None)
@example([NARROW], (56, 37), "sv")
@example([SHARES], (158, 50), "nn")
@given(st.lists(BLOCKS, max_size=4), SIZES, st.sampled_from(LANGUAGES))
def test_every_line_fits_the_window(
    blocks: list[Block], size: tuple[int, int], language: Language
) -> None:
    width, height = size
    scene = Scene("s", "Title", Own("Lead question?"), tuple(blocks), tongue(language))
    laid = lay(scene, width, height)
    foot = FOOT if len(laid.pages) > 1 else 0
    for page in laid.pages:
        assert all(line.cell_length <= width for line in (*laid.top, *page))
        assert len(laid.top) + 1 + len(page) + foot <= height


def test_a_lead_that_would_fill_the_window_goes_over_the_pages() -> None:
    scene = Scene("s", Own(LONG), Own(LONG * 10), (Note("last words"),), tongue("nn"))
    laid = lay(scene, 56, 14)
    assert "last words" in str(laid.pages[-1]) and len(laid.top) <= 7


@pytest.mark.parametrize("size", [(76, 20), (90, 25), (80, 30), (118, 40), (158, 52)])
def test_every_item_of_a_long_list_stands_on_some_page(size: tuple[int, int]) -> None:
    # Letters that have no large form keep their small one, so that they can be read here.
    items = tuple(Bullet(Own(f"§{n}§ {LONG}")) for n in range(40))
    board = Board((Column("A", items[:20]), Column("B", items[20:])))
    scene = Scene("s", "Title", "", (Bullets(items), board), tongue("nn"))
    text = "\n".join(line.plain for page in lay(scene, *size).pages for line in page)
    assert all(text.count(f"§{n}§") == 2 for n in range(40))


def test_large_letters_where_there_is_room_and_plain_ones_where_not() -> None:
    scene = Scene("s", "Title", "", (Note("Few words"),), tongue("en"))
    assert "Few words" not in str(lay(scene, 160, 50).pages)
    assert "Few words" in str(lay(scene, 76, 16).pages)


def test_the_tie_is_said_in_words() -> None:
    bars = (Bar("A", 3, 3, 0.5, "certain", 1), Bar("B", 2, 2, 0.3, "tied", 2))
    scene = Scene("s", "Title", "", (Tally(bars, 3),), tongue("en"))
    text = "\n".join(line.plain for line in lay(scene, 76, 16).pages[0])
    assert "equally many votes" in text and "2 votes" in text and "30%" in text


def test_large_letters_leave_no_page_half_empty_unless_they_are_asked_for() -> None:
    bars = tuple(Bar(Own(text), 3, None, None, "certain", 1) for text in (LONG, "Tips"))
    scene = Scene("s", "Title", Own("Lead question?"), (Tally(bars, 3),), tongue("en"))
    size = (150, 44)
    assert "Tips" in str(lay(scene, *size).pages[0])
    assert len(lay(scene, *size, letters=1).pages) > 1
