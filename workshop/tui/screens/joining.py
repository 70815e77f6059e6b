"""The code to scan, as large as the window allows, with the address in large letters."""

from textual.app import ComposeResult, RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget

from workshop.domain.party import KIND_NAMES
from workshop.domain.words import Count, Joined, Own, Say, Words, said
from workshop.tui.drawing.code import largest, short
from workshop.tui.drawing.pen import QUIET, STRONG, Pen
from workshop.tui.drawing.piece import BLANK, Lines
from workshop.tui.view import View

SCAN = Say("Take part with your phone")
HOW = Say("Scan the code, or type the address:")
SIDE = 40
ON = Say("Any key goes on to the meeting")


class Invitation(Widget):
    """Beside the code: what to do, the address, who has arrived; beneath it when it is narrow."""

    view: reactive[View | None] = reactive(None)

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def render(self) -> RenderResult:
        width, height = self.content_size
        if self.view is None or width < 1:
            return Content("")
        drawn = largest(self._address, width - SIDE - 4, height)
        side = width - drawn[0].cell_length - 4
        if side >= SIDE:
            pen = Pen(self.view.tongue, side)
            lines = beside(drawn, self._words(self.view, pen, height), height)
        else:
            lines = self._stacked(drawn, self.view, Pen(self.view.tongue, width), height)
        return Content("\n").join(lines[:height])

    def _words(self, view: View, pen: Pen, height: int) -> Lines:
        """In large letters where that fits; the address is the last to become small."""
        address = short(self._address)
        plain = pen.write(SCAN, STRONG), pen.write(address, "bold")
        heading = pen.enlarge(SCAN, STRONG, 10) or plain[0]
        large = pen.enlarge(address, "", 15) or plain[1]
        for top, middle in ((heading, large), (plain[0], large), plain):
            words = self._around(view, pen, top, middle)
            if len(words) <= height:
                return words
        return words

    def _around(self, view: View, pen: Pen, heading: Lines, address: Lines) -> Lines:
        return (
            *pen.write(Own(view.meeting.network), QUIET),
            BLANK,
            *heading,
            BLANK,
            *pen.write(HOW),
            BLANK,
            *address,
            BLANK,
            *pen.write(arrived(view), "bold"),
            *pen.write(kinds(view)),
            BLANK,
            *pen.write(ON, QUIET),
        )

    def _stacked(self, drawn: Lines, view: View, pen: Pen, height: int) -> Lines:
        space = Content(" " * max(0, (pen.width - drawn[0].cell_length) // 2))
        words = (*pen.write(short(self._address), "bold"), *pen.write(arrived(view)))
        fits = len(drawn) + len(words) <= height and drawn[0].cell_length <= pen.width
        return (*(space + line for line in drawn), *words) if fits else words


class Joining(ModalScreen[None]):
    """Also the welcome: it stands there while people arrive."""

    CSS_PATH = "joining.tcss"

    def __init__(self, address: str, source: Widget) -> None:
        """`source` is the widget whose `view` is shown here too, as it changes."""
        super().__init__()
        self._address = address
        self._source = source

    def compose(self) -> ComposeResult:
        yield Invitation(self._address)

    def on_mount(self) -> None:
        self.watch(self._source, "view", self._show)

    def _show(self, view: View | None) -> None:
        self.query_one(Invitation).view = view

    def on_key(self) -> None:
        self.dismiss(None)


def arrived(view: View) -> Words:
    here = len(view.meeting.present())
    return Count("%(n)s person has arrived", "%(n)s people have arrived", here)


def kinds(view: View) -> Words:
    """How many of each kind of party are here."""
    parts = [
        said("%(kind)s %(n)s", kind=KIND_NAMES[kind], n=len(people))
        for kind, people in view.meeting.present_by_kind().items()
        if people
    ]
    return Joined(tuple(parts), " · ")


def beside(drawn: Lines, words: Lines, height: int) -> Lines:
    """The code on the left, the words in the middle of its height on the right."""
    tall = max(len(drawn), len(words))
    empty = Content(" " * drawn[0].cell_length)
    code_from, words_from = (tall - len(drawn)) // 2, (tall - len(words)) // 2
    rows: list[Content] = []
    for n in range(tall):
        left = drawn[n - code_from] if 0 <= n - code_from < len(drawn) else empty
        right = words[n - words_from] if 0 <= n - words_from < len(words) else BLANK
        rows.append(Content.assemble(left, "    ", right))
    above = max(0, (height - tall) // 2)
    return (*([BLANK] * above), *rows)
