"""The terminal's own keys, in one list: the bindings and the help screen are made from it."""

from dataclasses import dataclass

from textual.binding import Binding

from workshop.domain.words import Say, Words


@dataclass(frozen=True)
class Command:
    """`keys` as Textual names them, `shown` as they stand on a keyboard."""

    keys: str
    shown: str
    action: str
    label: Words

    @property
    def binding(self) -> Binding:
        return Binding(self.keys, self.action, id=self.action, show=False)


ANYWHERE = (
    Command("c", "c", "app.colours", Say("Colours for a bright or a dark room")),
    Command("ctrl+l", "Ctrl+L", "app.language", Say("Another language on this screen")),
)
STAGE = (
    Command("pagedown,space,right", "PageDown →", "pass(1)", Say("Next page, then next item")),
    Command("pageup,left", "PageUp ←", "pass(-1)", Say("Page before, then item before")),
    Command("right_square_bracket,down", "] ↓", "turn(1)", Say("Next page of this item")),
    Command("left_square_bracket,up", "[ ↑", "turn(-1)", Say("Page before of this item")),
    Command("greater_than_sign", ">", "letters(1)", Say("Larger letters, more pages")),
    Command("less_than_sign", "<", "letters(-1)", Say("Smaller letters, fewer pages")),
)
PULPIT = (
    Command("j", "j", "join", Say("Show the code to join")),
    Command("full_stop", ".", "hide", Say("Hide the stage from the room")),
    Command("comma", ",", "freeze", Say("Let the stage stand still, or go on")),
    Command("w", "w", "documents", Say("Write the documents")),
    Command("ctrl+d", "Ctrl+D", "desk", Say("The facilitator's secret page")),
    Command("ctrl+p", "Ctrl+P", "palette", Say("Everything that can be done, to search in")),
    Command("question_mark", "?", "help", Say("Help")),
    Command("i", "i", "agenda", Say("Show or hide the agenda")),
)
SCREEN = (
    Command("I", "I", "edit_agenda", Say("The agenda with its times: look at it, change it")),
    Command("q", "q", "leave", Say("Leave the meeting; it can be continued")),
)
ALL = (*STAGE, *PULPIT, *SCREEN, *ANYWHERE)
