"""The code stands in the corner where there is room, and takes nothing away for it."""

from workshop.domain.sheet import Block, Bullet, Bullets, Figure, Join, Note
from workshop.domain.words import Own
from workshop.language import tongue
from workshop.tui.drawing.code import code
from workshop.tui.drawing.corner import beside_code, cornered
from workshop.tui.drawing.piece import Lines
from workshop.tui.drawing.scene import Scene, lay
from workshop.tui.drawing.whole import Laid

ADDRESS = "http://192.168.1.20:8080"
SIZE = (76, 20)  # the stage of a window of 80 x 24
SENTENCE = Own("A sentence that is so long that it goes under the code, to the edge of the window.")


def beside(
    *blocks: Block, title: str = "Hopes", size: tuple[int, int] = SIZE
) -> tuple[Laid, Lines]:
    scene = Scene("s", Own(title), "", blocks, tongue("en"))
    return beside_code(scene, lay(scene, *size), size, ADDRESS, 0)


def text(laid: Laid) -> str:
    return " ".join(" ".join(line.plain.split()) for page in laid.pages for line in page)


def test_a_page_with_room_left_has_the_code_and_all_of_its_text() -> None:
    laid, drawn = beside(Note("Nothing yet"))
    assert drawn == code(ADDRESS)
    lines = cornered((*laid.top, *laid.pages[0]), drawn, SIZE)
    assert len(lines) == SIZE[1] and {line.cell_length for line in lines[-len(drawn) :]} == {76}
    assert "Nothing yet" in "\n".join(line.plain for line in lines)


def test_sentences_go_round_the_code_where_they_stay_as_large() -> None:
    laid, drawn = beside(Note(SENTENCE))
    assert drawn and str(SENTENCE.text) in text(laid)
    assert max(line.cell_length for line in laid.pages[0]) <= SIZE[0] - drawn[0].cell_length


def test_a_page_that_is_full_or_would_become_smaller_has_no_code() -> None:
    full = Bullets(tuple(Bullet(SENTENCE) for _ in range(14)))
    for blocks in ((full,), (Figure("14 of 15", "have voted"),)):
        laid, drawn = beside(*blocks)
        assert drawn == ()
        assert laid == lay(Scene("s", Own("Hopes"), "", blocks, tongue("en")), *SIZE)


def test_a_page_that_asks_to_scan_always_has_the_code() -> None:
    word = "Arbeidslivskriminalitet"  # in large letters it is wider than what the code leaves
    assert beside(Note(SENTENCE), title=word)[1] == ()
    assert beside(Join(SENTENCE), title=word)[1] == code(ADDRESS)


def test_a_window_too_narrow_or_too_low_keeps_its_page() -> None:
    for size in ((60, 20), (76, 14)):
        assert beside(Join("Scan the code"), size=size)[1] == ()
