"""A field for several texts: Enter begins the next, a pasted list becomes as many."""

import re
import secrets

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from workshop.domain.form import Answers, Lines
from workshop.language import Tongue
from workshop.tui.fields.box import Box

# What stands before the things of a list that was copied from somewhere else.
LEAD = re.compile(r"^\s*(?:[-–—•*·◦▪‣]+|\(?\d{1,2}[.)])(?=\s|$)")


class Row(Input):
    """One text; its id stays the same however often it is sent."""

    BINDINGS = [
        Binding("up", "neighbour(-1)", show=False),
        Binding("down", "neighbour(1)", show=False),
    ]

    class Pasted(Message):
        """Several lines were pasted at once; the first is in the row already."""

        def __init__(self, row: "Row", lines: list[str]) -> None:
            super().__init__()
            self.row = row
            self.lines = lines

    class Left(Message):
        """The arrow keys go to the row above or below."""

        def __init__(self, row: "Row", by: int) -> None:
            super().__init__()
            self.row = row
            self.by = by

    def __init__(self, card: str, text: str = "") -> None:
        super().__init__(text)
        self.card = card

    def action_neighbour(self, by: int) -> None:
        self.post_message(self.Left(self, by))

    def _on_paste(self, event: events.Paste) -> None:
        lines = [LEAD.sub("", line).strip() for line in event.text.splitlines()]
        first, *rest = [line for line in lines if line] or [""]
        self.insert_text_at_cursor(first)
        event.stop()
        event.prevent_default()
        if rest:
            self.post_message(self.Pasted(self, rest))


class LinesBox(Box):
    """Rows that grow as one writes."""

    asked: Lines

    class Written(Message):
        """A text is complete: Enter was pressed after it, or a list was pasted."""

    def __init__(self, asked: Lines, tongue: Tongue) -> None:
        super().__init__(asked, tongue)
        self._value = asked.value

    def compose_input(self) -> ComposeResult:
        with Vertical(classes="rows"):
            for card, text in self._value:
                yield Row(card, text)
            yield Row(fresh())

    def answers(self) -> Answers:
        return {f"{self.asked.name}.{row.card}": [row.value] for row in self.rows}

    @property
    def rows(self) -> list[Row]:
        return list(self.query(Row))

    async def empty(self) -> None:
        """New rows with new ids: what was sent is in the meeting now."""
        rows = self.query_one(".rows")
        await rows.remove_children()
        await rows.mount(Row(fresh()))

    def begin(self) -> None:
        self.rows[-1].focus()

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        row = event.input
        assert isinstance(row, Row)
        if not row.value.strip():
            self.post_message(self.Done())
        else:
            await self._below(row)
            self.post_message(self.Written())

    async def _below(self, row: Row) -> None:
        rows = self.rows
        place = rows.index(row) + 1
        if place == len(rows):
            await self._add([""])
        self.rows[place].focus()

    @on(Row.Pasted)
    async def _pasted(self, event: Row.Pasted) -> None:
        event.stop()
        await self._after(event.row, event.lines)
        self.post_message(self.Written())

    @on(Row.Left)
    def _left(self, event: Row.Left) -> None:
        event.stop()
        rows = self.rows
        place = rows.index(event.row) + event.by
        if 0 <= place < len(rows):
            rows[place].focus()

    async def _after(self, row: Row, texts: list[str]) -> None:
        """Pasted lines stand where they were pasted; writing goes on at their end."""
        pasted = [Row(fresh(), text) for text in texts]
        await self.query_one(".rows").mount_all(pasted, after=row)
        pasted[-1].focus()

    async def _add(self, texts: list[str]) -> None:
        await self.query_one(".rows").mount_all(Row(fresh(), text) for text in texts)


def fresh() -> str:
    """An id for a new card."""
    return secrets.token_hex(6)
