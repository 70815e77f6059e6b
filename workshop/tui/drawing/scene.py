"""Lays a scene out for a window: as large as it fits on one page, else on several pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from workshop.domain.sheet import Block, Heading
from workshop.domain.words import Words
from workshop.language import Tongue
from workshop.tui.drawing.blocks import draw
from workshop.tui.drawing.opening import openings
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines, pages

ROOMY, LOW = 24, 18
VAST = 110, 38
LARGE_PAGES = 2
FOOT = 2  # a blank line and "page 1 of 3"


@dataclass(frozen=True)
class Scene:
    """What the stage shows, and the language to say it in; `key` tells one step from another."""

    key: str
    title: Words
    lead: Words
    blocks: tuple[Block, ...]
    tongue: Tongue


@dataclass(frozen=True)
class Laid:
    """A scene as lines: what stands on top of every page, and the pages."""

    top: Lines
    pages: tuple[Lines, ...]


def lay(scene: Scene, width: int, height: int) -> Laid:
    """The largest layout that fits on one page; when none does, readable pages."""
    pen = Pen(scene.tongue, width)
    tops = [top for top in openings(scene.title, scene.lead, pen) if len(top) <= height // 2]
    if not tops:
        return lay(_unrolled(scene), width, height)
    large = list(_large(scene, pen, tops, height))
    whole = next((way for way in large if len(way.pages) == 1), None)
    if whole is None and large and width >= VAST[0] and height >= VAST[1]:
        # A vast window is read from far away: two large pages before one in small type.
        paged = _paged(scene, replace(pen, scaled=True), tops[0], height)
        whole = paged if len(paged.pages) <= LARGE_PAGES else None
    small = _small(scene, pen, tops, height)
    return (
        whole
        or next((way for way in small if len(way.pages) == 1), None)
        or _paged(scene, replace(pen, big=False), tops[-1], height)
    )


def _unrolled(scene: Scene) -> Scene:
    """A lead, or even a title, that would fill the window goes over the pages with the rest."""
    if scene.lead:
        return replace(scene, lead="", blocks=(Heading(scene.lead, 3), *scene.blocks))
    return replace(scene, title="", blocks=(Heading(scene.title, 3), *scene.blocks))


def _large(scene: Scene, pen: Pen, tops: list[Lines], height: int) -> Iterator[Laid]:
    """Everything in large letters; the top becomes smaller before what it is about does."""
    if len(tops) == 1 or height < ROOMY:
        return
    for top, airy in product(tops[:-1], (1, 0)):
        yield _laid(scene, replace(pen, scaled=True, airy=airy), top, height)


def _small(scene: Scene, pen: Pen, tops: list[Lines], height: int) -> Iterator[Laid]:
    for airy, top in product((1, 0), tops):
        # The plain top goes with plain blocks, so that what is asked stays the largest.
        big = top is not tops[-1] or height >= LOW
        yield _laid(scene, replace(pen, airy=airy, big=big), top, height)


def _laid(scene: Scene, pen: Pen, top: Lines, height: int, foot: int = 0) -> Laid:
    room = max(1, height - len(top) - 1 - foot)
    return Laid(top, tuple(pages(draw(scene.blocks, pen), room)))


def _paged(scene: Scene, pen: Pen, top: Lines, height: int) -> Laid:
    """With a line for the page number; with less air where that saves a page."""
    laid = [_laid(scene, replace(pen, airy=airy), top, height, FOOT) for airy in (1, 0)]
    return min(laid, key=lambda one: len(one.pages))
