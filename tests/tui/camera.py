"""A phone's camera in front of the terminal: a picture of its cells, tilted, dim and blurred."""

from collections.abc import Sequence
from itertools import accumulate, chain

import zxingcpp
from rich.segment import Segment

from tests.tui.playing import Play

CELL = (8, 16)  # pixels of one cell, as wide and high as in a usual terminal font
LEAN = 0.06  # how much the phone is held askew
SOFT = 3  # pixels that run into one another
DIM = bytes(60 + value * 120 // 255 for value in range(256))  # a grey wall in daylight
HALVES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def seen(pilot: Play) -> list[str]:
    """What the codes on the screen say."""
    rows = [row for strip in pilot.app.screen._compositor.render_strips() for row in _rows(strip)]
    picture = _photographed(rows)
    width = len(picture[0])
    image = memoryview(b"".join(picture)).cast("B", shape=[len(picture), width])
    return [found.text for found in zxingcpp.read_barcodes(image)]


def _rows(strip: Sequence[Segment]) -> list[bytes]:
    """One line of cells as rows of grey pixels: each cell is an upper and a lower half."""
    cells = [halves for segment in strip for halves in _cells(segment)]
    halves = (bytes(chain.from_iterable([cell[n]] * CELL[0] for cell in cells)) for n in (0, 1))
    return [half for half in halves for _ in range(CELL[1] // 2)]


def _cells(segment: Segment) -> list[tuple[int, int]]:
    ink, paper = _grey(segment, "color", 230), _grey(segment, "bgcolor", 20)
    # A letter covers a part of its cell; only blocks cover a half of it wholly.
    letter = ((ink + paper) // 2,) * 2
    inks = (ink, paper)
    return [
        (inks[1 - HALVES[one][0]], inks[1 - HALVES[one][1]]) if one in HALVES else letter
        for one in segment.text
    ]


def _grey(segment: Segment, part: str, otherwise: int) -> int:
    colour = getattr(segment.style, part, None)
    triplet = colour.triplet if colour else None
    return round(sum(triplet) / 3) if triplet else otherwise


def _photographed(rows: Sequence[bytes]) -> list[bytes]:
    most = int(len(rows) * LEAN) + 1
    leaning = []
    for number, row in enumerate(rows):
        left = int(number * LEAN)
        leaning.append(bytes([90]) * left + _soft(row.translate(DIM)) + bytes([90]) * (most - left))
    return leaning


def _soft(row: bytes) -> bytes:
    """Each pixel the mean of those around it."""
    sums = [0, *accumulate(row)]
    last = len(row)
    return bytes(
        (sums[min(n + SOFT, last)] - sums[max(n - SOFT + 1, 0)])
        // (min(n + SOFT, last) - max(n - SOFT + 1, 0))
        for n in range(last)
    )
