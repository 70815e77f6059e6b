"""What every document of a meeting begins with: its title, its frame and when it was."""

from datetime import date, datetime, timedelta

from workshop.domain.meeting import Meeting
from workshop.domain.words import Day, Hour, Joined, Language, Own, Say, Words
from workshop.export.options import Options
from workshop.export.word import Word
from workshop.language import tongue

DRAFT = Say("DRAFT")


def begun(meeting: Meeting, language: Language, kind: Words, options: Options) -> Word:
    """A document with its title; `kind` says what it is."""
    known = tongue(language).knowing(meeting.names)
    word = Word(known, names=options.names)
    foot = Joined((Own(meeting.network), day(meeting)), " · ")
    word.frame(Joined((kind, meeting.title), " – "), DRAFT, foot, began(meeting))
    word.heading(kind, 1)
    word.text(Joined((meeting.title, Own(meeting.network)), " · "), "Subtitle")
    return word


def day(meeting: Meeting) -> Words:
    return Day(date.fromisoformat(meeting.date))


def began(meeting: Meeting) -> datetime:
    """When it was planned to begin."""
    midnight = datetime.fromisoformat(meeting.date[:10])
    return midnight + timedelta(minutes=meeting.starts)


def time(meeting: Meeting) -> Words:
    """The day, from when, and until when if it is over."""
    hours: Words = Hour(meeting.starts)
    if meeting.ended_at:
        end = datetime.fromisoformat(meeting.ended_at)
        hours = Joined((hours, Hour(end.hour * 60 + end.minute)), "–")
    return Joined((day(meeting), hours))
