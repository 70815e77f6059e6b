"""A list to choose from: arrows and space, and typing searches.

Choosing ends the search: whoever types again looks for something else.
"""

from abc import abstractmethod
from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Shown

from workshop.domain.form import Option
from workshop.domain.words import Say, Words, said
from workshop.language import Tongue
from workshop.tui.drawing.bullet import marked
from workshop.tui.drawing.pen import Pen

READABLE = 20
NOTHING = Say("Nothing here fits.")
SEARCHING = Say("Searching for “%(sought)s”; backspace takes letters away.")


def searching(text: str) -> Words:
    """What is being searched for, and how to stop."""
    return said(SEARCHING.text, sought=text)


class Choices(OptionList):
    """Draws a mark before each option; subclasses say which mark, and what choosing does."""

    BINDINGS = [
        Binding("space", "select", show=False),
        Binding("enter", "finish", show=False),
        Binding("backspace", "shorten", show=False),
    ]

    class Finished(Message):
        """Enter was pressed."""

    class Searched(Message):
        """The search text changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Changed(Message):
        """Something was chosen or taken back: `option` is the one pressed."""

        def __init__(self, option: Option) -> None:
            super().__init__()
            self.option = option

    def __init__(self, options: Sequence[Option], tongue: Tongue) -> None:
        super().__init__(markup=False)
        self.all = {option.key: option for option in options}
        self._tongue = tongue
        self._search = ""

    def on_mount(self) -> None:
        self._list()

    def on_focus(self) -> None:
        # The first press of space chooses: it must have something to choose.
        if self.highlighted is None and not self.options[0].disabled:
            self.highlighted = self.first()

    def first(self) -> int:
        """Where the arrows begin."""
        return 0

    # Textual has a metaclass of its own, so it is the type checker that refuses one without these.
    @abstractmethod
    def mark(self, key: str) -> str:
        """What stands before an option."""

    @abstractmethod
    def press(self, key: str) -> None:
        """An option was chosen, or chosen again."""

    def action_finish(self) -> None:
        self.post_message(self.Finished())

    def action_shorten(self) -> None:
        self._find(self._search[:-1])

    def on_key(self, event: events.Key) -> None:
        if event.is_printable and event.character and event.key != "space":
            event.stop()
            event.prevent_default()
            self._find(self._search + event.character)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.choose(event.option.id or "")

    def choose(self, key: str) -> None:
        """Chooses an option and draws the marks anew."""
        self.press(key)
        if self._search:
            self._find("", key)
        self.redraw()
        self.post_message(self.Changed(self.all[key]))

    def redraw(self) -> None:
        for number, shown in enumerate(self.options):
            if shown.id is not None:
                self.replace_option_prompt_at_index(number, self._prompt(shown.id))

    def _find(self, text: str, here: str | None = None) -> None:
        self._search = text
        self._list()
        if here is not None:
            self.highlighted = self.get_option_index(here)
        else:
            self.highlighted = None if self.options[0].disabled else 0
        self.post_message(self.Searched(text))

    def _list(self) -> None:
        """The options that fit; a list of none still has a line, or it could not be focused."""
        sought = self._search.casefold()
        fit = [key for key, one in self.all.items() if sought in self._tongue(one.words).casefold()]
        self.clear_options()
        self.add_options(Shown(self._prompt(key), id=key) for key in fit)
        if not fit:
            self.add_option(Shown(self._tongue(NOTHING), disabled=True))

    def on_resize(self) -> None:
        self.redraw()

    def _prompt(self, key: str) -> Content:
        option = self.all[key]
        pen = Pen(self._tongue, max(READABLE, self.scrollable_content_region.width))
        sign = Content.styled(f"{self.mark(key)} ", "bold")
        # The dash has no colour of its own: the light on a line would swallow it.
        lines = marked(pen.say(option.words), pen.say(option.hint, "italic"), sign, pen, dash="")
        return Content("\n").join(lines)
