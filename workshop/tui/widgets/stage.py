"""The stage: the current step as large as the window allows, a page at a time."""

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import var

from workshop.domain.sheet import Block, Board, Bullets
from workshop.domain.words import Say, said
from workshop.tui.commands import STAGE
from workshop.tui.drawing.pen import QUIET, STRONG, WARNING, Pen
from workshop.tui.drawing.piece import BLANK, Lines
from workshop.tui.drawing.reveal import Reveal, bars
from workshop.tui.drawing.scene import Drawer, Scene, lay
from workshop.tui.drawing.whole import FOOT, Laid
from workshop.tui.view import View
from workshop.tui.widgets.lined import Lined

MORE = Say("more below ↓")
CUT = Say("Not everything fits here. Make the window larger, or the letters smaller (<).")


class Stage(Lined, can_focus=True):
    """Draws a scene whenever it or the window changes; holds nothing but the page."""

    BINDINGS = [command.binding for command in STAGE]
    view: var[View | None] = var(None)
    page: var[int] = var(0)
    letters: var[int] = var(0)

    def __init__(self) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self._drawer = Drawer()
        self._reveal: Reveal | None = None
        self._laid: Laid | None = None

    class Passed(Message):
        """There is no further page in this direction: on to the next item (1), or back (-1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def watch_view(self, view: View | None) -> None:
        scene = view.scene if view else None
        if scene == self._scene:
            return
        before, self._reveal = self._scene, None
        if scene is None or self._scene is None or scene.key != self._scene.key:
            self.page = 0
        self._scene = scene
        follow = scene is not None and before is not None and self._grows(before, scene)
        self._lay()
        if follow and self._laid is not None:
            self.page = len(self._laid.pages) - 1
        if scene and before and before.key == scene.key and not bars(before.blocks):
            self._begin(bars(scene.blocks))

    def _grows(self, before: Scene, scene: Scene) -> bool:
        """Whether a list the room looks at the end of becomes longer: the end stays in sight."""
        kinds = [[type(block) for block in one.blocks] for one in (before, scene)]
        same = before.key == scene.key and kinds[0] == kinds[1]
        more = _things(scene.blocks) > _things(before.blocks)
        return same and more and self._laid is not None and self.page == len(self._laid.pages) - 1

    def on_key(self, event: events.Key) -> None:
        """Any key ends the suspense, and does nothing else."""
        if self._reveal is not None:
            self._end()
            event.stop()

    def _begin(self, count: int) -> None:
        """A result appears bar by bar, from the last page to the first."""
        if count and self._laid is not None and self.app.animation_level == "full":
            self._reveal = Reveal(self._drawer, count)
            self._reveal_shown(self._reveal)

    def _reveal_shown(self, reveal: Reveal) -> None:
        if self._laid is not None:
            self.page = reveal.page(self._laid.pages)
        self._show_page()
        self.set_timer(reveal.pause, self._reveal_on)

    def _reveal_on(self) -> None:
        if self._reveal is None:
            return
        if self._reveal.on():
            self._reveal_shown(self._reveal)
        else:
            self._end()

    def _end(self) -> None:
        """The whole result, from its beginning."""
        self._reveal, self.page = None, 0
        self._show_page()

    def on_resize(self, event: events.Resize) -> None:
        self._lay()

    def turn(self, by: int) -> bool:
        """Turns the page; False when there is none in that direction."""
        page = self.page + by
        if self._laid is None or not 0 <= page < len(self._laid.pages):
            return False
        self.page = page
        return True

    def action_pass(self, by: int) -> None:
        if not self.turn(by):
            self.post_message(self.Passed(by))

    def action_turn(self, by: int) -> None:
        self.turn(by)

    def action_letters(self, by: int) -> None:
        """Larger letters over more pages, or smaller ones; kept for the items that follow."""
        self.letters = max(-1, min(1, self.letters + by))
        self._lay()

    def _lay(self) -> None:
        width, height = self.content_size
        if self._scene is None or width < 1 or height < 1:
            return
        self._laid = lay(self._scene, width, height, self._drawer, self.letters)
        self.page = min(self.page, len(self._laid.pages) - 1)
        self._show_page()

    def watch_page(self) -> None:
        self._show_page()

    def _show_page(self) -> None:
        laid = self._laid
        if laid is None or self._scene is None:
            return
        lines = (*laid.top, BLANK, *laid.pages[self.page])
        if len(laid.pages) > 1 or laid.cut:
            lines = (*lines, *self._foot(laid, len(lines)))
        self.show(self._reveal.masked(lines) if self._reveal else lines)

    def _foot(self, laid: Laid, above: int) -> Lines:
        """Which page this is, on the last line."""
        assert self._scene is not None
        pen = Pen(self._scene.tongue, self.content_size.width)
        if laid.cut:
            return pen.write(CUT, WARNING)
        last = len(laid.pages)
        page = pen.say(said("Page %(page)s of %(of)s", page=self.page + 1, of=last), STRONG)
        keys = pen.say(said("%(back)s and %(on)s turn the page", back="[", on="]"), QUIET)
        more = pen.say(MORE, STRONG) if self.page < last - 1 else BLANK
        foot = Content("  ·  ").join(part for part in (page, more, keys) if part)
        space = max(FOOT - 1, self.content_size.height - above - 1)
        return (*([BLANK] * space), foot)


def _things(blocks: Iterable[Block]) -> int:
    """How many things stand in the lists of these blocks."""
    return sum(
        len(block.items)
        if isinstance(block, Bullets)
        else sum(len(column.items) for column in block.columns)
        for block in blocks
        if isinstance(block, Bullets | Board)
    )
