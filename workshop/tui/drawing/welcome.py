"""Draws the words of the first screen."""

from datetime import date

from textual.content import Content

from workshop.domain.words import LANGUAGES, Day, Joined, Language, Own, Say, Words
from workshop.language import LANGUAGE_NAMES
from workshop.tui.door import MeetingInfo
from workshop.tui.drawing.lines import BLANK
from workshop.tui.drawing.pen import STRONG, Pen

WELCOME = Say("Welcome")
PURPOSE = Say("Everybody writes, everybody votes, and what we agree is ready when we part.")
ROOMY = 30


def languages(chosen: Language) -> Content:
    """The four languages, each in its own words, the chosen one marked."""
    parts = []
    for number, language in enumerate(LANGUAGES, 1):
        name = f" {number} {LANGUAGE_NAMES[language]} "
        style = "bold $band-ink on $band" if language == chosen else ""
        parts.append(Content.styled(f"●{name}" if language == chosen else f" {name}", style))
    return Content("  ").join(parts)


def greeting(pen: Pen, height: int) -> Content:
    """A large word, and why we are here."""
    wide = pen.enlarge(WELCOME, STRONG, 5, wide=True)
    large = (wide or pen.enlarge(WELCOME, STRONG, 5)) if height >= ROOMY else None
    lines = (*(large or pen.write(WELCOME, STRONG)), BLANK, *pen.write(PURPOSE))
    return Content("\n").join(lines)


def entry(info: MeetingInfo, pen: Pen) -> Content:
    """A meeting in the list: what, whose, when, and whether it still runs."""
    state = Say("Continue") if info.state == "running" else Say("Ended; look at it")
    about = Joined((Own(info.network), Day(date.fromisoformat(info.date)), state), " · ")
    title = pen.hang(Content("›  "), pen.say(info.title, "bold"))
    return Content("\n").join((*title, *pen.hang(Content("   "), pen.say(about))))


def offer(sign: str, title: Words, told: Words, pen: Pen) -> Content:
    """Something else that can be begun: a sign, what, and what for."""
    head = pen.hang(Content(f"{sign}  "), pen.say(title, "bold"))
    return Content("\n").join((*head, *pen.hang(Content("   "), pen.say(told))))
