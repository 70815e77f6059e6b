"""Lays a scene out for a window: as large as it fits on one page, else on several pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise, product

from workshop.domain.sheet import Block, Facts, Figure, Heading, Tally
from workshop.domain.words import Words
from workshop.language import Tongue
from workshop.tui.drawing.blocks import draw
from workshop.tui.drawing.opening import headings, openings
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines, Piece, Solid, pages
from workshop.tui.drawing.whole import FOOT, Laid, is_whole, texts_of

ROOMY, LOW = 24, 18
VAST = 110, 38
LARGE_PAGES = 8
MANY_PAGES = 30
LARGER = 4  # a large line is at least so many times as high, and holds less
LOUDEST = 5
ENDLESS = 10**6


class Drawer:
    """Draws blocks; one that is the same as last time is not drawn anew."""

    def __init__(self) -> None:
        self._last: dict[Pen, list[tuple[Block, list[Piece]]]] = {}

    def begin(self, blocks: tuple[Block, ...]) -> "Drawn":
        """How these blocks are drawn with each pen; forgets what is not asked for any more."""
        before, self._last = self._last, {}

        def drawn(pen: Pen) -> list[Piece]:
            if pen not in self._last:
                known = before.get(pen, [])
                self._last[pen] = [(block, _drawn(block, pen, known)) for block in blocks]
            return [piece for _, pieces in self._last[pen] for piece in pieces]

        return drawn

    def bars(self) -> dict[int, int]:
        """Which bar of a result a line belongs to, by the identity of the line."""
        return {
            id(line): number
            for drawn in self._last.values()
            for block, pieces in drawn
            if isinstance(block, Tally)
            for number, piece in enumerate(pieces[-len(block.bars) :])
            for line in piece.cut(ENDLESS)[0]
        }


def _drawn(block: Block, pen: Pen, known: list[tuple[Block, list[Piece]]]) -> list[Piece]:
    same = (pieces for other, pieces in known if other == block)
    return next(same, None) or draw((block,), pen)


Drawn = Callable[[Pen], list[Piece]]


@dataclass(frozen=True)
class Scene:
    """What the stage shows, and the language to say it in; `key` tells one step from another."""

    key: str
    title: Words
    lead: Words
    blocks: tuple[Block, ...]
    tongue: Tongue


def lay(
    scene: Scene, width: int, height: int, drawer: Drawer | None = None, letters: int = 0
) -> Laid:
    """The largest layout that fits on one page; when none does, readable pages.

    `letters` above 0 asks for large letters however many pages they take, below 0 for small ones.
    What comes out is looked through; where something would be lost it is laid as plainly as can be.
    """
    say = scene.tongue
    texts = [say(scene.title), say(scene.lead), *texts_of(scene.blocks, say)]
    laid = _largest(scene, width, height, drawer, letters)
    if is_whole(laid, texts, (width, height)):
        return laid
    plain = _plainest(scene, width, height)
    return replace(plain, cut=not is_whole(plain, texts, (width, height)))


def _plainest(scene: Scene, width: int, height: int) -> Laid:
    """Small letters in one column, over as many pages as it takes, with nothing on top of them."""
    told = _unrolled(_unrolled(scene)) if scene.lead else _unrolled(scene)
    pen = Pen(scene.tongue, width, airy=0, big=False)
    return _laid(Drawer().begin(told.blocks), pen, (), height, FOOT)


def _largest(scene: Scene, width: int, height: int, drawer: Drawer | None, letters: int) -> Laid:
    pen = Pen(scene.tongue, width)
    tops = [top for top in openings(scene.title, scene.lead, pen) if len(top) <= height // 2]
    if not tops and (scene.lead or scene.title):
        return _largest(_unrolled(scene), width, height, drawer, letters)
    drawn = (drawer or Drawer()).begin(scene.blocks)
    tops = tops or [()]
    large = len(tops) > 1 and height >= ROOMY and letters >= 0
    louder = _louder(scene, drawn, pen, height)
    return (
        (_large(drawn, louder, tops, height) if large else None)
        or (_large_pages(drawn, scene, pen, height, letters) if large else None)
        or _small(drawn, louder, tops, height)
        or _paged(drawn, replace(pen, big=False), tops[-1], height)
    )


def _unrolled(scene: Scene) -> Scene:
    """A lead, or even a title, that would fill the window goes over the pages with the rest."""
    if scene.lead:
        return replace(scene, lead="", blocks=(Heading(scene.lead, 3), *scene.blocks))
    return replace(scene, title="", blocks=(Heading(scene.title, 3), *scene.blocks))


def _louder(scene: Scene, drawn: Drawn, pen: Pen, height: int) -> list[Pen]:
    """The pens to try, the loudest first: a figure is what the page is about, or what has facts."""
    figure = any(isinstance(block, Figure) for block in scene.blocks)
    subject = any(
        isinstance(one, Heading) and isinstance(other, Facts)
        for one, other in pairwise(scene.blocks)
    )
    most = LOUDEST if figure else int(subject)
    if most and len(pages(drawn(replace(pen, airy=0)), height, 1)) > 1:
        return [pen]
    return [replace(pen, loud=loud) for loud in range(most, -1, -1)]


def _large(drawn: Drawn, louder: list[Pen], tops: list[Lines], height: int) -> Laid | None:
    """Everything in large letters; the top becomes smaller before what it is about does."""
    if _least(drawn, louder[-1]) > height:
        return None
    ways = (
        (top, replace(pen, scaled=True, airy=airy))
        for pen, top, airy in product(louder, tops[:-1], (1, 0))
    )
    return _first_whole(drawn, ways, height)


def _large_pages(drawn: Drawn, scene: Scene, pen: Pen, height: int, letters: int) -> Laid | None:
    """A vast window is read from far away: large pages before one in small type.

    The question stands on the first page only, so that there is room for the answers.
    """
    vast = pen.width >= VAST[0] and height >= VAST[1]
    most = MANY_PAGES if letters > 0 else LARGE_PAGES if vast else 0
    if _least(drawn, pen) > height * most:
        return None
    title, *question = headings(scene.title, scene.lead, pen)
    top = [Solid(lines) for lines in question]

    def pieces(pen: Pen) -> list[Piece]:
        return [*top, *drawn(pen)]

    laid = _paged(pieces, replace(pen, scaled=True), title, height)
    filled = letters > 0 or _is_filled(laid, height)
    return laid if filled and len(laid.pages) <= most else None


def _is_filled(laid: Laid, height: int) -> bool:
    """Whether large letters leave no page half empty because the next thing is too long for it."""
    room = height - len(laid.top) - 1 - FOOT
    return all(len(page) * 2 >= room for page in laid.pages[:-1])


def _least(drawn: Drawn, pen: Pen) -> int:
    """At least so many lines it takes in large letters; cheap to find out."""
    return len(pages(drawn(replace(pen, airy=0)), ENDLESS)[0]) * LARGER


def _small(drawn: Drawn, louder: list[Pen], tops: list[Lines], height: int) -> Laid | None:
    ways = (
        # The plain top goes with plain blocks, so that what is asked stays the largest.
        (
            top,
            replace(pen, airy=airy, columns=columns, big=top is not tops[-1] or height >= LOW),
        )
        for pen, columns, airy, top in product(louder, (1, 2), (1, 0), tops)
        if columns == 1 or airy == 0
    )
    return _first_whole(drawn, ways, height)


def _first_whole(drawn: Drawn, ways: Iterable[tuple[Lines, Pen]], height: int) -> Laid | None:
    laid = (_laid(drawn, pen, top, height, most=1) for top, pen in ways)
    return next((one for one in laid if len(one.pages) == 1), None)


def _laid(
    drawn: Drawn, pen: Pen, top: Lines, height: int, foot: int = 0, most: int | None = None
) -> Laid:
    room = max(1, height - len(top) - 1 - foot)
    return Laid(top, tuple(pages(drawn(pen), room, most)))


def _paged(drawn: Drawn, pen: Pen, top: Lines, height: int) -> Laid:
    """With a line for the page number; with less air, or in two columns, where that saves pages."""
    ways = [replace(pen, airy=airy, columns=columns) for columns in (1, 2) for airy in (1, 0)]
    best = _laid(drawn, ways[0], top, height, FOOT)
    for way in ways[1:]:
        fewer = len(best.pages) - 1
        laid = _laid(drawn, way, top, height, FOOT, fewer)
        best = laid if len(laid.pages) <= fewer else best
    return best
