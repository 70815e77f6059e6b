"""The stage: the current step as large as the window allows, a page at a time."""

from collections.abc import Iterable

from textual import events
from textual.message import Message
from textual.reactive import var

from workshop.domain.sheet import Block, Board, Bullets
from workshop.tui.commands import STAGE
from workshop.tui.drawing.corner import beside_code, cornered
from workshop.tui.drawing.foot import foot
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import BLANK, Lines
from workshop.tui.drawing.reveal import Reveal, bars
from workshop.tui.drawing.scene import Drawer, Scene, lay
from workshop.tui.drawing.whole import Laid
from workshop.tui.view import View
from workshop.tui.widgets.lined import Lined


class Stage(Lined, can_focus=True):
    """Draws a scene whenever it or the window changes; holds nothing but the page.

    `invites` says that the code to join has no place of its own in this window.
    """

    BINDINGS = [command.binding for command in STAGE]
    view: var[View | None] = var(None)
    page: var[int] = var(0)
    letters: var[int] = var(0)
    invites: var[bool] = var(False)

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self._code: Lines = ()
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
        # A list the room looks at the end of becomes longer: the end stays in sight.
        follow = self._at_end and scene is not None and before is not None and grows(before, scene)
        self._lay()
        if follow and self._laid is not None:
            self.page = len(self._laid.pages) - 1
        if scene and before and before.key == scene.key and not bars(before.blocks):
            self._begin(bars(scene.blocks))

    @property
    def _at_end(self) -> bool:
        return self._laid is not None and self.page == len(self._laid.pages) - 1

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
        laid = lay(self._scene, width, height, self._drawer, self.letters)
        self._laid, self._code = laid, ()
        if self.invites and self.view and not self.view.meeting.ended:
            self._laid, self._code = beside_code(
                self._scene, laid, (width, height), self.address, self.letters
            )
        self.page = min(self.page, len(self._laid.pages) - 1)
        self._show_page()

    def watch_invites(self) -> None:
        self._lay()

    def watch_page(self) -> None:
        self._show_page()

    def _show_page(self) -> None:
        laid = self._laid
        if laid is None or self._scene is None:
            return
        lines = (*laid.top, BLANK, *laid.pages[self.page])
        pen = Pen(self._scene.tongue, self.content_size.width)
        lines = (*lines, *foot(laid, self.page, pen, self.content_size.height - len(lines)))
        shown = self._reveal.masked(lines) if self._reveal else lines
        self.show(cornered(shown, self._code, self.content_size) if self._code else shown)


def grows(before: Scene, after: Scene) -> bool:
    """Whether it is the same page, of which a list has become longer."""
    kinds = [[type(block) for block in one.blocks] for one in (before, after)]
    same = before.key == after.key and kinds[0] == kinds[1]
    return same and _things(after.blocks) > _things(before.blocks)


def _things(blocks: Iterable[Block]) -> int:
    """How many things stand in the lists of these blocks."""
    return sum(
        len(block.items)
        if isinstance(block, Bullets)
        else sum(len(column.items) for column in block.columns)
        for block in blocks
        if isinstance(block, Bullets | Board)
    )
