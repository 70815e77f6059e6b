"""Which key to press next, and why: for the first meeting that somebody leads, in practice."""

from dataclasses import dataclass

from workshop.domain.event import Undone
from workshop.domain.meeting import Meeting
from workshop.domain.words import Say, Words
from workshop.tui.view import View

ENOUGH = 2  # people: so many ticked off show how it goes, and fewer cannot be mixed


@dataclass(frozen=True)
class Hint:
    """`key` is "" where one only waits and watches."""

    key: str
    words: Words


COMING = Hint("", Say("The simulated phones are joining. Watch the number of those present grow."))
TICK = Hint("x", Say("Somebody has spoken? This key ticks them off, and the next name comes up."))
MIX = Hint("m", Say("Mix the groups: each gets different kinds of party, phones show the number."))
WRITING = Hint(
    "", Say("The groups write. Below you see how many have. ? shows all keys meanwhile.")
)
MERGE = Hint("1", Say("Two texts mean the same. Their number merges them; both stay beneath."))
UNDO = Hint("u", Say("Was that wrong? This key takes back the last thing done, whatever it was."))
REDO = Hint("U", Say("And this brings back what was taken back. Nothing is ever lost."))
OPEN = Hint("v", Say("Open voting: the list is frozen, and every phone shows it."))
VOTING = Hint("", Say("They vote in secret: you see how many, never what. A dot hides the stage."))
CLOSE = Hint("v", Say("All have voted. Close: after this no ballot can be traced to a phone."))
REVEAL = Hint("r", Say("Closing and showing are two keys: you choose the moment of the result."))
TIE = Say("Equally many votes? The program never picks. This key includes all of them.")
TYPE = Hint("t", Say("Type what is said aloud. Enter puts each text on the screen, Ctrl+S closes."))
ASSIGN = Hint("a", Say("Write who is responsible. Type the first letters; → completes the name."))
NEXT = Hint("n", Say("On to the next item. PageDown, or a clicker, does the same."))
END = Hint("n", Say("That was the last item: end the meeting. What lacks an owner is told first."))
WRITE = Hint(
    "w", Say("Write the documents: Enter until minutes and a draft plan lie ready. q leaves.")
)


def hint(view: View) -> Hint:
    """The next useful thing; it follows from the meeting alone, so any other key is fine too."""
    if view.meeting.ended or view.step is None:
        return WRITE
    possible = {action.name: action.key for action in view.actions}
    found = _here(view, possible)
    if found is not None:
        return found
    return NEXT if "next" in possible else END


def _here(view: View, possible: dict[str, str]) -> Hint | None:
    assert view.step is not None
    match view.step.kind:
        case "introductions":
            return _introductions(view.meeting)
        case "groups" | "measures":
            return _writing(view, possible)
        case "clean":
            return _cleaning(view.meeting, possible)
        case "vote":
            return _voting(view, possible)
        case "responsibility":
            progress = view.progress
            return ASSIGN if progress and progress.of and not progress.done else None
        case _:
            return None


def _introductions(meeting: Meeting) -> Hint | None:
    here = meeting.present()
    if len(here) < ENOUGH:
        return COMING
    return TICK if sum(person.presented for person in here) < ENOUGH else None


def _writing(view: View, possible: dict[str, str]) -> Hint | None:
    if "mix" in possible and view.step is not None and view.step.id not in view.meeting.seating:
        return MIX if len(view.meeting.present()) >= ENOUGH else COMING
    typed = any(
        card.step == view.meeting.current and not card.author
        for card in view.meeting.cards.values()
    )
    if "turn" in possible and not typed:
        return TYPE
    progress = view.progress
    if progress is None:
        return None
    # Every group writes, but not everybody has a measure in mind.
    enough = progress.of if "mix" in possible else 1
    return WRITING if progress.done < min(enough, progress.of) else None


def _cleaning(meeting: Meeting, possible: dict[str, str]) -> Hint | None:
    undone = any(isinstance(entry.event, Undone) for entry in meeting.entries)
    merged = any(card.heading for card in meeting.cards.values())
    if merged:
        return None if undone else UNDO
    if undone and "redo" in possible:
        return REDO
    return MERGE if "merge_pair_1" in possible else None


def _voting(view: View, possible: dict[str, str]) -> Hint | None:
    progress = view.progress
    if progress is not None:
        return CLOSE if progress.done >= progress.of else VOTING
    if "reveal" in possible:
        return REVEAL
    if "tie_all" in possible:
        return Hint(possible["tie_all"], TIE)
    return OPEN if "open" in possible else None
