"""A counted result as a table: rank, what was voted on with a bar beneath, votes, people, share."""

from collections.abc import Callable

from workshop.domain.sheet import Bar, Place, Tally
from workshop.domain.words import Percent, Say, Words
from workshop.export.element import Element, name
from workshop.export.grid import WIDTH, bar, grid
from workshop.export.piece import pieces, plain
from workshop.language import Tongue

_OUTCOMES: dict[Place, Words] = {
    "certain": Say("Chosen"),
    "chosen": Say("Chosen"),
    "tied": Say("Tied"),
    "out": "–",
}
Column = tuple[Words, int, Callable[[Bar], Words]]


def ranking(tally: Tally, tongue: Tongue) -> Element:
    """The table of a result; columns that nobody counted are left out."""
    columns = _columns(tally)
    widths = [width for _, width, _ in columns]
    widths[1] = WIDTH - sum(widths) + widths[1]
    table = grid(
        [pieces(head, tongue) for head, _, _ in columns],
        [[pieces(cell(row), tongue) for _, _, cell in columns] for row in tally.bars],
        widths,
        plain(tally.caption, tongue),
    )
    _draw_bars(table, tally, widths[1])
    return table


def _columns(tally: Tally) -> list[Column]:
    columns: list[Column] = [
        (Say("Rank"), 900, lambda row: row.rank),
        (Say("Improvement area"), 0, lambda row: row.words),
        (Say("Votes"), 1000, lambda row: row.votes),
    ]
    if any(row.people is not None for row in tally.bars):
        columns.append((Say("People"), 1200, lambda row: _known(row.people)))
    if any(row.share is not None for row in tally.bars):
        columns.append((Say("Share"), 1000, lambda row: _share(row.share)))
    columns.append((Say("Outcome"), 1200, lambda row: _OUTCOMES[row.place]))
    return columns


def _draw_bars(table: Element, tally: Tally, width: int) -> None:
    rows = table.findall(name("tr"))[1:]
    for row, result in zip(rows, tally.bars, strict=True):
        if result.votes and tally.most:
            bar(row.findall(name("tc"))[1], width, min(result.votes / tally.most, 1))


def _known(count: int | None) -> Words:
    return "–" if count is None else count


def _share(share: float | None) -> Words:
    return "–" if share is None else Percent(share)
