"""What is asked to change a text of a point in four languages: which text, then each language."""

from collections.abc import Sequence

from workshop.domain.form import Answers, Form, Option, Pick, Text
from workshop.domain.reading import read
from workshop.domain.refused import Unreadable
from workshop.domain.words import LANGUAGES, Language, Own, Say, Texts
from workshop.language import LANGUAGE_NAMES
from workshop.leading.wording import Wording

FILLED = Say("A language that is left empty gets the text of the first one that is filled in.")
NEEDED = Say("Please fill this in.")
LONGEST = 2_000


def choice(known: Sequence[Wording], language: Language) -> Form:
    """Which of the texts; the answer "text" is its place in the list."""
    options = tuple(
        Option(key=str(number), words=one.label, hint=_now(one, language))
        for number, one in enumerate(known)
    )
    pick = Pick(name="text", label=Say("Which text?"), options=options, required=True)
    return Form(fields=(pick,))


def _now(wording: Wording, language: Language) -> Own | Say:
    return Own(wording.texts[language]) if wording.texts else Say("nothing yet")


def languages(wording: Wording) -> Form:
    """The text in each language."""
    fields = tuple(
        Text(
            name=one,
            label=LANGUAGE_NAMES[one],
            value=wording.texts[one] if wording.texts else "",
            most=LONGEST,
        )
        for one in LANGUAGES
    )
    return Form(fields=fields, submit=Say("Save"), intro=FILLED)


def told(wording: Wording, answers: Answers) -> Texts | None:
    """What was typed, or nothing; raises `Unreadable` when there has to be something."""
    filled = read(languages(wording), answers)
    typed = {one: filled.text(one) for one in LANGUAGES}
    first = next((text for text in typed.values() if text), "")
    if not first and wording.needed:
        raise Unreadable(NEEDED, {LANGUAGES[0]: NEEDED})
    return Texts(**{one: text or first for one, text in typed.items()}) if first else None
