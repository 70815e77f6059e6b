"""The code phones scan, with the address to type beneath it; hidden where it does not fit whole."""

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from workshop.tui.drawing.code import code, short


class CodeCorner(Widget):
    """The quiet zone belongs to the code: one that touches its surroundings cannot be scanned."""

    address: reactive[str] = reactive("")

    def __init__(self, address: str) -> None:
        super().__init__()
        self.set_reactive(CodeCorner.address, address)

    def render(self) -> RenderResult:
        width, height = self.content_size
        typed = Content.styled(short(self.address), "bold").center(width)
        drawn = code(self.address) if self.address else ()
        if not drawn or drawn[0].cell_length > width or len(drawn) + 1 > height:
            return Content("\n" * max(0, height - 1)) + typed
        space = " " * ((width - drawn[0].cell_length) // 2)
        above = [Content("")] * (height - len(drawn) - 1)
        return Content("\n").join((*above, *(Content(space) + line for line in drawn), typed))
