"""What many phones show alike is drawn once: at a new step five hundred ask within a second."""

import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from workshop.domain.form import Form
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block
from workshop.domain.words import Language
from workshop.web.fields import Page, drawn_form

KEPT = 16  # drawings in each language: groups, and phones that have answered, see their own

Asked = Form | tuple[Block, ...]
Draw = Callable[[Language, str, object], Markup]


@dataclass(frozen=True)
class Drawing:
    """A form or blocks as HTML, and the ids of the empty lines that are new on every page."""

    shown: Asked
    names: object
    html: Markup
    ids: tuple[str, ...]


class Shared:
    """`draw` fills the macro of this name in templates/shared.html."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._drawings: dict[Language, deque[Drawing]] = {}

    def form(self, language: Language, meeting: Meeting, form: Form) -> Markup:
        """The fields of a form as it is asked, with fresh ids for its empty lines."""
        drawing = self._found(language, meeting, form)
        if drawing is None:
            page = drawn_form(form)
            html = self._draw(language, "form", page)
            drawing = self._keep(language, Drawing(form, meeting.names, html, _spare(page)))
            return drawing.html
        return _afresh(drawing)

    def blocks(self, language: Language, meeting: Meeting, blocks: tuple[Block, ...]) -> Markup:
        """What is shown where nothing is asked."""
        drawing = self._found(language, meeting, blocks)
        if drawing is None:
            html = self._draw(language, "blocks", blocks)
            drawing = self._keep(language, Drawing(blocks, meeting.names, html, ()))
        return drawing.html

    def _found(self, language: Language, meeting: Meeting, shown: Asked) -> Drawing | None:
        kept = self._drawings.get(language, ())
        # Names are looked up while drawing, so that a corrected one makes a new drawing.
        return next((d for d in kept if d.names is meeting.names and d.shown == shown), None)

    def _keep(self, language: Language, drawing: Drawing) -> Drawing:
        self._drawings.setdefault(language, deque(maxlen=KEPT)).appendleft(drawing)
        return drawing


def _spare(page: Page) -> tuple[str, ...]:
    return tuple(line for drawn in page.fields for line, text in drawn.lines if not text)


def _afresh(drawing: Drawing) -> Markup:
    html = str(drawing.html)
    for line in drawing.ids:
        html = html.replace(line, secrets.token_hex(6))
    return Markup(html)
