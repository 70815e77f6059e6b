"""Says how large the window must be, until it is."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workshop.domain.words import said
from workshop.language import Tongue

WIDTH, HEIGHT = 60, 20


class TooSmall(ModalScreen[None]):
    """Lies over everything; nothing beneath is lost."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue

    def compose(self) -> ComposeResult:
        yield Static(self._told())

    def on_resize(self, event: events.Resize) -> None:
        if fits(event.size.width, event.size.height):
            # A window that is dragged resizes often; only the first of these may take this away.
            if self.app.screen is self:
                self.dismiss(None)
        else:
            self.query_one(Static).update(self._told())

    def _told(self) -> Content:
        width, height = self.app.size
        words = said(
            "The window is too small: %(width)s × %(height)s. It needs at least %(w)s × %(h)s.",
            width=width,
            height=height,
            w=WIDTH,
            h=HEIGHT,
        )
        return Content(self._tongue(words))


def fits(width: int, height: int) -> bool:
    return width >= WIDTH and height >= HEIGHT
