"""The history of a measure: each time its status, deadline or responsible changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import JsonValue

from workshop.domain.party import Party, party_of
from workshop.domain.words import Day, Joined, Own, Words

Values = Mapping[str, JsonValue]
BEFORE = "_before"  # what ends the names of the values of the deadline before
_TOLD = ("status", "deadline", "deadline_words", "responsible", "accepted")


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A day to sort by and the words said; both empty when there is none."""

    day: date | None = None
    said: str = ""

    @property
    def words(self) -> Words:
        if self.day and self.said:
            day = Joined(("(", Day(self.day), ")"), "")
            return Joined((Own(self.said), day), " ")
        return Day(self.day) if self.day else Own(self.said)

    def __bool__(self) -> bool:
        return bool(self.day or self.said)


@dataclass(frozen=True, kw_only=True)
class Change:
    """What one answer changed: before and after are alike where it changed nothing.

    `at` is the local time (ISO) it was noted, `meeting` the meeting's id or "" between meetings.
    `reason` is why the deadline was changed. `accepted` tells whether the responsible has said yes.
    """

    at: str
    meeting: str
    status_before: str
    status: str
    note: str
    deadline_before: Deadline
    deadline: Deadline
    reason: str
    responsible_before: Party | None
    responsible: Party | None
    accepted_before: bool
    accepted: bool

    @property
    def day(self) -> date:
        return date.fromisoformat(self.at[:10])


def change(at: str, meeting: str, before: Values, patch: Values) -> Change | None:
    """What a patch changed in the life of a measure; None when it was something else."""
    differs = any((before.get(n) or "") != (patch[n] or "") for n in _TOLD if n in patch)
    if not differs and not patch.get("note"):
        return None
    after = {**before, **patch}
    return Change(
        at=at,
        meeting=meeting,
        status_before=_text(before, "status") or "not_started",
        status=_text(after, "status") or "not_started",
        note=_text(patch, "note"),
        deadline_before=deadline_of(before),
        deadline=deadline_of(after),
        reason=_text(patch, "deadline_reason"),
        responsible_before=_party(before),
        responsible=_party(after),
        accepted_before=before.get("accepted") is True,
        accepted=after.get("accepted") is True,
    )


def deadline_of(values: Values) -> Deadline:
    day = _text(values, "deadline")
    return Deadline(
        day=date.fromisoformat(day) if day else None, said=_text(values, "deadline_words")
    )


def _text(values: Values, name: str) -> str:
    found = values.get(name)
    return found if isinstance(found, str) else ""


def _party(values: Values) -> Party | None:
    return party_of(values.get("responsible"))
