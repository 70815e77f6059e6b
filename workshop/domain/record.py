"""What a network records between its meetings: a closed union, stored as JSON, never changed.

Records are a set: which order they came in means nothing, and the same one twice is one.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from workshop.domain.party import KindOfParty, ListedParty
from workshop.domain.plan_area import PlanArea
from workshop.domain.value import Value
from workshop.domain.words import Language


class NetworkDescribed(Value):
    """What the network is called and where it works; the plan period is two ISO dates or ""."""

    kind: Literal["network_described"] = "network_described"
    name: str
    region: str = ""
    language: Language = "en"
    contact_point: str = ""
    plan_from: str = ""
    plan_to: str = ""


class KindsSet(Value):
    """Which kinds of party the network brings together, in its order."""

    kind: Literal["kinds_set"] = "kinds_set"
    kinds: tuple[KindOfParty, ...]


class PlanAreasSet(Value):
    """Which plan areas the network works with, in its order."""

    kind: Literal["plan_areas_set"] = "plan_areas_set"
    areas: tuple[PlanArea, ...]


class PartyListed(Value):
    """An organisation belongs to the network, or what was known of it is corrected."""

    kind: Literal["party_listed"] = "party_listed"
    party: ListedParty


class PartyUnlisted(Value):
    """An organisation no longer belongs to the network."""

    kind: Literal["party_unlisted"] = "party_unlisted"
    organisation: str


class NetworkUnited(Value):
    """Another network, begun on another computer, was found to be this one; by its id."""

    kind: Literal["network_united"] = "network_united"
    other: str


class CardKept(Value):
    """A kept card (a measure, the goal ...) is `new`, or some of its values changed."""

    kind: Literal["card_kept"] = "card_kept"
    card: str
    deck: str
    values: Mapping[str, JsonValue]
    new: bool = False


class CardGone(Value):
    """A kept card no longer belongs to the plan. Measures are dropped by their status instead."""

    kind: Literal["card_gone"] = "card_gone"
    card: str


class CardRedacted(Value):
    """A card's text was removed for good, in every meeting and record of the network."""

    kind: Literal["card_redacted"] = "card_redacted"
    card: str


class PersonErased(Value):
    """A person's name was erased for good, in every meeting of the network."""

    kind: Literal["person_erased"] = "person_erased"
    person: str


NetworkEvent = Annotated[
    NetworkDescribed
    | KindsSet
    | PlanAreasSet
    | PartyListed
    | PartyUnlisted
    | NetworkUnited
    | CardKept
    | CardGone
    | CardRedacted
    | PersonErased,
    Field(discriminator="kind"),
]


class Record(Value):
    """One line of a network's records: a random id, and a local time with offset (ISO)."""

    id: str
    at: str
    event: NetworkEvent


def in_order(records: Iterable[Record]) -> list[Record]:
    """Oldest first, each once; what was noted in the same second stands by its id."""
    by_id = {record.id: record for record in records}
    return sorted(by_id.values(), key=lambda record: (instant(record.at), record.id))


def instant(at: str) -> float:
    """Seconds since 1970 of an ISO time; one without an offset is taken as UTC."""
    read = datetime.fromisoformat(at)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
