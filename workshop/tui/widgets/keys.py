"""The keys at the foot: the next useful ones first, and doing what a pressed one stands for."""

import asyncio

from textual import work
from textual.content import Content
from textual.message import Message

from workshop.domain.action import Action
from workshop.domain.form import Points
from workshop.domain.words import Say, Words
from workshop.tui.dialogs.asking import Asking
from workshop.tui.dialogs.confirm import YES, Confirm
from workshop.tui.door import Host
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.piece import Lines
from workshop.tui.haste import Haste
from workshop.tui.outcome import refusal, tell
from workshop.tui.view import View
from workshop.tui.widgets.painted import Painted

HELP: tuple[str, Words] = ("?", Say("Help"))
DOCUMENTS: tuple[str, Words] = ("w", Say("Write the documents"))
UNREAD = Say(
    "This shows texts that the room has not seen. Hide the projector first, or read them on your "
    "own page (Ctrl+D)."
)
BALLOT = Say(
    "A ballot for somebody without a phone is secret too, and it is filled in on this screen. "
    "Hide the projector first, or count raised hands or paper ballots."
)
DARKENED = Say("The projector is hidden")
FROZEN = Say("The stage stands still. This key lets it go on.")
DOUBLED = Say(
    "Two quick presses count as one, so that everybody sees what has changed. Press again to go on."
)
BRIEFLY = 4.0  # seconds
ALSO = ("type", "undo")
KEY_STYLE = "bold $band-ink on $band"
BETWEEN = 3


class Keys(Painted):
    """Draws the keys; everything that can be done goes through here to the room."""

    class Done(Message):
        """The room has done what was asked of it."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self.frozen = False
        self._haste = Haste()
        self._turn = asyncio.Lock()
        self._known: tuple[object, frozenset[str]] = None, frozenset()

    def press(self, key: str) -> bool:
        """Whether the key stands for something now; if so it is being done."""
        if not self._means(key):
            return False
        found = next((action for action in self._host.room.actions() if action.key == key), None)
        if found is not None:
            self.conduct(found)
        return found is not None

    def _means(self, key: str) -> bool:
        """Whether the key may stand for something; asked at each key, so no forms are built."""
        if self.view is None or self.frozen:
            return self.frozen
        if self._known[0] != self.view.unboxed:
            keys = frozenset(action.key for action in self.view.actions)
            self._known = self.view.unboxed, keys
        return key in self._known[1]

    def pick(self, name: str) -> None:
        """Does an action by its name, if it can be done now."""
        for action in self._host.room.actions():
            if action.name == name:
                self.conduct(action)
                return

    @work
    async def conduct(self, action: Action) -> None:
        """One after another: whether a key was meant shows when the one before it is done."""
        async with self._turn:
            assert self.view is not None
            if not self.frozen and self._haste.doubles(action, self._host.room.meeting.current):
                tell(self, DOUBLED, self.view.tongue, BRIEFLY)
            else:
                await self._conduct(action, self.view)

    async def _conduct(self, action: Action, view: View) -> None:
        """Asks first, where there is something to ask."""
        warned = secret(action)
        if warned and not await self._sure(warned, view, DARKENED):
            return
        if action.form is not None:
            await self.app.push_screen_wait(self._asking(action, view))
        elif not action.confirm or await self._sure(action.confirm, view):
            await self._lead(action, view)
        self.post_message(self.Done())

    async def _lead(self, action: Action, view: View) -> None:
        step = self._host.room.meeting.current
        problem = await refusal(self._host.lead(action.name, {}))
        if problem is not None:
            tell(self, problem.words, view.tongue)
        else:
            self._haste.done(action, step)

    def _asking(self, action: Action, view: View) -> Asking:
        assert action.form is not None
        return Asking(
            action.label,
            action.form,
            view.tongue,
            lambda answers: self._host.lead(action.name, answers),
            action.confirm,
            at_once=action.name == "type",
        )

    async def _sure(self, question: Words, view: View, yes: Words = YES) -> bool:
        confirm: Confirm = Confirm(question, view.tongue, yes)
        return await self.app.push_screen_wait(confirm) is True

    def paint(self, view: View, pen: Pen, height: int) -> Lines:
        if self.frozen:
            return (_key(",", FROZEN, pen),)
        first = [
            action for action in view.actions if action.main and action.key and not action.private
        ][:2]
        shown = [_key(action.key, action.label, pen) for action in first]
        if view.meeting.ended:
            shown.append(_key(*DOCUMENTS, pen))
        shown.append(_key(*HELP, pen))
        for action in _others(view, first):
            one = _key(action.key, action.label, pen)
            if sum(key.cell_length + BETWEEN for key in shown) + one.cell_length > pen.width:
                break
            shown.insert(-1, one)
        return (Content(" " * BETWEEN).join(shown),)


def secret(action: Action) -> Words:
    """What to be warned of before the room sees it; "" when there is nothing to hide."""
    if action.private:
        return UNREAD
    fields = action.form.fields if action.form else ()
    return BALLOT if any(isinstance(field, Points) for field in fields) else ""


def _others(view: View, first: list[Action]) -> list[Action]:
    """What belongs to this step alone, after what is wanted at every step."""
    shown = (action for action in view.actions if action.key and not action.private)
    rest = [action for action in shown if action not in first]
    own = view.step.actions(view.meeting) if view.step else ()
    return [a for a in rest if a.name in ALSO] + [
        a for a in rest if a in own and a.name not in ALSO
    ]


def _key(key: str, label: Words, pen: Pen) -> Content:
    return Content.assemble((f" {key} ", KEY_STYLE), " ", pen.say(label))
