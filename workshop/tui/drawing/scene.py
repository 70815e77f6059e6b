"""Lays a scene out for a window: as large as it fits on one page, else on several pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workshop.domain.sheet import Block
from workshop.domain.words import Words
from workshop.language import Tongue
from workshop.tui.drawing.blocks import draw
from workshop.tui.drawing.opening import openings
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines, pages

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
    ways = list(_ways(scene, pen, height))
    for way in ways:
        if len(way.pages) == 1:
            return way
    top = ways[-1].top
    room = max(1, height - len(top) - 1 - FOOT)
    return Laid(top, tuple(pages(draw(scene.blocks, replace(pen, big=False)), room)))


def _ways(scene: Scene, pen: Pen, height: int) -> Iterator[Laid]:
    tops = list(openings(scene.title, scene.lead, pen))
    for airy in (1, 0):
        for top in tops:
            # The plain top goes with plain blocks, so that what is asked stays the largest.
            room = max(1, height - len(top) - 1)
            big = top is not tops[-1] or height >= 18
            drawn = draw(scene.blocks, replace(pen, airy=airy, big=big))
            yield Laid(top, tuple(pages(drawn, room)))
