"""What every document of a meeting begins with: its title, its frame and when it was."""

from datetime import date, datetime, timedelta

from workshop.domain.final import Document, latest
from workshop.domain.meeting import Final, Meeting
from workshop.domain.particulars import particular
from workshop.domain.refused import Refused
from workshop.domain.sheet import Facts
from workshop.domain.words import Day, Hour, Joined, Language, Own, Say, Words
from workshop.export.options import Options
from workshop.export.page import DRAFT as IS_DRAFT
from workshop.export.page import FINAL as IS_FINAL
from workshop.export.word import Word
from workshop.language import Tongue, tongue
from workshop.steps.followup import next_meeting

DRAFT = Say("DRAFT")
PUNCTUAL = 30  # minutes; a meeting that begins so much earlier or later was held at another hour


def begun(
    meeting: Meeting,
    language: Language,
    kind: Words,
    options: Options,
    final: Final | None = None,
    draft: Words = DRAFT,
) -> Word:
    """A document with its title; `kind` says what it is, `draft` stands above what is not final."""
    word = Word(speaking(meeting, language), options.names, options.template)
    foot = Joined((Own(meeting.network), day(meeting)), " · ")
    title = Joined((kind, meeting.title), " – ")
    status = IS_FINAL if final else IS_DRAFT
    word.frame(title, version(final) if final else draft, foot, began(meeting), status)
    if options.logo is not None:
        word.logo(options.logo, _alt(meeting, options))
    word.heading(kind, 1)
    network = Own("" if meeting.is_whole_network else meeting.network)
    word.text(Joined((meeting.title, network), " · "), "Subtitle")
    return word


def speaking(meeting: Meeting, language: Language) -> Tongue:
    """The language, knowing the people of the meeting."""
    return tongue(language).knowing(meeting.names)


def final_of(meeting: Meeting, document: Document, options: Options) -> Final | None:
    """The version to write, None for a draft; raises `Refused` where none went out yet."""
    if not options.final:
        return None
    found = latest(meeting, document)
    if found is None:
        raise Refused(Say("This document has not been made final yet. Nothing was written."))
    return found


def version(final: Final) -> Words:
    """Such as "Version 1, 2026-11-20"."""
    gaps: dict[str, Words] = {"number": final.version, "date": Day(date.fromisoformat(final.day))}
    return Say("Version %(number)s, %(date)s", gaps)


def dated(meeting: Meeting) -> tuple[Words, Words]:
    """What the document tells of: a meeting, or how it stands with a network on a day."""
    name = Say("As of") if meeting.is_whole_network else Say("From the meeting")
    return name, Joined((day(meeting), Own(meeting.place)))


def about(meeting: Meeting, options: Options) -> Facts:
    """What a plan or a report is about: where, from which meeting, and when the next one is."""
    coming = next_meeting(meeting)
    return Facts(
        (
            (Say("Region"), Own(meeting.region)),
            (Say("Sector"), Own(meeting.sector)),
            dated(meeting),
            (Say("Next meeting"), Day(coming) if coming else ""),
            (Say("Reference"), Own(options.reference or particular(meeting, "reference"))),
        )
    )


def day(meeting: Meeting) -> Words:
    return Day(date.fromisoformat(meeting.date))


def began(meeting: Meeting) -> datetime:
    """When it was planned to begin."""
    midnight = datetime.fromisoformat(meeting.date[:10])
    return midnight + timedelta(minutes=meeting.starts)


def time(meeting: Meeting) -> Words:
    """The day, from when, and until when if it is over."""
    start = _start(meeting)
    hours: Words = Hour(start)
    if meeting.ended_at:
        end = _minutes(meeting.ended_at)
        # One that was over before it was planned to begin was held at another time than planned.
        if end > start:
            hours = Joined((hours, Hour(end)), "–")
    return Joined((day(meeting), hours))


def _start(meeting: Meeting) -> int:
    """As planned, unless the first item was taken up at quite another hour of that day."""
    if not meeting.visits:
        return meeting.starts
    first = meeting.visits[0][1]
    held = _minutes(first)
    moved = abs(held - meeting.starts) > PUNCTUAL and first[:10] == meeting.date[:10]
    return held if moved else meeting.starts


def _minutes(moment: str) -> int:
    """Minutes after midnight of a moment in ISO form."""
    at = datetime.fromisoformat(moment)
    return at.hour * 60 + at.minute


def _alt(meeting: Meeting, options: Options) -> Words:
    if options.logo_alt:
        return Own(options.logo_alt)
    return Say("Logo: %(network)s", {"network": Own(meeting.network)})
