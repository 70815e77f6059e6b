"""Fields that are typed on one line: texts, numbers, days and parties."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.suggester import Suggester
from textual.widgets import Input

from workshop.domain.form import Answers, DateField, Line, Number, PartyField
from workshop.domain.words import Say
from workshop.language import Tongue
from workshop.tui.fields.box import Box

Typed = Line | Number | DateField | PartyField
DAY = Say("year-month-day")


class Known(Suggester):
    """Completes what is known already; with `many`, the part after the last semicolon."""

    def __init__(self, known: Sequence[str], many: bool = False) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known
        self._many = many

    async def get_suggestion(self, value: str) -> str | None:
        head, sign, tail = value.rpartition(";") if self._many else ("", "", value)
        start = tail.lstrip()
        if not start:
            return None
        space = tail[: len(tail) - len(start)]
        for known in self._known:
            if known.casefold().startswith(start.casefold()):
                return f"{head}{sign}{space}{known}"
        return None


class TypedBox(Box):
    """One line; the room reads and checks what it means."""

    def __init__(self, asked: Typed, tongue: Tongue) -> None:
        super().__init__(asked, tongue)
        self._value, self._known, self._many = _given(asked)
        self._example = tongue(DAY) if isinstance(asked, DateField) else ""
        self._brings = asked.brings if isinstance(asked, Line) else {}
        self._last = self._value.strip().casefold()

    def compose_input(self) -> ComposeResult:
        suggester = Known(self._known, self._many) if self._known else None
        yield Input(self._value, placeholder=self._example, suggester=suggester)

    def answers(self) -> Answers:
        return {self.asked.name: [self.query_one(Input).value]}

    def fill(self, raw: str) -> None:
        self.query_one(Input).value = raw

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """What is known brings its answers along; written on, it takes them back."""
        event.stop()
        text = event.value.strip().casefold()
        if text == self._last:
            return
        before, after = self._brings.get(self._last, {}), self._brings.get(text, {})
        self._last = text
        if fills := dict.fromkeys(before, "") | dict(after):
            self.post_message(self.Filled({name: [raw] for name, raw in fills.items()}))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done())


def _given(asked: Typed) -> tuple[str, Sequence[str], bool]:
    """What stands in it at first, what it completes, and whether several fit."""
    match asked:
        case Line():
            return asked.value, asked.known, False
        case PartyField():
            return asked.value, [label for label, _ in asked.known], asked.many
        case Number():
            return "" if asked.value is None else str(asked.value), (), False
        case DateField():
            return asked.value.isoformat() if asked.value else "", (), False
