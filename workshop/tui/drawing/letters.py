"""Draws text in large letters from quarter blocks, where every letter of it can be drawn."""

from functools import lru_cache
from unicodedata import normalize

from rich.cells import cell_len

from workshop.tui.drawing.glyphs import GLYPHS, MARKS

ABOVE = 2  # pixel rows over the capitals, for rings and dots
ROWS = 10  # two above, seven of the letter, one below
QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

Column = int  # a bit for each pixel row, the lowest on top


def drawable(text: str) -> bool:
    """Whether all of this can be drawn large."""
    return all(_known(letter) for letter in text)


@lru_cache(maxsize=1024)
def dots(letter: str) -> int:
    """How many dots a letter has when it is drawn large; those of a piece that is drawn already.

    One for a letter that cannot be drawn large, none for what leaves no trace.
    """
    if letter in QUARTERS:
        return QUARTERS.index(letter).bit_count()
    if _known(letter):
        return sum(column.bit_count() for column in _letter(letter))
    return int(letter.isprintable() and bool(cell_len(letter)))


def length(text: str) -> int:
    """How many cells the text takes on one line of large letters."""
    return (len(_columns(text)) + 1) // 2


@lru_cache(maxsize=1024)
def _known(letter: str) -> bool:
    base, *marks = list(normalize("NFD", letter))
    return base in GLYPHS and all(mark in MARKS for mark in marks) and len(marks) <= 1


@lru_cache(maxsize=2048)  # a long list at a few widths, again and again as it grows
def large(text: str, width: int, wide: bool = False, zoom: int = 1) -> tuple[str, ...] | None:
    """The text as lines of quarter blocks, wrapped; None where it cannot be drawn so.

    `wide` makes pixels as wide as they are high: twice the width, for figures. `zoom` makes them
    so many times as wide and high.
    """
    if not text or not drawable(text):
        return None
    pixels = (width if wide else width * 2) // zoom
    rows = _wrapped([word for word in text.split(" ") if word], pixels)
    if rows is None:
        return None
    return tuple(line for row in rows for line in _lines(_columns(row), wide, zoom))


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
    base, *mark = list(normalize("NFD", letter))
    digits = GLYPHS[base]
    columns = [int(digits[n : n + 2], 16) << ABOVE for n in range(0, len(digits), 2)]
    for column, row in _mark(MARKS[mark[0]], len(columns), base.islower()) if mark else ():
        columns[column] |= 1 << row
    return tuple(columns)


def _mark(mark: str, width: int, low: bool) -> list[tuple[int, int]]:
    """The pixels of a mark, as (column, row); over small letters it stands lower."""
    down, left, right = (2 if low else 0), (width - 1) // 2, width // 2
    match mark:
        case "dots":
            return [(max(0, left - 1), down), (min(width - 1, right + 1), down)]
        case "ring" if left == right:
            return [(left, 0), (left - 1, 1), (left + 1, 1)]
        case "ring":
            return [(n, row) for n in (left, right) for row in (0, 2)] + [
                (left - 1, 1),
                (right + 1, 1),
            ]
        case "acute" | "grave" if low:
            turned = 1 if mark == "acute" else -1
            return [(left, down), (left + turned, down - 1)]
        case "hat" if low:
            return [(left, down - 1), (left - 1, down), (left + 1, down)]
        case _:
            return [(left, down)]


def _lines(columns: tuple[Column, ...], wide: bool, zoom: int) -> list[str]:
    pixels = [column for column in columns for _ in range(zoom * (2 if wide else 1))]
    pixels += [0] * (len(pixels) % 2)
    return [
        "".join(
            _quarter(pixels[n], pixels[n + 1], row // zoom, (row + 1) // zoom)
            for n in range(0, len(pixels), 2)
        )
        for row in range(0, ROWS * zoom, 2)
    ]


def _quarter(left: Column, right: Column, above: int, below: int) -> str:
    upper = (left >> above & 1) | (right >> above & 1) << 1
    lower = (left >> below & 1) | (right >> below & 1) << 1
    return QUARTERS[upper | lower << 2]
