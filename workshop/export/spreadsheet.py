"""The spreadsheet: measures, votes and contributions with real types, to sort and filter."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from workshop.domain.contribution import source, written
from workshop.domain.measure import AIM_NAMES, LEVEL_NAMES, MODE_NAMES, STATUS_NAMES
from workshop.domain.meeting import Meeting
from workshop.domain.tally import result, votings
from workshop.domain.words import Joined, Language, Own, Say, Words
from workshop.export.contributions import source_name, titled
from workshop.export.frame import began, speaking
from workshop.export.options import Options
from workshop.export.page import AUTHOR, DRAFT
from workshop.export.piece import pieces
from workshop.export.register import areas, together, who
from workshop.export.voting import method, shown
from workshop.language import Tongue
from workshop.steps.outcome import share

Cell = Words | float | Decimal | date | bool | None
Row = Sequence[Cell]
_LONGEST = 32_767  # letters that a cell may hold
_WIDEST, _NARROWEST = 60, 8
_SHEETS = 31  # letters of a sheet's name
_LINE, _TALLEST = 15, 400  # points
_ACROSS = 140  # letters that can be read on a page across
_A4 = 9  # as the file format numbers paper


def spreadsheet(meeting: Meeting, language: Language, options: Options | None = None) -> bytes:
    """An .xlsx file; every text is written as text, never as a formula or a link."""
    chosen, out = options or Options(), BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    tongue = speaking(meeting, language)
    title = tongue(meeting.title)
    about = {"title": title, "author": AUTHOR, "status": DRAFT, "created": began(meeting)}
    book.set_properties(about)
    sheets = Sheets(book, tongue, chosen.names)
    sheets.add(Say("Measures"), *_measures(meeting, chosen))
    sheets.add(Say("Votes"), *_votes(meeting))
    sheets.add(Say("Contributions"), *_contributions(meeting))
    sheets.add(Say("Method"), *_method(meeting))
    book.close()
    return out.getvalue()


class Sheets:
    """Tables of a workbook: a frozen header with filters, columns as wide as what they hold."""

    def __init__(self, book: Any, tongue: Tongue, names: bool) -> None:
        self._book, self._tongue, self._names = book, tongue, names
        self._head = book.add_format({"bold": True, "bg_color": "#E9EEF4", "bottom": 1})
        self._text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self._figure = book.add_format({"valign": "top"})
        self._day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
        self._mean = book.add_format({"valign": "top", "num_format": "0.0"})
        self._share = book.add_format({"valign": "top", "num_format": "0%"})

    def add(self, name: Words, head: Sequence[Words], rows: Sequence[Row]) -> None:
        sheet = self._book.add_worksheet(self._tongue(name)[:_SHEETS])
        heads = [self._said(words) for words in head]
        for column, words in enumerate(heads):
            sheet.write_string(0, column, words, self._head)
        found = [self._row(sheet, number, row) for number, row in enumerate(rows, start=1)]
        widths = [len(words) + 3 for words in heads]
        widths = [max(column) for column in zip(widths, *found, strict=True)]
        widths = [min(max(width, _NARROWEST), _WIDEST) for width in widths]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for number, row in enumerate(found, start=1):
            _raise(
                sheet, number, max(-(-one // wide) for one, wide in zip(row, widths, strict=True))
            )
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
        _for_print(sheet, -(-sum(widths) // _ACROSS))

    def _row(self, sheet: Any, number: int, row: Row) -> list[int]:
        """Writes a row; returns how wide each cell would like to be."""
        return [self._write(sheet, number, column, cell) for column, cell in enumerate(row)]

    def _write(self, sheet: Any, row: int, column: int, cell: Cell) -> int:
        """Writes one cell as what it is; returns how many letters wide it is."""
        match cell:
            case None:
                return 0
            case bool():
                sheet.write_boolean(row, column, cell, self._figure)
            case Decimal():
                sheet.write_number(row, column, cell, self._mean)
            case float():
                sheet.write_number(row, column, cell, self._share)
            case int():
                sheet.write_number(row, column, cell, self._figure)
            case date():
                midnight = datetime(cell.year, cell.month, cell.day)
                sheet.write_datetime(row, column, midnight, self._day)
            case _:
                text = self._said(cell)
                sheet.write_string(row, column, text, self._text)
                return max((len(line) for line in text.split("\n")), default=0) + 2
        return 12

    def _said(self, words: Words) -> str:
        return "".join(p.text for p in pieces(words, self._tongue, self._names))[:_LONGEST]


def _raise(sheet: Any, number: int, lines: int) -> None:
    """As tall as its longest text; not every program finds that out by itself."""
    if lines > 1:
        sheet.set_row(number, min(lines * _LINE, _TALLEST))


def _for_print(sheet: Any, pages: int) -> None:
    """On A4 across; each page has the header, and those of a wide table its first columns."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(pages, 0)
    sheet.repeat_rows(0)
    if pages > 1:
        sheet.repeat_columns(0, 1)
    sheet.set_footer("&L&A&R&P / &N")


Table = tuple[Sequence[Words], Sequence[Row]]


def _measures(meeting: Meeting, options: Options) -> Table:
    head = (
        *(Say("No."), Say("Measure"), Say("Improvement area"), Say("Responsible"), Say("Accepted")),
        *(Say("Together with"), Say("Deadline"), Say("Deadline in words"), Say("Status")),
        *(Say("Kind of measure"), Say("How we work"), Say("Level"), Say("Next step")),
        *(Say("How we measure"), Say("Resources"), Say("Obstacle"), Say("The way past it")),
        *(Say("To be informed"), Say("Mandate"), Say("Contact point"), Say("Handled elsewhere")),
    )
    rows = []
    for area in areas(meeting):
        for number, m in area.measures:
            owner = who(m.responsible, options) if m.responsible else None
            rows.append(
                (
                    *(number, m.words, area.words, owner, m.accepted, together(m, options)),
                    *(m.deadline, Own(m.deadline_words), STATUS_NAMES[m.status]),
                    *(AIM_NAMES.get(m.aim), MODE_NAMES.get(m.mode), LEVEL_NAMES.get(m.level)),
                    *(Own(text) for text in (m.next_step, m.indicator, m.resources)),
                    *(Own(text) for text in (m.obstacle, m.way_past)),
                    Joined(tuple(who(party, options) for party in m.informed), "; "),
                    *(Own(text) for text in (m.mandate, m.contact, m.elsewhere)),
                )
            )
    return head, rows


def _votes(meeting: Meeting) -> Table:
    head = (
        *(Say("Vote"), Say("Round"), Say("Rank"), Say("Improvement area"), Say("Votes")),
        *(Say("People"), Say("Share"), Say("Chosen")),
    )
    rows: list[Row] = []
    for number, round_ in enumerate(votings(meeting), start=1):
        if not shown(meeting, round_):
            continue
        found, settled = result(round_), round_.settled.items if round_.settled else ()
        for row in found.rows:
            words = meeting.cards[row.item].words if row.item in meeting.cards else ""
            goes_on = row.place == "certain" or row.item in settled
            title = meeting.point(round_.step).title
            of_all = share(row.people or None, found.present)
            rows.append((title, number, row.rank, words, row.votes, row.people, of_all, goes_on))
    return head, rows


def _contributions(meeting: Meeting) -> Table:
    head = (Say("Where"), Say("Contribution"), Say("Gathered under"), Say("From"), Say("Language"))
    rows: list[Row] = []
    for card in written(meeting):
        above = meeting.cards.get(card.under or "")
        under = above.words if above else None
        spoken = card.language or ""
        rows.append(
            (
                titled(meeting, card),
                card.words,
                under,
                source_name(meeting, source(meeting, card)),
                spoken,
            )
        )
    return head, rows


def _method(meeting: Meeting) -> Table:
    head = (Say("Vote"), Say("Round"), Say("What"), Say("How"))
    rows: list[Row] = []
    for number, round_ in enumerate(votings(meeting), start=1):
        title = meeting.point(round_.step).title
        if round_.state == "cancelled":
            rows.append((title, number, Say("Cancelled"), Say("Its ballots were never counted.")))
        elif shown(meeting, round_):
            rows += [
                (title, number, what, how) for what, how in method(meeting, round_) if how != ""
            ]
    return head, rows
