"""Draft and final: when a document may go out as final, and what is recorded of it."""

from collections.abc import Iterable
from typing import Literal

from workshop.domain.event import Event, Finalised
from workshop.domain.measure import Measure, is_open, measures
from workshop.domain.meeting import Final, Meeting
from workshop.domain.refused import Refused
from workshop.domain.text import one_line
from workshop.domain.words import Count, Joined, Say, Words, said

Document = Literal["minutes", "plan"]
_MOST = 5


class Unready(Refused):
    """Refused until what is missing is filled in, or a reason is given."""


def unready(meeting: Meeting) -> list[Measure]:
    """Measures to be done that lack a responsible or a deadline."""
    return [
        measure
        for measure in measures(meeting)
        if is_open(measure) and (measure.responsible is None or not measure.has_deadline)
    ]


def finalised(meeting: Meeting, documents: Iterable[Document], override: str) -> list[Event]:
    """The facts of sending documents as final; nothing where nothing changed since the last time.

    Raises `Unready` when a measure lacks something and no reason is given to go on nevertheless.
    """
    lacking, reason = unready(meeting), one_line(override)
    if lacking and not reason:
        raise Unready(_words(lacking))
    return [
        Finalised(
            document=document,
            version=1 + _version(meeting, document),
            override=reason if lacking else "",
        )
        for document in documents
        if not _stands(meeting, document)
    ]


def latest(meeting: Meeting, document: str) -> Final | None:
    """The version of a document that went out last."""
    return next((one for one in reversed(meeting.finals) if one.document == document), None)


def _version(meeting: Meeting, document: str) -> int:
    before = latest(meeting, document)
    return before.version if before else 0


def _stands(meeting: Meeting, document: str) -> bool:
    """Whether nothing happened since this document went out."""
    before = latest(meeting, document)
    later = meeting.entries[before.entry :] if before else ()
    return before is not None and all(isinstance(one.event, Finalised) for one in later)


def _words(lacking: list[Measure]) -> Words:
    return Say(
        "This cannot be final yet: a responsible or a deadline is missing for %(measures)s. "
        "Fill it in, or give a reason to send it all the same.",
        {"measures": named(lacking)},
    )


def named(lacking: list[Measure]) -> Words:
    """The measures by their words; the first of many, and how many more."""
    shown = tuple(said("“%(measure)s”", measure=one.words) for one in lacking[:_MOST])
    more = len(lacking) - len(shown)
    rest = (Count("and %(n)s more", "and %(n)s more", more),) if more else ()
    return Joined((*shown, *rest), ", ")
