"""What is asked before something is erased: of which meeting, person or text, until when."""

from collections.abc import Mapping, Sequence
from datetime import date

from workshop.domain.form import DateField, Form, Line, Option, Pick
from workshop.domain.words import Own, Say, Words

NAMES, TEXTS = "names", "texts"
CONTINUE = Say("Go on")


def meeting_form(names: bool, texts: bool) -> Form:
    """Names, what people wrote, or both; only what the meeting still holds."""
    options = {
        NAMES: Say("All names of the meeting"),
        TEXTS: Say("What people wrote; measures, plan and agreements stay"),
    }
    held = [key for key, is_held in ((NAMES, names), (TEXTS, texts)) if is_held]
    pick = Pick(
        name="what",
        label=Say("What is to be erased?"),
        hint=Say("What goes and what stays is told before anything is done."),
        options=tuple(Option(key=key, words=options[key]) for key in held),
        value=tuple(held),
        at_least=1,
        at_most=len(held),
    )
    return Form(fields=(pick,), submit=CONTINUE)


def until_form(keep_until: str) -> Form:
    """Until when a meeting is kept."""
    day = DateField(
        name="until",
        label=Say("Propose erasing it after"),
        hint=Say("Empty: it is never proposed. Nothing is erased by itself."),
        value=date.fromisoformat(keep_until) if keep_until else None,
    )
    return Form(fields=(day,), submit=Say("Save"))


def person_form(known: Sequence[str]) -> Form:
    """Whose name."""
    line = Line(
        name="name",
        label=Say("Name"),
        hint=Say("As it stands in the list of participants or contacts."),
        required=True,
        known=tuple(known),
        most=200,
    )
    return Form(fields=(line,), submit=CONTINUE)


def text_form() -> Form:
    """Which text."""
    line = Line(
        name="text",
        label=Say("Words that stand in it"),
        hint=Say("From any meeting, or written between meetings."),
        required=True,
        most=300,
    )
    return Form(fields=(line,), submit=CONTINUE)


def choosing_form(texts: Mapping[str, tuple[str, Words]], intro: Words, least: int = 1) -> Form:
    """One of several texts, by its id, with where it was written; with `least` 0 any number."""
    options = tuple(
        Option(key=card, words=Own(text), hint=where) for card, (text, where) in texts.items()
    )
    pick = Pick(
        name="texts",
        label=Say("Which text?") if least else Say("Which texts?"),
        options=options,
        at_least=least,
        at_most=1 if least else len(options),
    )
    return Form(fields=(pick,), intro=intro, submit=CONTINUE)
