"""Draws text in large letters from quarter blocks, where every letter of it can be drawn."""

from functools import lru_cache

from workshop.tui.drawing.glyphs import ACCENTED, GLYPHS

ABOVE = 2  # pixel rows over the capitals, for rings and dots
ROWS = 10  # two above, seven of the letter, one below
QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

Column = int  # a bit for each pixel row, the lowest on top


def drawable(text: str) -> bool:
    """Whether all of this can be drawn large."""
    return all(letter in GLYPHS or letter in ACCENTED for letter in text)


@lru_cache(maxsize=256)
def large(text: str, width: int, wide: bool = False) -> tuple[str, ...] | None:
    """The text as lines of quarter blocks, wrapped; None where it cannot be drawn so.

    `wide` makes pixels as wide as they are high: twice the width, for figures.
    """
    if not text or not drawable(text):
        return None
    rows = _wrapped(text.split(), width if wide else width * 2)
    if rows is None:
        return None
    return tuple(line for row in rows for line in _lines(_columns(row), wide))


def _wrapped(words: list[str], pixels: int) -> list[str] | None:
    rows = [""]
    for word in words:
        longer = f"{rows[-1]} {word}".strip()
        if len(_columns(longer)) <= pixels:
            rows[-1] = longer
        elif len(_columns(word)) <= pixels:
            rows.append(word)
        else:
            return None
    return [row for row in rows if row]


@lru_cache(maxsize=512)
def _columns(text: str) -> tuple[Column, ...]:
    columns: list[Column] = []
    for letter in text:
        columns += [*_letter(letter), 0]
    return tuple(columns[:-1])


@lru_cache(maxsize=256)
def _letter(letter: str) -> tuple[Column, ...]:
    if letter not in ACCENTED:
        digits = GLYPHS[letter]
        return tuple(int(digits[n : n + 2], 16) << ABOVE for n in range(0, len(digits), 2))
    base, mark = ACCENTED[letter]
    columns = list(_letter(base))
    for column, row in _mark(mark, len(columns), low=base.islower()):
        columns[column] |= 1 << row
    return tuple(columns)


def _mark(mark: str, width: int, low: bool) -> list[tuple[int, int]]:
    """The pixels of a mark, as (column, row); over small letters it stands two rows lower."""
    down, left, right = (2 if low else 0), (width - 1) // 2, width // 2
    if mark == "dots":
        return [(max(0, left - 1), down), (min(width - 1, right + 1), down)]
    if mark == "acute":
        return [(right, down), (left, down)] if low else [(right, 0)]
    if left == right:
        return [(left, down - 1 if low else 0), (left - 1, down), (left + 1, down)]
    return [(left, 0), (right, 0), (left - 1, 1), (right + 1, 1), (left, 2), (right, 2)]


def _lines(columns: tuple[Column, ...], wide: bool) -> list[str]:
    pixels = [column for column in columns for _ in range(2 if wide else 1)]
    pixels += [0] * (len(pixels) % 2)
    return [
        "".join(_quarter(pixels[n], pixels[n + 1], row) for n in range(0, len(pixels), 2))
        for row in range(0, ROWS, 2)
    ]


def _quarter(left: Column, right: Column, row: int) -> str:
    upper = (left >> row & 1) | (right >> row & 1) << 1
    lower = (left >> row + 1 & 1) | (right >> row + 1 & 1) << 1
    return QUARTERS[upper | lower << 2]
