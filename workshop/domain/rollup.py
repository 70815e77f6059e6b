"""What the secretariat gets of all regions together: counts with what they are counted of."""

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field

from workshop.domain.example import Example
from workshop.domain.party import KindOfParty, PartyKind
from workshop.domain.plan_area import PlanArea
from workshop.domain.summary import PulseMean
from workshop.domain.value import Value
from workshop.domain.words import Language


class States(Value):
    """Measures by how they go; `overdue`, `blocked` and `unowned` ones are still to be done."""

    measures: int = 0
    not_started: int = 0
    under_way: int = 0
    blocked: int = 0
    done: int = 0
    dropped: int = 0
    overdue: int = 0
    unowned: int = Field(0, description="Still to be done, and nobody is responsible.")
    accepted: int = Field(0, description="The responsible has said yes, whatever the status.")

    @property
    def still_open(self) -> int:
        return self.measures - self.done - self.dropped


class PlanAreaStatus(Value):
    """How the measures of one plan area go; `key` is "" for measures of none."""

    key: str
    states: States
    regions: Mapping[str, States] = Field(description="The same by region.")


class Balance(Value):
    """People present and texts written, by kind of party, added over meetings.

    `owned` counts measures by the kind of their owner ("" for none, "?" for unknown).
    """

    meetings: int = 0
    present: Mapping[PartyKind, int] = {}
    contributions: Mapping[str, int] = {}
    owned: Mapping[str, int] = {}


class Region(Value):
    """The comparable figures of one region; days are ISO."""

    region: str
    networks: tuple[str, ...]
    meetings: int
    first: str
    last: str
    complete: int = Field(description="Meetings where no expected kind of party was missing.")
    listed: int = Field(description="Organisations of the networks, added over meetings.")
    came: int = Field(description="Those of them that came, added over meetings.")
    could_vote: int
    voted: int
    states: States
    balance: Balance
    pulse: tuple[PulseMean, ...]


class Year(Value):
    """One calendar year; measures count in the year in which they were promised."""

    year: str
    balance: Balance


class TopArea(Value):
    """An area that rooms decided to work with. Texts that are spelled alike are one."""

    text: str
    language: Language | None = None
    regions: tuple[str, ...]
    meetings: int
    votes: int


class RollUp(Value):
    """All regions of a folder. Regions stand in alphabetical order; nothing ranks them."""

    format: Literal["workshop-rollup"] = "workshop-rollup"
    version: Literal[1] = 1
    made_by: Literal["workshop"] = "workshop"
    today: str = Field(description="The ISO day that decides what is overdue.")
    files: int = 0
    unread: tuple[str, ...] = Field((), description="Files that could not be read.")
    kinds: tuple[KindOfParty, ...] = Field((), description="The kinds of party, with their names.")
    plan_areas: tuple[PlanArea, ...] = Field((), description="The plan areas, with their names.")
    regions: tuple[Region, ...] = ()
    areas_of_plan: tuple[PlanAreaStatus, ...] = ()
    years: tuple[Year, ...] = ()
    top_areas: tuple[TopArea, ...] = ()
    alike: tuple[tuple[str, str], ...] = Field(
        (), description="Top areas that may mean the same; only suggested, never merged."
    )
    examples: tuple[Example, ...] = ()

    @property
    def states(self) -> States:
        return added(region.states for region in self.regions)

    @property
    def meetings(self) -> int:
        return sum(region.meetings for region in self.regions)


def added(found: Iterable[States]) -> States:
    """All of them together."""
    all_of_them = list(found)
    return States(
        **{name: sum(getattr(one, name) for one in all_of_them) for name in States.model_fields}
    )
