"""What would be cut off is found, and laid so that it is not, or said."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from textual.content import Content

from tests.tui.drawing.test_scene import BLOCKS, LONG
from workshop.domain.sheet import Block, Bullet, Bullets, Facts, Figure, Note
from workshop.domain.words import LANGUAGES, Language, Own
from workshop.language import tongue
from workshop.tui.drawing.letters import large
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Piece, Solid
from workshop.tui.drawing.scene import Drawer, Drawn, Scene, lay
from workshop.tui.drawing.whole import Laid, ink, is_whole, texts_of

SAY = tongue("sv")


def laid(*pages: tuple[str, ...]) -> Laid:
    return Laid((Content("Title"),), tuple(tuple(map(Content, page)) for page in pages))


def test_a_text_that_stands_on_no_page_is_missed() -> None:
    assert is_whole(laid(("Few words",)), ["Title", "Few words"], (20, 10))
    assert not is_whole(laid(("Few words",)), ["Title", "Few words", "lost"], (20, 10))


def test_a_line_too_wide_and_a_page_too_high_are_seen() -> None:
    assert not is_whole(laid(("Few words",)), [], (8, 10))
    assert is_whole(laid(("1", "2", "3")), [], (8, 5))
    assert not is_whole(laid(("1", "2", "3")), [], (8, 4))
    assert not is_whole(laid(("1", "2", "3"), ("4",)), [], (8, 6)), "the foot needs room too"


def test_large_letters_have_the_ink_of_small_ones() -> None:
    drawn = large("Åtgärder 14", 200) or ()
    assert sum(map(ink, drawn)) == ink("Åtgärder 14")


class Forgetful(Drawer):
    """Draws the first block only, wherever letters are large."""

    def begin(self, blocks: tuple[Block, ...]) -> Drawn:
        drawn = super().begin(blocks)

        def some(pen: Pen) -> list[Piece]:
            return drawn(pen)[:1] if pen.big else [*drawn(pen)]

        return some


def test_a_layout_that_loses_something_is_not_used() -> None:
    scene = Scene("s", "Title", "Lead", (Note("First"), Note("Second")), tongue("en"))
    found = lay(scene, 160, 50, Forgetful())
    assert "Second" in "\n".join(line.plain for line in found.pages[0]) and not found.cut


@settings(max_examples=80, deadline=None)
@example([Facts((("", ""),))], (56, 12), "sv", 0)
@example([Figure("14 of 15", "")], (1, 1), "sv", 1)
@given(
    st.lists(BLOCKS, max_size=3),
    st.tuples(st.integers(1, 200), st.integers(1, 60)),
    st.sampled_from(LANGUAGES),
    st.sampled_from([-1, 0, 1]),
)
def test_all_of_it_is_shown_or_the_room_is_told(
    blocks: list[Block], size: tuple[int, int], language: Language, letters: int
) -> None:
    scene = Scene("s", "Title", Own("Lead question?"), tuple(blocks), tongue(language))
    found = lay(scene, *size, letters=letters)
    texts = ["Title", "Lead question?", *texts_of(blocks, scene.tongue)]
    assert found.cut != is_whole(found, texts, size)
    assert not (found.cut and size[0] >= 56 and size[1] >= 12)


def test_a_thing_with_a_shorter_name_may_stand_under_either() -> None:
    block = Bullets((Bullet(Own(LONG), short="Tips"),))
    assert texts_of((block,), SAY) == ["Tips", ""]


def test_a_piece_of_nothing_takes_no_page() -> None:
    scene = Scene("s", "Title", "", (Facts(()), Note("Words")), tongue("en"))
    assert len(lay(scene, 76, 16).pages) == 1 and Solid(()).cut(3) == ((), None)
