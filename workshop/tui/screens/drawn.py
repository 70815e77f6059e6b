"""What every screen that lists something has in common: when it is drawn, what it says and asks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from workshop.domain.words import Language, Words
from workshop.language import Tongue, tongue
from workshop.tui.dialogs.confirm import YES, Confirm
from workshop.tui.drawing.keys import keys
from workshop.tui.drawing.pen import Pen
from workshop.tui.outcome import tell


class DrawnScreen(Screen[None]):
    """Drawn anew whenever the window or the language is another one."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    # Textual has a metaclass of its own, so it is the type checker that refuses one without it.
    @abstractmethod
    def draw(self) -> None:
        """Everything as it stands now."""

    @property
    def tongue(self) -> Tongue:
        return tongue(self.language)

    @property
    def wide(self) -> Pen:
        """For what goes from edge to edge: the title, the keys."""
        return Pen(self.tongue, max(40, self.size.width - 4))

    def on_mount(self) -> None:
        self.watch(self.app, "language", self.speak, init=False)

    def on_resize(self) -> None:
        self.draw()

    def speak(self, language: Language) -> None:
        self.language = language
        self.draw()

    def draw_keys(self, shown: Iterable[tuple[str, Words]]) -> None:
        """The keys at the foot, and what they do."""
        drawn = Content("\n").join(keys(shown, self.wide))
        self.query_one("#keys", Static).update(drawn)

    def tell(self, words: Words) -> None:
        tell(self, words, self.tongue)

    async def sure(self, question: Words, yes: Words = YES) -> bool:
        return await self.app.push_screen_wait(Confirm(question, self.tongue, yes)) is True
