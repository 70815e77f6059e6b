"""A calm screen in place of the stage, until the facilitator shows it again."""

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workshop.domain.words import Own, Say, Words
from workshop.language import Tongue
from workshop.tui.drawing.letters import large


class Hidden(ModalScreen[None]):
    """Shows the network's name and nothing else; the full stop brings the stage back."""

    CSS_PATH = "hidden.tcss"
    BINDINGS = [("full_stop", "dismiss", ""), ("escape", "dismiss", "")]

    def __init__(self, words: Words, tongue: Tongue) -> None:
        super().__init__()
        self._words = words
        self._tongue = tongue

    def compose(self) -> ComposeResult:
        yield Static(self._drawn(), id="name")
        yield Static(Content(self._tongue(Say("Press . to go on"))), id="on")

    def on_resize(self) -> None:
        self.query_one("#name", Static).update(self._drawn())

    def _drawn(self) -> Content:
        name = self._tongue(self._words)
        lines = large(name, max(10, self.app.size.width - 8))
        return Content("\n".join(lines)) if lines else Content.styled(name, "bold")


def hidden(network: str, title: Words, tongue: Tongue) -> Hidden:
    """The screen with the network's name, or the meeting's title where it has none."""
    return Hidden(Own(network) if network else title, tongue)
