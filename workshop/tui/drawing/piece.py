"""Pieces of a page: lines that belong together, and how they share out over pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Protocol

from textual.content import Content

from workshop.tui.drawing.lines import BLANK, Lines, padded

__all__ = ("BLANK", "Lines", "Piece", "Pillar", "Pillars", "Solid", "padded", "pages")


class Piece(Protocol):
    """Something to lay on pages. `gap` is how many blank lines go before it, except on top."""

    @property
    def gap(self) -> int: ...

    @property
    def top(self) -> Lines:
        """Lines repeated above it when it comes first on a page (the head of a table)."""

    def cut(self, height: int) -> "tuple[Lines, Piece | None]":
        """What fits in `height` lines, and the rest; no lines when it rather goes over whole."""


@dataclass(frozen=True)
class Solid:
    """Lines that are only parted when they alone fill more than a page; `leads` marks a heading."""

    lines: Lines
    gap: int = 1
    top: Lines = ()
    parted: bool = False
    leads: bool = False

    def cut(self, height: int) -> "tuple[Lines, Piece | None]":
        if len(self.lines) <= height:
            return self.lines, None
        if not self.parted or height < 1:
            return (), self
        rest = replace(self, lines=self.lines[height:])
        return self.lines[:height], rest


@dataclass(frozen=True)
class Pillar:
    """One column of several: a head, and items that stay whole.

    On the pages that follow `again` stands over it, or else the same head.
    """

    head: Lines
    items: tuple[Lines, ...]
    width: int
    again: Lines | None = None

    def cut(self, height: int, airy: int) -> "tuple[Lines, Pillar]":
        taken: list[Content] = list(self.head)
        items = list(self.items)
        while items and len(taken) + len(items[0]) + airy <= height:
            taken += [*([BLANK] * airy), *items.pop(0)]
        # A column that is done says nothing more on the next page, not even its head.
        head = self.head if self.again is None else self.again
        return tuple(taken), replace(self, head=head if items else (), items=tuple(items))


@dataclass(frozen=True)
class Pillars:
    """Columns beside one another, with a space between; each flows on by itself."""

    pillars: tuple[Pillar, ...]
    between: int = 3
    airy: int = 0
    gap: int = 1
    top: Lines = ()

    def cut(self, height: int) -> "tuple[Lines, Piece | None]":
        if max(len(pillar.head) for pillar in self.pillars) > height:
            return (), self
        cuts = [pillar.cut(height, self.airy) for pillar in self.pillars]
        before = sum(len(pillar.items) for pillar in self.pillars)
        if before and before == sum(len(rest.items) for _, rest in cuts):
            return (), self
        lines = self._beside([lines for lines, _ in cuts])
        if not any(rest.items for _, rest in cuts):
            return lines, None
        return lines, replace(self, pillars=tuple(rest for _, rest in cuts))

    def solid(self) -> Solid:
        """All of it as lines that may be parted anywhere: for an item higher than a page."""
        lines = [pillar.cut(10**6, self.airy)[0] for pillar in self.pillars]
        return Solid(self._beside(lines), self.gap, parted=True)

    def _beside(self, columns: Sequence[Lines]) -> Lines:
        widths = [pillar.width for pillar in self.pillars]
        space = Content(" " * self.between)
        return tuple(
            space.join(padded(line, width) for line, width in zip(row, widths, strict=True))
            for row in zip_longest(*columns, fillvalue=BLANK)
        )


def pages(pieces: Iterable[Piece], height: int, most: int | None = None) -> list[Lines]:
    """The pieces laid on pages of at most `height` lines; always at least one page.

    With `most` it goes no further than one page too many: then how many there are is of no use.
    """
    laid: list[list[Content]] = [[]]
    top: Lines = ()
    alone = 0  # where a heading begins that nothing follows yet
    for piece in pieces:
        rest: Piece | None = piece
        while rest is not None:
            page = laid[-1]
            before = _before(rest, page, top)
            lines, left = rest.cut(height - len(page) - len(before))
            if left is None and not lines:
                rest = None  # a piece of nothing
            elif lines:
                # Headings that follow one another go over to the next page together.
                alone = (alone or len(page) + len(before)) if _leads(rest) else 0
                page += [*before, *lines]
                top, rest = rest.top, left
            elif page:
                if len(laid) == most:
                    return [*map(tuple, laid), ()]
                laid.append(_taken_along(page, alone))
                top, alone = (), 0
            else:
                rest = _partable(rest)
    return [tuple(page) for page in laid]


def _leads(piece: Piece) -> bool:
    return isinstance(piece, Solid) and piece.leads


def _taken_along(page: list[Content], alone: int) -> list[Content]:
    """A heading at the foot of a page goes over to the next, with what it is the heading of."""
    taken = page[alone:] if alone else []
    if taken:
        del page[alone:]
    while page and not page[-1]:
        page.pop()
    return taken


def _before(piece: Piece, page: list[Content], top: Lines) -> Lines:
    gap = (BLANK,) * (piece.gap if page else 0)
    return gap if piece.top == top else (*gap, *piece.top)


def _partable(piece: Piece) -> Piece:
    """A piece higher than a page, parted where need be."""
    if isinstance(piece, Pillars):
        return piece.solid()
    assert isinstance(piece, Solid)
    return replace(piece, parted=True, top=())
