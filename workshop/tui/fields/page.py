"""A form on the screen: its fields below one another, Enter leads through them."""

from collections.abc import Mapping
from typing import assert_never

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from workshop.domain.form import (
    Answers,
    Check,
    DateField,
    Form,
    Line,
    Lines,
    Number,
    Part,
    PartyField,
    Pick,
    Points,
    Question,
    Text,
)
from workshop.domain.words import Words
from workshop.language import Tongue
from workshop.tui.fields.box import Box
from workshop.tui.fields.lines import LinesBox
from workshop.tui.fields.longer import TextBox
from workshop.tui.fields.pick import PickBox
from workshop.tui.fields.points import PointsBox
from workshop.tui.fields.tick import CheckBox
from workshop.tui.fields.typed import TypedBox


class FormPage(VerticalScroll, can_focus=False):
    """Draws any form, and gives back the raw answers that the room reads."""

    class Finished(Message):
        """Enter was pressed in the last field."""

    def __init__(self, form: Form, tongue: Tongue) -> None:
        super().__init__()
        self._form = form
        self._tongue = tongue

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        # The framework forgets what a scroll left between the fields when a new layout follows it
        # at once: labels would stand twice.
        self.refresh()

    def compose(self) -> ComposeResult:
        for words in (self._form.intro, self._form.notice):
            if words:
                yield Static(Content(self._tongue(words)), classes="intro")
        for field in self._form.fields:
            if isinstance(field, Part):
                yield _heading(field, self._tongue)
            else:
                yield box(field, self._tongue)

    @property
    def boxes(self) -> list[Box]:
        return [one for one in self.query("Box") if isinstance(one, Box)]

    def answers(self) -> Answers:
        """All raw answers, with the stamp of the page they were made for."""
        found: dict[str, list[str]] = {}
        for one in self.boxes:
            found |= {name: list(values) for name, values in one.answers().items()}
        return found | {"stamp": [self._form.stamp]} if self._form.stamp else found

    def texts(self) -> frozenset[str]:
        """Everything that is typed in it now."""
        typed = [one for one in self.boxes if isinstance(one, TypedBox | TextBox | LinesBox)]
        values = (text for one in typed for texts in one.answers().values() for text in texts)
        return frozenset(text.strip() for text in values if text.strip())

    @property
    def offered(self) -> frozenset[str]:
        """What a choice puts into other fields by itself: nobody typed it."""
        picks = [field for field in self._form.fields if isinstance(field, Pick)]
        fills = (option.fills for field in picks for option in field.options)
        return frozenset(text.strip() for fill in fills for text in fill.values())

    def begin(self) -> None:
        if self.boxes:
            self.boxes[0].begin()

    async def clear(self) -> None:
        """Empties it for the next entry, and begins with the first empty field."""
        for one in self.boxes:
            if isinstance(one, LinesBox):
                await one.empty()
            else:
                one.clear()
        typed = [one for one in self.boxes if not isinstance(one, PickBox)]
        (typed or self.boxes)[0].begin()

    def complain(self, wrong: Mapping[str, Words]) -> None:
        """A sentence beside each field that does not fit; the cursor goes to the first of them."""
        for one in self.boxes:
            one.complain(self._tongue(wrong.get(one.asked.name, "")))
        first = next((one for one in self.boxes if one.asked.name in wrong), None)
        if first is not None:
            first.begin()
            first.scroll_visible(animate=False)

    @on(Box.Done)
    def _done(self, event: Box.Done) -> None:
        event.stop()
        boxes = self.boxes
        sender = next(one for one in boxes if one.has_focus_within)
        place = boxes.index(sender) + 1
        if place < len(boxes):
            boxes[place].begin()
        else:
            self.post_message(self.Finished())

    @on(Box.Filled)
    def _filled(self, event: Box.Filled) -> None:
        event.stop()
        for one in self.boxes:
            if one.asked.name in event.fills:
                one.fill(event.fills[one.asked.name][0])


def _heading(part: Part, tongue: Tongue) -> Static:
    """What the fields that follow are about."""
    label = Content.styled(tongue(part.label), "bold underline $strong")
    hint = tongue(part.hint)
    lines = (label, "\n", (hint, "$quiet")) if hint else (label,)
    return Static(Content.assemble(*lines), classes="part")


def box(field: Question, tongue: Tongue) -> Box:
    """The input for a kind of field."""
    match field:
        case Line() | Number() | DateField() | PartyField():
            return TypedBox(field, tongue)
        case Text():
            return TextBox(field, tongue)
        case Lines():
            return LinesBox(field, tongue)
        case Pick():
            return PickBox(field, tongue)
        case Points():
            return PointsBox(field, tongue)
        case Check():
            return CheckBox(field, tongue)
        case _:
            assert_never(field)
