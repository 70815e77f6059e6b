"""What every field has: a label, a hint, an input, and a place to say what is wrong."""

from abc import abstractmethod

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from workshop.domain.form import Answers, Asked
from workshop.domain.words import Say
from workshop.language import Tongue

REQUIRED = Say("(needed)")


class Box(Vertical):
    """One field. Subclasses compose the input and say what is answered."""

    class Done(Message):
        """Enter was pressed: on to the next field."""

    class Filled(Message):
        """Something was picked that fills other fields: raw values by their names."""

        def __init__(self, fills: Answers) -> None:
            super().__init__()
            self.fills = fills

    def __init__(self, asked: Asked, tongue: Tongue) -> None:
        super().__init__()
        self.asked = asked
        self.tongue = tongue

    def compose(self) -> ComposeResult:
        label = Content.styled(self.tongue(self.asked.label), "bold $strong")
        if self.asked.required:
            label = Content.assemble(label, " ", (self.tongue(REQUIRED), "$quiet"))
        yield Static(label, classes="label")
        if self.asked.hint:
            yield Static(Content(self.tongue(self.asked.hint)), classes="hint")
        yield from self.compose_input()
        yield Static(Content(""), classes="complaint")

    # Textual has a metaclass of its own, so it is the type checker that refuses one without these.
    @abstractmethod
    def compose_input(self) -> ComposeResult:
        """The input itself."""

    @abstractmethod
    def answers(self) -> Answers:
        """The raw answers, by the names of the inputs."""

    def fill(self, raw: str) -> None:
        """Puts another value in place of what stands there."""

    def clear(self) -> None:
        """Empties it for the next entry."""
        self.fill("")

    def complain(self, sentence: str) -> None:
        """Says beside the field what is wrong; an empty sentence takes it away."""
        spot = self.query_one(".complaint", Static)
        spot.update(Content(f" ! {sentence}") if sentence else Content(""))
        spot.set_class(bool(sentence), "shown")

    def begin(self) -> None:
        """Puts the cursor where typing starts."""
        first = next((one for one in self.query(Widget) if one.focusable), None)
        if first is not None:
            first.focus(scroll_visible=False)

    def on_descendant_focus(self) -> None:
        # The label comes into view with its input: an input alone does not say what it wants.
        self.call_after_refresh(self.scroll_visible, animate=False)
