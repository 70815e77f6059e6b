"""The archive: all that came of a meeting as JSON, with how it was counted and what was merged."""

from datetime import date
from typing import Literal

from pydantic import Field, JsonValue

from workshop.domain.party import Party, PartyKind
from workshop.domain.round import Per
from workshop.domain.value import Value
from workshop.domain.words import Language, Texts


class Contribution(Value):
    """What somebody wrote, as written; nobody's name stands beside it."""

    id: str
    deck: str = Field(description='Such as "expectations", "risks" or "areas".')
    step: str
    text: str = Field(description="Empty where the text was removed for good.")
    language: Language | None = None
    source: str = Field(description='A kind of party, "groups" or "facilitator".')
    gathered_under: str | None = Field(None, description="The id of a heading in `merges`.")
    removed: bool = False


class Merge(Value):
    """A heading that gathers texts meaning the same, or did until it was split again."""

    heading: str
    text: str
    gathers: tuple[str, ...] = Field(description="Ids of contributions and headings.")
    at: str = Field(description="ISO time of the merging, with offset.")
    split_at: str | None = Field(None, description="When it was split again; null if it stands.")


class Place(Value):
    """One item of a ranked list; equal votes share a rank."""

    item: str
    text: str
    rank: int
    votes: int
    people: int | None = Field(description="How many gave it votes; null where nobody counted.")
    outcome: Literal["certain", "tied", "chosen", "out"]


class Method(Value):
    """How a round was held and counted."""

    votes_each: int
    places: int = Field(description="How many items go on.")
    stacking: bool
    ranked: bool
    use_all: bool
    per: Per
    present: int
    voted: int
    alone: int = Field(
        default=0, description="Ballots of people without a group, where a group has one."
    )
    by_hand: int = Field(description="How many of `voted` were entered or counted by hand.")
    tied: tuple[str, ...] = Field(description="Items with equal votes at the last place.")
    settled: str | None = Field(description="How the tie was settled: all, runoff, plenary ...")
    reason: str = ""
    seed: int | None = Field(None, description="What lots were drawn from.")


class Vote(Value):
    """One round of voting that was counted and shown; single ballots are nobody's and not told."""

    round: str
    step: str
    runoff_of: str | None
    method: Method
    ranking: tuple[Place, ...]


class MeasureData(Value):
    """One measure; `number` is its number in the documents."""

    id: str
    number: int
    text: str
    area: str | None
    area_text: str = Field("", description="The area of a measure from an earlier meeting.")
    plan_area: str = ""
    responsible: Party | None
    together: tuple[Party, ...]
    informed: tuple[Party, ...]
    accepted: bool
    deadline: date | None
    deadline_words: str
    deadline_reason: str = Field("", description="Why the deadline was changed last.")
    status: str
    note: str = Field("", description="The latest line on how it goes.")
    aim: str
    mode: str
    level: str
    next_step: str
    indicator: str
    resources: str
    obstacle: str
    way_past: str
    mandate: str
    contact: str
    elsewhere: str
    origin_meeting: str = Field("", description="The meeting it comes from; empty for this one.")
    origin_date: str = Field("", description="The ISO day of that meeting.")


class FinalData(Value):
    """A document that went out as final."""

    document: str
    version: int
    day: date
    override: str = Field(description="Why, although something was missing; else empty.")


class Archive(Value):
    """One meeting of a regional network and what came of it."""

    format: Literal["workshop-meeting"] = "workshop-meeting"
    version: Literal[1] = 1
    made_by: Literal["workshop"] = "workshop"
    id: str
    title: Texts
    network: str
    region: str
    sector: str
    place: str
    date: date
    ended: bool
    present: dict[PartyKind, int] = Field(description="People per kind of party.")
    names: dict[str, str] = Field(description="Names by person id; empty where left out.")
    contributions: tuple[Contribution, ...]
    merges: tuple[Merge, ...]
    votes: tuple[Vote, ...]
    measures: tuple[MeasureData, ...]
    follow_up: dict[str, JsonValue] = Field(description="What was agreed on following up.")
    finals: tuple[FinalData, ...]
