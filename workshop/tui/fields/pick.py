"""Fields where one, several or no options are picked."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from workshop.domain.form import Answers, Pick
from workshop.domain.words import Count, Say
from workshop.language import Tongue
from workshop.tui.fields.box import Box
from workshop.tui.fields.choices import Choices, searching

ONE = Say("Arrows and space choose.")
SEARCH = Say("Arrows and space choose; typing searches.")
MANY = 8


class PickList(Choices):
    """Remembers the order in which things were chosen."""

    def __init__(self, asked: Pick, tongue: Tongue) -> None:
        super().__init__(asked.options, tongue)
        self._one = asked.at_most == 1
        self._ordered = asked.at_least > 0
        self.needed = asked.required or asked.at_least > 0
        self.chosen = list(asked.value)

    def first(self) -> int:
        """The option that is chosen already."""
        return next((n for n, key in enumerate(self.all) if key in self.chosen), 0)

    def mark(self, key: str) -> str:
        if self._one:
            return "(●)" if key in self.chosen else "( )"
        if key not in self.chosen:
            return "[ ]"
        # Where something has to be chosen, which comes first may matter: it is numbered.
        return f"[{self.chosen.index(key) + 1}]" if self._ordered else "[✓]"

    def press(self, key: str) -> None:
        if self._one and self.needed:
            self.chosen = [key]  # what is chosen already is not taken back by choosing it again
        elif key in self.chosen:
            self.chosen.remove(key)
        elif self._one:
            self.chosen = [key]
        else:
            self.chosen.append(key)


class PickBox(Box):
    """One option (round marks) or several (square marks)."""

    asked: Pick

    def __init__(self, asked: Pick, tongue: Tongue) -> None:
        super().__init__(asked, tongue)
        self._pick = asked

    def compose_input(self) -> ComposeResult:
        yield PickList(self._pick, self.tongue)
        yield Static(self._told(""), classes="count")

    def answers(self) -> Answers:
        return {self.asked.name: list(self._list.chosen)}

    def fill(self, raw: str) -> None:
        self._list.chosen = [raw] if raw in self._list.all else []
        if self._list.chosen:
            self._list.highlighted = self._list.get_option_index(raw)
        self._list.redraw()

    def clear(self) -> None:
        """A choice stays: the next text is most often for the same group."""

    @property
    def _list(self) -> PickList:
        return self.query_one(PickList)

    @on(Choices.Finished)
    def _finished(self, event: Choices.Finished) -> None:
        event.stop()
        here = self._list.highlighted_option
        if self._list.needed and not self._list.chosen and here is not None:
            self._list.choose(here.id or "")
        self.post_message(self.Done())

    @on(Choices.Changed)
    def _changed(self, event: Choices.Changed) -> None:
        event.stop()
        self.query_one(".count", Static).update(self._told(""))
        if event.option.fills and self._pick.at_most == 1 and self._list.chosen:
            fills = {name: [raw] for name, raw in event.option.fills.items()}
            self.post_message(self.Filled(fills))

    @on(Choices.Searched)
    def _searched(self, event: Choices.Searched) -> None:
        event.stop()
        self.query_one(".count", Static).update(self._told(event.text))

    def _told(self, search: str) -> Content:
        if search:
            return Content(self.tongue(searching(search)))
        how = self.tongue(SEARCH if len(self._pick.options) > MANY else ONE)
        if self._pick.at_most == 1:
            return Content(how)
        chosen = self._list.chosen if self.is_mounted else self._pick.value
        count = Count("%(n)s chosen", "%(n)s chosen", len(chosen))
        return Content(f"{how}  {self.tongue(count)}")
