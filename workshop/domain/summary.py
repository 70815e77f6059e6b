"""What the first line of a file tells: all that the secretariat needs, and no name of anybody."""

from typing import Literal

from pydantic import Field

from workshop.domain.figures import Figures
from workshop.domain.party import KindOfParty, PartyKind
from workshop.domain.plan_area import PlanArea
from workshop.domain.value import Value
from workshop.domain.words import Language, Texts

FORMAT: Literal["workshop-handover"] = "workshop-handover"
VERSION = 1


class Voting(Value):
    """One round that the room saw counted."""

    present: int
    voted: int


class VotedArea(Value):
    """Something the room voted on; `chosen` went on. `people` is None where nobody counted."""

    id: str
    text: str
    language: Language | None = None
    votes: int
    people: int | None
    chosen: bool


class PulseMean(Value):
    """A question answered by five people or more, 1 to 5."""

    key: str
    answers: int
    total: int = Field(description="All answers added; divided by `answers` it is the mean.")


class MeetingSummary(Value):
    """One meeting in figures. `missing` are expected kinds of party that nobody represented.

    `entries` is the length of its log: of two copies the longer one counts. `listed` counts the
    organisations of the network, `came` those of them that were there.
    """

    id: str
    network: str
    title: Texts
    date: str
    ended: bool
    entries: int
    figures: Figures
    missing: tuple[PartyKind, ...] = ()
    listed: int = 0
    came: int = 0
    votings: tuple[Voting, ...] = ()
    areas: tuple[VotedArea, ...] = ()
    pulse: tuple[PulseMean, ...] = ()


class MeasureSummary(Value):
    """One measure as it is now. `owner` is a kind of party, "" for none and "?" for unknown.

    Days are ISO or ""; `changed_at` is an ISO time and says which of two copies is newer.
    """

    id: str
    text: str
    language: Language | None = None
    area: str = ""
    plan_area: str = ""
    status: str
    deadline: str = ""
    deadline_words: str = ""
    owner: str = ""
    accepted: bool = False
    origin_date: str = ""
    changed_at: str = ""


class ExampleSummary(Value):
    """A good example that those concerned agreed to share; empty where nothing was told.

    One that may not be shared (any more) is its id alone.
    """

    id: str
    changed_at: str = ""
    text: str = ""
    language: Language | None = None
    place: str = ""
    who: str = ""
    what: str = ""
    lesson: str = ""
    success: str = ""
    link: str = ""
    date: str = ""


class NetworkSummary(Value):
    """A network, or a meeting that belongs to none; `kinds` and `plan_areas` are its own.

    `changed_at` is an ISO time or "". `removed` are ids of texts removed for good, so that no older
    file tells them either.
    """

    id: str
    name: str
    region: str
    language: Language
    changed_at: str = ""
    kinds: tuple[KindOfParty, ...] = ()
    plan_areas: tuple[PlanArea, ...] = ()
    measures: tuple[MeasureSummary, ...] = ()
    examples: tuple[ExampleSummary, ...] = ()
    removed: tuple[str, ...] = ()


class Header(Value):
    """The first line; `lines` and `sha256` tell what comes after it."""

    format: Literal["workshop-handover"] = FORMAT
    version: Literal[1] = 1
    made_by: Literal["workshop"] = "workshop"
    networks: tuple[NetworkSummary, ...]
    meetings: tuple[MeetingSummary, ...]
    lines: int = Field(ge=0)
    sha256: str
