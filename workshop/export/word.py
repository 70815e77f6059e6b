"""Draws blocks as a Word document: one branch for each kind of block, looks from the template."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from workshop.domain.sheet import (
    Block,
    Blocks,
    Board,
    Bullet,
    Bullets,
    Facts,
    Figure,
    Heading,
    Join,
    Link,
    Note,
    Roster,
    Table,
    Tally,
    Tone,
)
from workshop.domain.words import Joined, Own, Words
from workshop.export.columns import LOOKED_AT, fitting
from workshop.export.element import KEEP, LINE_BREAK, TAB, around, runs
from workshop.export.grid import grid
from workshop.export.labels import VALUES, label_wide, values_at
from workshop.export.outline import filled, has, lists
from workshop.export.paper import Paper
from workshop.export.piece import Piece, plain
from workshop.export.ranking import ranking

_NOTES: dict[Tone, tuple[str, str]] = {
    "plain": ("BodyText", ""),
    "quiet": ("BodyText2", ""),
    "strong": ("BodyText", "Strong"),
    "warning": ("IntenseQuote", ""),
}
_HELD = 20
_FEW = 5  # lines of a list
Row = list[list[Piece]]
Head = tuple[str, ...]  # of a table, as it is read


class Word(Paper):
    """A document made of blocks; what says nothing leaves no trace in it."""

    def section(self, words: Words, blocks: Blocks, level: int = 2) -> None:
        """A heading and what lies beneath it; neither when there is nothing."""
        kept = filled(blocks, self.tongue)
        if kept:
            self.heading(words, level)
            self._draw_all(kept)

    def draw(self, *blocks: Block) -> None:
        """Blocks beneath the last heading."""
        self._draw_all(filled(blocks, self.tongue))

    def table(
        self,
        block: Table,
        widths: Sequence[int] = (),
        by_hand: int = 0,
        followed: bool = False,
    ) -> None:
        """A table; `widths` are twentieths of a point, 9070 in all.

        `by_hand` is the width of a last column that is printed empty. It is `followed` by a line
        that belongs to it.
        """
        self._caption(block.caption)
        head, rows = self._cells(block)
        title = plain(block.caption, self.tongue)
        self.put(grid(head, rows, widths, title, self.width, by_hand, followed, self.letters))

    def _cells(self, block: Table) -> tuple[Row, list[Row]]:
        rows = [[self.pieces(cell) for cell in row] for row in block.rows]
        return [self.pieces(cell) for cell in block.head], rows

    def _draw_all(self, blocks: Sequence[Block]) -> None:
        top, widths = self.level, self._shared(blocks)
        for block, following in zip_longest(blocks, blocks[1:]):
            self._draw(block, top, isinstance(following, Note), widths)

    def _shared(self, blocks: Sequence[Block]) -> Mapping[Head, tuple[int, ...]]:
        """Tables with the same header have columns as wide, so that one can read on."""
        tables = [(self._head(one), one) for one in blocks if isinstance(one, Table)]
        several = [head for head, times in Counter(head for head, _ in tables).items() if times > 1]
        return {head: self._fitting([b for one, b in tables if one == head]) for head in several}

    def _fitting(self, tables: Sequence[Table]) -> tuple[int, ...]:
        """Columns for the first rows of all of them."""
        most = -(-LOOKED_AT // len(tables))
        first = [replace(block, rows=block.rows[:most]) for block in tables]
        cells = [self._cells(block) for block in first]
        room = round(self.width / self.letters)
        return fitting([cells[0][0], *(row for _, rows in cells for row in rows)], room)

    def _head(self, block: Table) -> Head:
        return tuple(plain(words, self.tongue) for words in block.head)

    def _draw(
        self,
        block: Block,
        top: int,
        followed: bool,
        widths: Mapping[Head, tuple[int, ...]],
    ) -> None:
        match block:
            case Heading(words, level):
                self.heading(words, top + level - 1)
            case Note(words, tone):
                self.text(words, *_NOTES[tone])
            case Bullets(items, numbered):
                self._bullets(items, numbered)
            case Table():
                self.table(block, widths.get(self._head(block), ()), followed=followed)
            case Facts(pairs):
                self._facts(pairs)
            case Figure():
                self._figure(block)
            case Tally():
                self._caption(block.caption)
                self.put(ranking(block, self.tongue, self.width, followed, self.letters))
            case Board():
                self._board(block)
            case Roster():
                self._roster(block)
            case Join():
                pass  # nobody joins a meeting from its minutes
            case Link(words, address):
                self.text(Joined((words, Own(address)), ": "))
            case _:
                assert_never(block)

    def _caption(self, words: Words) -> None:
        if has(words, self.tongue):
            self.text(words, "Caption")

    def _bullets(self, items: Sequence[Bullet], numbered: bool = False) -> None:
        number = self.new_list() if numbered else ""
        if lines := [line for item in items for line in self._bullet(item, number)]:
            self.put_all(_together(lines))

    def _bullet(self, item: Bullet, number: str) -> list[str]:
        """A line of a list, and those beneath it; none where there is nothing to read."""
        words, under, mark, _ = item
        line = self.line(words)
        if not line:
            return []
        if mark != "" and (said := self.pieces(mark)):
            line += runs([Piece(" – "), *said], "SubtleEmphasis")
        first = _numbered(line, number) if number else around("ListBullet", line)
        if not under:
            return [first]
        return [first, *[around("ListBullet2", one) for one in map(self.line, under) if one]]

    def _facts(self, pairs: Sequence[tuple[Words, Words]]) -> None:
        found = [pair for pair in pairs if has(pair[1], self.tongue)]
        begins = values_at([label for label, _ in found], self.tongue, self.larger)
        for left, (label, value) in zip(range(len(found), 0, -1), found, strict=True):
            # A label that reaches into the other column has a line of its own.
            long = label_wide(label, self.tongue, self.larger) > begins
            line = runs(self.pieces(label), "Strong") + (LINE_BREAK if long else TAB)
            # Facts about one thing stay on one page, as far as they can.
            held = KEEP if left > 1 and len(found) <= _HELD else ""
            look = held + (_indented(begins) if begins != VALUES else "")
            self.put(around("BodyTextIndent", line + runs(self.pieces(value)), look))

    def _figure(self, block: Figure) -> None:
        line = runs(self.pieces(block.value), "Strong")
        self.put(around("BodyText", line + runs([Piece(" "), *self.pieces(block.words)])))

    def _board(self, block: Board) -> None:
        level = self.level
        for column in block.columns:
            filled = lists(column.items, self.tongue)
            if filled or has(column.empty, self.tongue):
                if has(column.heading, self.tongue):
                    self.heading(column.heading, level + 1)
                if filled:
                    self._bullets(column.items, column.numbered)
                else:
                    self.text(column.empty, "BodyText2")
                self.level = level

    def _roster(self, block: Roster) -> None:
        if has(block.done, self.tongue):
            self.text(block.done, "BodyText2")
        self._bullets([Bullet(Joined((seat.words, seat.hint))) for seat in block.seats])


def _together(lines: list[str]) -> list[str]:
    """A short list stays on one page; of a long one no line stands on a page by itself."""
    last = len(lines) - 1
    held = range(last) if last < _FEW else {0, last - 1}
    for n in held:
        lines[n] = lines[n].replace('"/>', f'"/>{KEEP}', 1)
    return lines


def _indented(begins: int) -> str:
    """Values further to the right than the style has them."""
    return (
        f'<w:tabs><w:tab w:val="clear" w:pos="{VALUES}"/><w:tab w:val="left" w:pos="{begins}"/>'
        f'</w:tabs><w:ind w:left="{begins}" w:hanging="{begins}"/>'
    )


def _numbered(line: str, number: str) -> str:
    look = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return around("ListNumber", line, look)
