"""A counted result as a table: rank, what was voted on with a bar beneath, votes, people, share."""

from collections.abc import Callable

from workshop.domain.sheet import Bar, Place, Tally
from workshop.domain.words import Percent, Say, Words
from workshop.export.columns import WIDTH
from workshop.export.grid import bar, filled, table
from workshop.export.piece import pieces, plain
from workshop.language import Tongue

_OUTCOMES: dict[Place, Words] = {
    "certain": Say("Chosen"),
    "chosen": Say("Chosen"),
    "tied": Say("Tied"),
    "out": "–",
}
Column = tuple[Words, int, Callable[[Bar], Words]]


def ranking(
    tally: Tally,
    tongue: Tongue,
    width: int = WIDTH,
    followed: bool = False,
    letters: float = 1.0,
) -> str:
    """The table of a result; columns that nobody counted are left out.

    `letters` tells how much larger they are than ours.
    """
    columns = _columns(tally)
    widths = [round(wide * letters) for _, wide, _ in columns]
    widths[1] = width - sum(widths)
    rows = [filled([pieces(head, tongue) for head, _, _ in columns])]
    for row in tally.bars:
        cells = filled([pieces(cell(row), tongue) for _, _, cell in columns])
        cells[1] += _bar(row, tally, widths[1])
        rows.append(cells)
    return table(rows, widths, plain(tally.caption, tongue), followed=followed)


def _columns(tally: Tally) -> list[Column]:
    columns: list[Column] = [
        (Say("Rank"), 900, lambda row: row.rank),
        (Say("Area"), 0, lambda row: row.words),
        (Say("Votes"), 1000, lambda row: row.votes),
    ]
    if any(row.people is not None for row in tally.bars):
        columns.append((Say("People"), 1200, lambda row: _known(row.people)))
    if any(row.share is not None for row in tally.bars):
        columns.append((Say("Share"), 1000, lambda row: _share(row.share)))
    columns.append((Say("Outcome"), 1200, lambda row: _OUTCOMES[row.place]))
    return columns


def _bar(row: Bar, tally: Tally, width: int) -> str:
    return bar(width, min(row.votes / tally.most, 1)) if row.votes and tally.most else ""


def _known(count: int | None) -> Words:
    return "–" if count is None else count


def _share(share: float | None) -> Words:
    return "–" if share is None else Percent(share)
