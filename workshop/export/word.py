"""Draws blocks as a Word document: one branch for each kind of block, looks from the template."""

from collections.abc import Sequence
from datetime import datetime
from importlib import resources
from io import BytesIO
from typing import assert_never

import docx

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
    Note,
    Roster,
    Seat,
    Table,
    Tally,
    Tone,
)
from workshop.domain.words import Joined, Words
from workshop.export import page
from workshop.export.element import Element, add, append, line_break, name, new, paragraph, tab
from workshop.export.grid import grid
from workshop.export.outline import filled, has
from workshop.export.package import timeless
from workshop.export.piece import Piece, pieces, plain
from workshop.export.ranking import ranking
from workshop.language import Tongue

TEMPLATE = resources.files("workshop") / "export" / "template.docx"
_NOTES: dict[Tone, tuple[str, str]] = {
    "plain": ("BodyText", ""),
    "quiet": ("BodyText2", ""),
    "strong": ("BodyText", "Strong"),
    "warning": ("IntenseQuote", ""),
}
_LABEL = 24  # letters that fit before the values of facts
_NUMBERS = 1  # the numbered list among the template's abstract lists


class Word:
    """A document being written, from the top down; without `names` nobody is named in it."""

    def __init__(self, tongue: Tongue, names: bool = True) -> None:
        self._tongue = tongue
        self._names = names
        self._document = docx.Document(BytesIO(TEMPLATE.read_bytes()))
        self._end = self._document.element.body.sectPr
        self._level = 0
        self._new_page = False
        self._last: Element = self._end

    def frame(self, title: Words, mark: Words, foot: Words, day: datetime) -> None:
        """Header, footer and what the file says about itself."""
        page.header(self._document, self._tongue, title, mark)
        page.footer(self._document, self._tongue, foot)
        page.properties(self._document, self._tongue, title, day)

    def heading(self, words: Words, level: int) -> None:
        """A heading; a level that was skipped is closed up, so that the outline has no gaps."""
        self._level = min(level, self._level + 1, 4)
        self._put(paragraph(f"Heading{self._level}", self._pieces(words)))

    def text(self, words: Words, style: str = "BodyText", letters: str = "") -> None:
        """A paragraph; `style` and `letters` are style ids of the template."""
        self._put(paragraph(style, self._pieces(words), letters))

    def turn(self) -> None:
        """What comes next begins on a new page."""
        self._new_page = True

    def section(self, words: Words, blocks: Blocks, level: int = 2) -> None:
        """A heading and what lies beneath it; neither when there is nothing."""
        kept = filled(blocks, self._tongue)
        if kept:
            self.heading(words, level)
            self._draw_all(kept)

    def draw(self, *blocks: Block) -> None:
        self._draw_all(filled(blocks, self._tongue))

    def table(self, block: Table, widths: Sequence[int] = ()) -> None:
        """A table; `widths` are twentieths of a point, 9070 in all."""
        if has(block.caption, self._tongue):
            self.text(block.caption, "Caption")
        rows = [[self._pieces(cell) for cell in row] for row in block.rows]
        head = [self._pieces(cell) for cell in block.head]
        self._put(grid(head, rows, widths, plain(block.caption, self._tongue)))

    def to_bytes(self) -> bytes:
        if _is_table(self._last):
            self.text("", "NoSpacing")  # Word wants a paragraph last
        out = BytesIO()
        self._document.save(out)
        return timeless(out.getvalue())

    def _draw_all(self, blocks: Sequence[Block]) -> None:
        top = self._level  # the section these blocks lie in
        for block in blocks:
            self._draw(block, top)

    def _draw(self, block: Block, top: int) -> None:
        match block:
            case Heading(words, level):
                self.heading(words, top + level - 1)
            case Note(words, tone):
                self.text(words, *_NOTES[tone])
            case Bullets(items, numbered):
                self._bullets(items, numbered)
            case Table():
                self.table(block)
            case Facts(pairs):
                self._facts(pairs)
            case Figure(value, words):
                self._put(paragraph("BodyText", self._pieces(value), "Strong"))
                append(self._last, [Piece(" "), *self._pieces(words)])
            case Tally():
                self._tally(block)
            case Board():
                self._board(block)
            case Roster(seats, done):
                self._bullets([_seat(seat, done) for seat in seats])
            case Join():
                pass  # nobody joins a meeting from its minutes
            case _:
                assert_never(block)

    def _bullets(self, items: Sequence[Bullet], numbered: bool = False) -> None:
        style = "ListNumber" if numbered else "ListBullet"
        number = self._restarted() if numbered else ""
        for item in items:
            if not has(item.words, self._tongue):
                continue
            line = paragraph(style, self._pieces(item.words))
            if number:
                _number(line, number)
            if has(item.mark, self._tongue):
                append(line, [Piece(" – "), *self._pieces(item.mark)], "SubtleEmphasis")
            self._put(line)
            for under in item.under:
                if has(under, self._tongue):
                    self.text(under, "ListBullet2")

    def _restarted(self) -> str:
        """A fresh number of the numbered list, so that it counts from 1 again."""
        number = self._document.part.numbering_part.element.add_num(_NUMBERS)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return str(number.numId)

    def _facts(self, pairs: Sequence[tuple[Words, Words]]) -> None:
        for label, value in pairs:
            if has(value, self._tongue):
                line = paragraph("BodyTextIndent", self._pieces(label), "Strong")
                # A label that reaches into the other column has a line of its own.
                wide = len(plain(label, self._tongue)) > _LABEL
                (line_break if wide else tab)(line)
                append(line, self._pieces(value))
                self._put(line)

    def _tally(self, block: Tally) -> None:
        if has(block.caption, self._tongue):
            self.text(block.caption, "Caption")
        self._put(ranking(block, self._tongue))

    def _board(self, block: Board) -> None:
        level = self._level
        for column in block.columns:
            if column.items or has(column.empty, self._tongue):
                self._level = level
                self.heading(column.heading, level + 1)
                self._bullets(column.items)
                if not column.items:
                    self.text(column.empty, "BodyText2")
        self._level = level

    def _put(self, element: Element) -> None:
        if self._new_page:
            _turn(element)
            self._new_page = False
        elif _is_table(self._last) and not _has_air(element):
            self._end.addprevious(paragraph("NoSpacing"))
        self._end.addprevious(element)
        self._last = element

    def _pieces(self, words: Words) -> list[Piece]:
        return pieces(words, self._tongue, self._names)


def _turn(element: Element) -> None:
    """Begins a page with this heading, without the air it would have further down."""
    element[0].insert(1, new("pageBreakBefore"))
    add(element[0], "spacing", before="0")


def _is_table(element: Element) -> bool:
    return element.tag == name("tbl")


def _has_air(element: Element) -> bool:
    """Whether a paragraph keeps its distance by itself, as headings do."""
    style = element.find(f"{name('pPr')}/{name('pStyle')}")
    return style is not None and style.get(name("val"), "").startswith(("Heading", "Caption"))


def _seat(seat: Seat, done: Words) -> Bullet:
    return Bullet(Joined((seat.words, seat.hint)), mark=done if seat.ticked else "")


def _number(line: Element, number: str) -> None:
    look = add(line[0], "numPr")
    add(look, "ilvl", val="0")
    add(look, "numId", val=number)
