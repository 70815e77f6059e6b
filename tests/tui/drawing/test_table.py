"""What a row says at a glance is drawn beneath it."""

from itertools import pairwise

import pytest
from textual.content import Content

from workshop.domain.sheet import Table
from workshop.domain.words import Own
from workshop.language import tongue
from workshop.tui.drawing.gauge import gauge
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.table import table

LONG = Own("Arbeidslivskriminalitetsforebyggingskoordinator og underentreprenørskjeder " * 2)
BARS = Table(
    ("Question", "Mean"),
    (("First", "5.0"), ("Second", "–"), ("Third", "3.0")),
    "",
    (1.0, None, 0.5),
)


def drawn(block: Table, pen: Pen) -> list[str]:
    return [line.plain for piece in table(block, pen) for line in piece.cut(99)[0]]


def filled(line: str) -> int:
    return line.count("█")


def test_a_bar_lies_beneath_its_row_and_none_where_there_is_nothing_to_show() -> None:
    lines = [line for line in drawn(BARS, Pen(tongue("en"), 40)) if line]
    below = dict(pairwise(lines))
    bars = {line.split()[0]: filled(after) for line, after in below.items()}
    assert (bars["First"], bars["Second"], bars["Third"]) == (40, 0, 20)


def test_rows_too_wide_for_columns_keep_their_bars() -> None:
    wide = Table(("Question", "Mean", "Why"), ((LONG, "5.0", LONG),), "", (0.25,))
    assert filled(drawn(wide, Pen(tongue("en"), 40))[-1]) == 10


@pytest.mark.parametrize(("share", "shown"), [(0, ""), (1, "████"), (0.5, "██"), (0.53, "██▏")])
def test_a_bar_is_exact_to_an_eighth_of_a_cell(share: float, shown: str) -> None:
    assert gauge(share, 4).plain == f"{shown:<4}"
    assert isinstance(gauge(share, 4), Content)
